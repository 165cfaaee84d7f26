"""What may be wrong with a draft, a template or an exported letter: a module a check, a function that yields findings.

Which checks there are, and in what order, stands in proof.py and wording.py. A check changes nothing and reads no file.
"""
