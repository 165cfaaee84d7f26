"""Languages as Word names them: with a country, or it has no dictionary for them."""

from collections.abc import Mapping
from types import MappingProxyType

_USUAL: Mapping[str, str] = MappingProxyType(
    {
        "bg": "bg-BG", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-GB", "es": "es-ES",
        "et": "et-EE", "fi": "fi-FI", "fr": "fr-FR", "ga": "ga-IE", "hr": "hr-HR", "hu": "hu-HU", "it": "it-IT",
        "lt": "lt-LT", "lv": "lv-LV", "mt": "mt-MT", "nl": "nl-NL", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO",
        "ru": "ru-RU", "sk": "sk-SK", "sl": "sl-SI", "sv": "sv-SE", "uk": "uk-UA",
    }
)  # fmt: skip


def word_language(tag: str) -> str:
    """The tag Word uses for a BCP 47 tag: “en” becomes “en-GB”; a tag with a country stays as it is."""
    return _USUAL.get(tag.casefold(), tag)
