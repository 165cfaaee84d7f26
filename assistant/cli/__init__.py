"""The command line: arguments in, words out. It owns no rule of the office."""
