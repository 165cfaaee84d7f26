"""The terminal app: keys in, words out. It owns no rule of the office; the command line can do all it can."""
