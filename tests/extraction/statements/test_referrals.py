"""References to earlier documents as the letters and papers of six parliaments put them; each document once."""

from collections.abc import Callable

import pytest

from assistant.extraction import extract
from assistant.model.letter import Reference
from assistant.model.source import Source

MakeSource = Callable[[str], Source]
AROUND = {
    "en": ("We thank you for what you have done.", "We hope that he will be released and that we will hear from you."),
    "fr": (
        "Nous suivons cette affaire avec attention.",
        "Nous espérons que les autorités le libéreront dans les jours.",
    ),
    "de": ("Wir haben die Lage mit Sorge verfolgt.", "Wir hoffen, dass er bald freikommt und dass Sie uns antworten."),
    "es": ("Seguimos este caso con mucha atención.", "Esperamos que las autoridades lo pongan pronto en libertad."),
    "it": (
        "Seguiamo questo caso con la massima attenzione.",
        "Speriamo che le autorità lo liberino e che ci rispondiate.",
    ),
    "pl": ("Z uwagą śledzimy tę sprawę.", "Mamy nadzieję, że władze go zwolnią i że wkrótce wróci do swojej rodziny."),
}
"""A sentence before and one behind, so that the language is plain."""


def references(language: str, sentence: str, source: MakeSource) -> tuple[Reference, ...]:
    before, behind = AROUND[language]
    found = extract(source(f"{before} {sentence} {behind}"))
    assert found.language == language
    return found.letter.refers_to


@pytest.mark.parametrize(
    ("language", "sentence", "what", "date"),
    [
        ("fr", "L'arrêt de la Cour du 12 mai 2005 le dit.", "judgment", "2005-05-12"),
        ("fr", "Il rappelle sa question écrite n° 13473 du 5 août 2004 sur les détenus.", "question", "2004-08-05"),
        (
            "fr",
            "La résolution du Parlement européen du 7 octobre 2021 demande sa libération.",
            "resolution",
            "2021-10-07",
        ),
        ("de", "Das wurde mit Schreiben des Auswärtigen Amts vom 24. Januar 2018 übermittelt.", "letter", "2018-01-24"),
        ("es", "La sentencia del Tribunal Supremo de 14 de octubre de 2019 los condenó.", "judgment", "2019-10-14"),
        ("it", "La mozione approvata dal Consiglio regionale il 4 marzo 2020 lo chiede.", "motion", "2020-03-04"),
        ("pl", "Dziękuję za uwagi zawarte w piśmie Pana Senatora z dnia 7 sierpnia 2003 r.", "letter", "2003-08-07"),
        ("pl", "Wyrok Europejskiego Trybunału z dnia 9 maja 2017 r. to potwierdził.", "judgment", "2017-05-09"),
    ],
)
def test_a_date_belongs_to_a_document_behind_the_name_of_whose_it_is(
    language: str, sentence: str, what: str, date: str, source: MakeSource
) -> None:
    assert [(one.what, one.date) for one in references(language, sentence, source)] == [(what, date)]


@pytest.mark.parametrize(
    ("language", "sentence", "quote"),
    [
        ("en", "The reports by Human Rights Watch describe it.", "reports by Human Rights Watch"),
        ("en", "We read of it in World Watch List reports.", "World Watch List reports"),
        ("en", "This was said in Written Question 123456, as you know.", "Written Question 123456"),
        (
            "fr",
            "Selon le rapport de la Commission d'enquête du Sénat, il a été battu.",
            "rapport de la Commission d'enquête",
        ),
        (
            "fr",
            "Dans une lettre ouverte adressée au Président, ils le demandent.",
            "une lettre ouverte adressée au Président",
        ),
        (
            "es",
            "El informe de la Relatora Especial de las Naciones Unidas lo señala.",
            "informe de la Relatora Especial",
        ),
        (
            "es",
            "Véase la respuesta a la pregunta escrita 184/12345, que no lo aclara.",
            "la pregunta escrita 184/12345",
        ),
        ("it", "Il rapporto di Amnesty International sulla Libia lo descrive.", "rapporto di Amnesty International"),
        ("it", "Si veda l'interrogazione a risposta scritta 4-05678, ancora senza esito.", "risposta scritta 4-05678"),
        (
            "de",
            "Der Antrag der Fraktionen von CDU/CSU und SPD (19/3456) sagt es.",
            "Antrag der Fraktionen von CDU/CSU und SPD",
        ),
        (
            "de",
            "Dazu siehe die Kleine Anfrage der Grünen – Drucksache 19/7729 –.",
            "Anfrage der Grünen – Drucksache 19/7729",
        ),
        ("pl", "Tak napisano w komunikacie MSZ RP.", "komunikacie MSZ RP"),
        ("pl", "Mówi o tym odpowiedź na zapytanie nr 345, którą znamy.", "zapytanie nr 345"),
    ],
)
def test_a_name_or_a_number_makes_a_document_of_the_word_beside_it(
    language: str, sentence: str, quote: str, source: MakeSource
) -> None:
    assert any(quote in one.quote for one in references(language, sentence, source))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Il est détenu à la maison d'arrêt de Fresnes depuis un an."),
        ("fr", "Le ministre, le 7 octobre 2021, demande sa libération immédiate."),
        ("de", "Der Auslieferungsantrag der USA liegt noch vor."),
        ("en", "Amnesty wants the release of all prisoners."),
        ("en", "I would be grateful for a reply by 1 November 2019."),
        ("de", "Darf ich Sie um Ihre Antwort bis zum 1. November 2019 bitten?"),
        ("pl", "Zabiegamy o kontakt z odbywającym wyrok Andrzejem Nowakiem."),
        ("pl", "Prosimy o odpowiedź do dnia 1 listopada 2019 r."),
    ],
)
def test_what_only_sounds_like_a_document_is_none(language: str, sentence: str, source: MakeSource) -> None:
    assert references(language, sentence, source) == ()


