"""Word files as XML, with nothing between: templates filled, footnotes made, edited letters read, copies cleaned.

What is printed comes in as plain values (values.py): nothing here knows of precedents, citations or drafts.
"""
