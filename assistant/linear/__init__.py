"""The app line by line, for screen readers and braille: plain prompts, numbered lists; nothing moves or is drawn.

It owns no rule of the office; like the app and the command line it calls the office alone.
"""
