"""A correspondence assistant for parliamentary offices: reads letters, keeps their facts, drafts the next one."""

__version__ = "0.1.0"
