"""A Word letter as it will lie on paper, worked out without Word: for a preview that follows while somebody types.

It is near to print, never the measure of it: what is signed is printed by Word or LibreOffice.
"""