@pytest.mark.parametrize(
    ("language", "sentences", "quote"),
    [
        (
            "pl",
            "Piszę o interpelacji nr 17381 posła Jana Nowaka. Odpowiedź na interpelację nr 17381 wysłano.",
            "interpelacji nr 17381 posła Jana Nowaka",
        ),
        ("en", "Thank you for your letter. Your letter of 4 March 2020 raised it.", "Your letter of 4 March 2020"),
        ("en", "Your request for documents is late. We refused your request.", "Your request for documents"),
    ],
)
def test_a_document_named_twice_is_told_once(language: str, sentences: str, quote: str, source: MakeSource) -> None:
    (found,) = references(language, sentences, source)
    assert found.quote == quote


@pytest.mark.parametrize(
    ("language", "sentence", "quote"),
    [
        (
            "pl",
            "W odpowiedzi na pismo z dnia 3 maja 2019 r. informuję, że sprawa jest znana.",
            "pismo z dnia 3 maja 2019",
        ),
        ("fr", "La réponse à la question écrite du 5 août 2004 ne dit rien.", "la question écrite du 5 août 2004"),
    ],
)
def test_a_day_is_that_of_the_document_right_before_it(
    language: str, sentence: str, quote: str, source: MakeSource
) -> None:
    (found,) = references(language, sentence, source)
    assert quote in found.quote
    assert found.what != "response"


def test_the_day_by_which_a_reply_is_asked_for_dates_no_reply(source: MakeSource) -> None:
    assert not references("en", "May I ask for your reply by 19 July 2019?", source)
    assert references("en", "I know your report by Amnesty International of 19 July 2019.", source)


@pytest.mark.parametrize(
    ("language", "sentence", "quote"),
    [
        ("en", "By letter of 12 October 2015 you asked us for the minutes.", "letter of 12 October 2015"),
        (
            "en",
            "The members have sent an appeal to the Commissioner for Human Rights.",
            "an appeal to the Commissioner",
        ),
        ("en", "This is the reply to question reference: E-001234/2020 of the Member.", "reference: E-001234/2020"),
        ("fr", "Le rapport annuel 2018 de l'organisation le dénonce.", "rapport annuel 2018"),
        ("it", "Nel rapporto annuale 2018 dell'organizzazione lo si denuncia.", "rapporto annuale 2018"),
        ("pl", "Rzecznik w piśmie do Ministra Sprawiedliwości wskazał na to.", "piśmie do Ministra Sprawiedliwości"),
    ],
)
def test_a_document_needs_no_article_before_its_day_its_number_or_a_name(
    language: str, sentence: str, quote: str, source: MakeSource
) -> None:
    assert any(quote in one.quote for one in references(language, sentence, source))


@pytest.mark.parametrize(
    ("language", "sentence", "quote"),
    [
        ("de", "Wir danken für Ihren Brief, in dem Sie um Hilfe bitten.", "Ihren Brief, in dem Sie um Hilfe bitten"),
        (
            "fr",
            "Nous avons lu votre lettre par laquelle vous demandez son aide.",
            "votre lettre par laquelle vous demandez",
        ),
        (
            "en",
            "We read the FCO's annual Human Rights and Democracy report.",
            "the FCO's annual Human Rights and Democracy",
        ),
        (
            "es",
            "Lo dice una carta entregada en esa sede por el Observatorio.",
            "una carta entregada en esa sede por el",
        ),
    ],
)
def test_what_tells_a_document_from_others_is_quoted_with_it(
    language: str, sentence: str, quote: str, source: MakeSource
) -> None:
    assert any(one.quote.startswith(quote) for one in references(language, sentence, source))
