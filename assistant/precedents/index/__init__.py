"""The index of the precedents: filled from the files, asked by the shelf, dropped and made anew at any time."""
