"""What a text names: people, bodies, places, dates, laws and amounts, each at its exact place.

Knows lines and words; nothing of the parts of a letter or of what its sentences do.
"""
