"""What an office keeps: letters with their reviewed records, people, decisions; plain files that outlive the program.

Others meet the letters as a `Shelf` (shelf.py). The index beside them only finds quickly what the files say, and is
made anew whenever it is missing. Nothing here reads a document, finds facts in it or writes a letter.
"""
