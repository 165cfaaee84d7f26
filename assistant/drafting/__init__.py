"""From a letter to the next one: composed as Markdown, checked, printed into Word, and checked again when edited.

What a draft cites is handed in (bench.py); nothing here opens the shelf. What a language or a house writes otherwise
stands in languages/ and in office.toml, not in code.
"""
