"""How a document is built: its zones, its head, its parties, its subject and its kind.

Knows the words and the names of a document; nothing of what its sentences do.
"""
