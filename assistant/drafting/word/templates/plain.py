"""Plain data, the only thing a template reaches: mappings, lists, texts, numbers, fields of values of the model."""

from collections.abc import Iterable, Mapping

from assistant.drafting.word.values import Blocks, Paragraph, Picture, RichText
from assistant.model.base import Value


class Absent:
    """Stands for a value that is not there: false, empty, prints nothing. Whoever meets it first notes the finding."""

    def __bool__(self) -> bool:
        return False


ABSENT = Absent()


def member(value: object, step: object) -> object:
    """One step into plain data; ABSENT where it leads nowhere. Nothing else has members: no method, no private name."""
    if isinstance(value, Mapping):
        return value.get(step, ABSENT) if isinstance(step, str | int) else ABSENT
    if isinstance(value, list | tuple):
        return value[step] if isinstance(step, int) and -len(value) <= step < len(value) else ABSENT
    if isinstance(value, Value) and step in names_of(value):
        return getattr(value, str(step))
    return ABSENT


def walk(value: object, steps: Iterable[object]) -> object:
    """Several steps; ABSENT where one of them leads nowhere."""
    for step in steps:
        value = member(value, step)
    return value


def names_of(value: object) -> list[str]:
    """The names one step from a value may take."""
    if isinstance(value, Mapping):
        return [name for name in value if isinstance(name, str)]
    if isinstance(value, Value):
        kind = type(value)
        computed = [name for name, held in vars(kind).items() if isinstance(held, property) and name[0] != "_"]
        return [*kind.model_fields, *computed]
    return []


def describe(value: object) -> str:
    """What a value is, in words of a person who writes letters."""
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "a yes or no"),
        ((list, tuple), "a list"),
        (Mapping, "a group of values"),
        (str, "a text"),
        ((int, float), "a number"),
        (Picture, "a picture"),
        ((RichText, Paragraph, Blocks), "formatted text"),
    )
    if value is None:
        return "an empty value"
    if isinstance(value, list | tuple) and not value:
        return "an empty list"
    return next((words for kind, words in kinds if isinstance(value, kind)), f"a “{type(value).__name__}”")
