"""The values everything talks about. Import from the modules, not from here."""
