"""The command line: arguments in, words out. It owns no rule of the office.

arguments.py says what may be typed. A command is a function of the same name in one of the other modules: it asks the
office, has output.py print, and returns the exit code.
"""
