"""Whether two parties of letters are the same person or body, as far as their names alone can tell."""

from assistant.model.folding import fold_words, skeleton
from assistant.model.letter import Letter, Party

_FORMS = frozenset(
    fold_words(
        "Mr Mrs Ms Dr Prof H.E. His Her Excellency M. Mme Monsieur Madame Herr Frau Herrn Pan Pani Sr Sra MEP MP"
    )
)


def name_key(name: str) -> frozenset[str]:
    """What identifies in a name, in any spelling: its words without forms of address."""
    return frozenset(skeleton(word) for word in fold_words(name) if word not in _FORMS and len(word) > 1)


def is_same(one: Party, other: Party) -> bool:
    """One name holds the other; without names, the organisations are the same words."""
    if one.name and other.name:
        ours, theirs = name_key(one.name.text), name_key(other.name.text)
        return bool(ours and theirs) and (ours <= theirs or theirs <= ours)
    if one.organisation and other.organisation:
        return fold_words(one.organisation.text) == fold_words(other.organisation.text)
    return False


def answers(later: Letter, earlier: Letter) -> bool:
    """Whether the addressee of the earlier letter wrote the later one, to whoever had written."""
    return _writes_to(later.sender, earlier.recipients) and _writes_to(earlier.sender, later.recipients)


def follows(later: Letter, earlier: Letter) -> bool:
    """Whether the same person writes to the same addressee again."""
    if later.sender is None or earlier.sender is None or not is_same(later.sender, earlier.sender):
        return False
    return any(is_same(one, other) for one in later.recipients for other in earlier.recipients)


def _writes_to(sender: Party | None, recipients: tuple[Party, ...]) -> bool:
    return sender is not None and any(is_same(sender, recipient) for recipient in recipients)
