"""Who is named in a letter: each bearer of a name once, with every form of it and where it stands."""

from collections import Counter
from collections.abc import Collection

from assistant.model.base import Value
from assistant.model.folding import fold
from assistant.model.mention import Mention, MentionKind
from assistant.model.precedent import Precedent


class Named(Value):
    """A person, organisation or place, as the mentions of one record have it."""

    entity: str | None
    """As in `Mention.entity`; None for a name that was not made one with any other."""
    mentions: tuple[Mention, ...]

    @property
    def name(self) -> str:
        """The fullest form, white space folded."""
        return max((mention.words for mention in self.mentions), key=len)

    @property
    def role(self) -> str | None:
        """The first role the text gives."""
        return next((mention.role for mention in self.mentions if mention.role), None)

    @property
    def forms(self) -> tuple[tuple[str, int], ...]:
        """Every way the name is written, exactly as it stands, with how often; in order of the text."""
        return tuple(Counter(mention.text for mention in self.mentions).items())


def named_in(precedent: Precedent, kinds: Collection[MentionKind]) -> tuple[Named, ...]:
    """Everybody of these kinds, in order of the text."""
    bearers: dict[tuple[MentionKind, str], list[Mention]] = {}
    for mention in sorted(precedent.record.mentions, key=lambda mention: mention.start):
        if mention.kind in kinds:
            bearers.setdefault((mention.kind, mention.entity or fold(mention.text)), []).append(mention)
    return tuple(Named(entity=mentions[0].entity, mentions=tuple(mentions)) for mentions in bearers.values())
