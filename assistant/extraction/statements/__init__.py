"""What a text does: its acts, who answers for them, and the earlier documents it speaks of.

The last to read a document: it knows its names and its parts.
"""
