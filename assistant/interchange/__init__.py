"""Records in the forms of other tools, and back without loss. Knows values and text alone; no files, no shelf."""
