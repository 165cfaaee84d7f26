"""The finding about a letter that names nobody to sign it. Who signs stands in office.toml, not in the draft."""

from collections.abc import Iterator

from assistant.model.finding import Finding, Severity
from assistant.settings import SETTINGS_FILE, Settings


def check_signatory(settings: Settings) -> Iterator[Finding]:
    """The office says whose letters these are."""
    if not settings.member.name.strip():
        yield Finding(
            code="signatory-missing",
            severity=Severity.ERROR,
            message="Nobody is named to sign this letter.",
            advice=f"Write the Member’s name in {SETTINGS_FILE}, under [member].",
        )
