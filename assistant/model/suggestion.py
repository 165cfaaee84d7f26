"""What somebody may want to write into a field of a letter, from what the office has written and knows."""

from assistant.model.base import Value


class Suggestion(Value):
    """One value for a field."""

    text: str
    """As a form takes it: an entry or a line of an address on each line."""
    label: str
    note: str = ""
    """Where it comes from, or what is known of the person."""
    person: str = ""
    """Name of the addressee it stands for."""
