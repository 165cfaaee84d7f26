"""Members and their addresses from a table somebody else made: columns are known by their usual names.

What a column says is taken as it stands; columns that are not known are told, not guessed.
"""

from collections.abc import Iterable, Mapping, Sequence

from assistant.errors import BadArgumentError
from assistant.model.base import Value
from assistant.model.display import visible
from assistant.model.folding import fold_words
from assistant.model.person import Role

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "nom complet", "member", "mep"),
    "first": ("first name", "given name", "firstname", "prenom", "vorname", "imie", "nome", "nombre"),
    "last": ("last name", "family name", "surname", "lastname", "nom", "nachname", "nazwisko", "cognome", "apellidos"),
    "title": ("title", "salutation title", "anrede", "titre"),
    "role": ("role", "function", "position", "office", "fonction", "funktion", "funkcja"),
    "organisation": ("organisation", "organization", "institution", "committee", "ministry", "party", "group"),
    "email": ("email", "e mail", "mail", "courriel", "e mail address", "email address"),
    "gender": ("gender", "sex"),
    "address": ("address", "adresse", "adres", "indirizzo", "direccion", "postal address"),
    "street": ("street", "rue", "strasse", "ulica", "address line 1", "address 1"),
    "more": ("address line 2", "address 2", "building", "office number", "room"),
    "postcode": ("postcode", "postal code", "zip", "zip code", "plz", "code postal", "kod pocztowy"),
    "town": ("town", "city", "ville", "ort", "stadt", "miasto"),
    "country": ("country", "pays", "land", "kraj", "paese", "pais"),
}  # fmt: skip
_GENDERS = {"f": "female", "female": "female", "w": "female", "m": "male", "male": "male"}


class Entry(Value):
    """What a row says about one person; what it says nothing about is empty."""

    name: str
    title: str | None = None
    email: str | None = None
    gender: str | None = None
    roles: tuple[Role, ...] = ()
    address: tuple[str, ...] = ()


def known_columns(header: Sequence[str]) -> dict[str, int]:
    """Which column says what, by position. Raises BadArgumentError when none of them is a name."""
    folded = [" ".join(fold_words(cell)) for cell in header]
    found = {
        meaning: folded.index(name) for meaning, names in _COLUMNS.items() for name in reversed(names) if name in folded
    }
    if "name" not in found and "last" not in found:
        raise BadArgumentError(
            ", ".join(header),
            "none of these columns is a name",
            "Call one “Name”, or two “First name” and “Last name”.",
        )
    return found


def entries(rows: Iterable[Sequence[str]], columns: Mapping[str, int]) -> Iterable[Entry]:
    """What each row says; rows without a name are passed over."""
    for row in rows:
        says = {meaning: row[at].strip() for meaning, at in columns.items() if at < len(row) and row[at].strip()}
        name = says.get("name") or " ".join(filter(None, (says.get("first"), says.get("last"))))
        if visible(name):
            yield _entry(name, says)


def _entry(name: str, says: Mapping[str, str]) -> Entry:
    role = says.get("role") or says.get("organisation")
    roles = (Role(title=says.get("role", "Member"), organisation=says.get("organisation")),) if role else ()
    town = " ".join(filter(None, (says.get("postcode"), says.get("town"))))
    lines = says["address"].splitlines() if "address" in says else [says.get("street"), says.get("more")]
    address = tuple(line.strip() for line in (*lines, town, says.get("country")) if line and line.strip())
    gender = _GENDERS.get(says.get("gender", "").casefold())
    return Entry(
        name=name, title=says.get("title"), email=says.get("email"), gender=gender, roles=roles, address=address
    )
