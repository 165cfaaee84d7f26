"""The controlled words of the search line: acts, standings of a fact, kinds of document, languages.

Besides the record's own terms people type shorter ones (`act:promise`); the beginning of a term is enough, so that
hits do not vanish while it is being typed.
"""

from collections.abc import Mapping

from assistant.model.fact import Act, Review
from assistant.model.folding import fold_words

ANY_LETTER = "any_letter"
"""The mark every letter carries in the index; a mark is a field and a value: kind_letter, act_request_accepted."""

_ACTS: Mapping[str, tuple[str, ...]] = {
    Act.COMMITMENT: ("promise", "pledge", "undertaking"),
    Act.REQUEST: ("demand", "appeal", "recommendation"),
    Act.ACKNOWLEDGEMENT: ("admission", "admitted", "acknowledgment"),
    Act.CONCERN: ("worry", "criticism"),
    Act.REFUSAL: ("denial", "rejection"),
    Act.ACTION: ("done", "deed", "step"),
    Act.POSITION: ("view", "opinion"),
    Act.EVENT: ("incident", "happening"),
    Act.QUESTION: (),
}
_STATUS: Mapping[str, tuple[str, ...]] = {
    Review.PROPOSED: ("new", "unreviewed", "open"),
    Review.ACCEPTED: ("citable",),
    Review.CORRECTED: ("citable",),
    Review.REJECTED: (),
    Review.OBSOLETE: (),
}
_KINDS: Mapping[str, tuple[str, ...]] = {
    "letter": (),
    "written_question": ("question", "interpellation"),
    "answer": ("reply",),
    "report": (),
    "press_release": ("release", "statement"),
    "resolution": (),
    "other": (),
}
"""Values of DocumentKind, written out: the model of letters is more than a search needs to import."""

_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "en": ("english",),
    "fr": ("french", "francais"),
    "de": ("german", "deutsch"),
    "pl": ("polish", "polski"),
    "it": ("italian", "italiano"),
    "es": ("spanish", "espanol"),
}


def accepted_values(field: str, text: str) -> tuple[str, ...]:
    """The values a person may mean by `text` in a field: act, status, kind, lang or year; none when nothing fits."""
    words = fold_words(text)
    match field:
        case "act":
            return _named(_ACTS, words)
        case "status":
            return _named(_STATUS, words)
        case "kind":
            return _named(_KINDS, words)
        case "lang":
            return _named(_LANGUAGES, words) or words[:1]
        case _:
            return words[:1]


def _named(names: Mapping[str, tuple[str, ...]], words: tuple[str, ...]) -> tuple[str, ...]:
    typed = "_".join(words)
    exact = tuple(value for value, others in names.items() if typed in {value, *others})
    return exact or tuple(
        value for value, others in names.items() if any(name.startswith(typed) for name in (value, *others))
    )
