from collections.abc import Callable

import pytest

from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction

Understand = Callable[[str], Extraction]


def references(extraction: Extraction) -> set[str]:
    kind = MentionKind.LEGAL_REFERENCE
    return {" ".join(mention.text.split()) for mention in extraction.mentions if mention.kind is kind}


def test_the_texts_the_letter_names(carlsson: Extraction) -> None:
    assert {
        "EU-Kazakhstan Enhanced Partnership and Cooperation Agreement (EPCA)",
        "Plan of Comprehensive Measures to Counter Torture",
        "EU Charter of Fundamental Rights",
    } <= references(carlsson)


@pytest.mark.parametrize(
    "words",
    [
        "Article 8(3) of the Bureau Decision of 28 November 2001",
        "Article 297(2) (3) of the Treaty on the Functioning of the European Union",
        "articles 9(2) of the PIDCP and 7(4) of the CADH",
        "PIDCP articles 9 and 19",
        "OJ C 216, 22.7.2011, p. 19",
        "COM(2018) 123 final",
        "A/HRC/29/32 paragraph 56",
        "H. RES. 1008",
        "E-006448/2020",
        "2019/2610(RSP)",
        "Criminal Procedure Law",
        "Directive on the patentability of computer-implemented inventions",
        "Protocol on the Role of National Parliaments in the European Union",
        "Article 88 of the 2015 Criminal Code",
        "Article 4(1)(b) of Regulation (EU) 2018/1725",
        "Article 19 ICCPR",
        "article 186 of the criminal code",
        "Anti-Terrorism Law",
        "Federal Law No. 121-FZ",
        "Law No. 13 of 2015",
        "International Emergency Economic Powers Act (50 U.S.C. 1701 et seq.)",
        "Executive Order 13405",
        "Official Journal L 145 of 31.05.2001, p. 43",
        "Opinion No. 45/2021",
        "Senate Resolution 250",
        "EU-Vietnam FTA",
    ],
)
def test_a_reference_is_found_whole(words: str, extraction: Understand) -> None:
    assert words in references(extraction(f"We have read this with care. It follows from the {words}, as we see it."))


@pytest.mark.parametrize(
    "words",
    [
        "Human Rights Council resolutions 15/8, 22/9, 24/6, 16/23, and 24/18",
        "OJ C 191 E, 01/07/2011",
        "E\u20110641/10",
    ],
)
def test_a_list_and_a_hard_hyphen_do_not_break_a_reference(words: str, extraction: Understand) -> None:
    assert words in references(extraction(f"We have read this with care. It is set out in {words} as we see it."))


def test_two_laws_joined_by_and_are_two(extraction: Understand) -> None:
    found = references(extraction("They were held under Section 112 of the Criminal Code and Law No. 13 of 2015."))
    assert found == {"Section 112 of the Criminal Code", "Law No. 13 of 2015"}


def test_a_resolution_with_a_date_is_one_in_small_letters(extraction: Understand) -> None:
    found = references(extraction("Parliament has said so in its resolution of 21 June 2007."))
    assert found == {"resolution of 21 June 2007"}


@pytest.mark.parametrize(
    ("sentence", "reference"),
    [
        ("Elle répond à la question écrite n° 19568 du sénateur.", "question écrite n° 19568"),
        ("Nous invoquons à ce titre l'article L. 311-1 du code pénal.", "article L. 311-1 du code pénal"),
        ("La libertad es garantizada por la Constitución nicaragüense.", "Constitución nicaragüense"),
        ("Se aplica el Decreto 2591 de 1991 en este caso.", "Decreto 2591 de 1991"),
        ("Si torni al rispetto degli accordi di Minsk e alla pace.", "accordi di Minsk"),
        ("Das teilte sie in ihrer Antwort ( 16/6336) mit.", "16/6336"),
        ("To pytanie E-007863-17 do Komisji dotyczy tej nagrody, a nie innej.", "E-007863-17"),
    ],
)
def test_references_in_other_languages(sentence: str, reference: str, extraction: Callable[[str], Extraction]) -> None:
    assert reference in references(extraction(sentence))


def test_a_letter_to_somebody_is_no_charter(extraction: Callable[[str], Extraction]) -> None:
    assert not references(extraction("La Carta al Presidente de la República fue enviada por los presos."))


_BEFORE = {
    "fr": "Monsieur le Ministre, je vous remercie de votre réponse et j'attire votre attention sur ce point : voir",
    "de": "Sehr geehrte Damen und Herren, ich danke Ihnen für Ihr Schreiben und weise auf das Folgende hin: siehe",
    "it": "Signor Presidente, la ringrazio per la sua risposta e richiamo la sua attenzione su quanto segue: vedi",
    "es": "Señor Ministro, le agradezco su respuesta y quisiera llamar su atención sobre lo siguiente: véase",
    "pl": "Szanowny Panie Ministrze, dziękuję za odpowiedź i chciałbym zwrócić uwagę na następujące kwestie: zob.",
}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "articles R. 57-8-8 et R. 57-8-9 du code de procédure pénale"),
        ("fr", "article L. 721-1 du CESEDA"),
        ("fr", "art. 5 de l'ordonnance n° 45-2658 du 2 novembre 1945"),
        ("fr", "loi n° 2015-912 du 24 juillet 2015 relative au renseignement"),
        ("fr", "directive 2013/33/UE du 26 juin 2013 établissant des normes pour l'accueil"),
        ("fr", "arrêt J.M.B. et autres c. France du 30 janvier 2020"),
        ("fr", "sous-amendement n° 380"),
        ("de", "Gesetz zur erleichterten Ausweisung von straffälligen Ausländern"),
        ("de", "Gesetz über die internationale Rechtshilfe in Strafsachen (IRG)"),
        ("de", "§ 11 Absatz 6 und 7 AufenthG-E"),
        ("de", "§ 129a StGB"),
        ("it", "art. 14 Cost."),
        ("it", "articolo 35-ter della legge 26 luglio 1975, n. 354"),
        ("it", "decreto legislativo 25 luglio 1998, n. 286, recante il Testo unico sull'immigrazione"),
        ("it", "deliberazione della Giunta provinciale n. 1184 di data 6 luglio 2020"),
        ("it", "DPR 230/2000"),
        ("es", "artículo 76.2.g) de la Ley Orgánica 1/1979, de 26 de septiembre, General Penitenciaria"),
        ("es", "artículos 13, 24.1 y 25.2 de la Constitución Española"),
        ("es", "Ley 12/2009, de 30 de octubre, reguladora del derecho de asilo y de la protección subsidiaria"),
        ("pl", "art. 7 ust. 2 ustawy z dnia 10 maja 2018 r. o ochronie danych osobowych"),
        ("pl", "art. 11 i art. 40 ust. 3 ustawy z dnia 11 kwietnia 1997 r. o ujawnieniu pracy lub służby"),
        ("pl", "rozdziału VIII Konstytucji"),
        ("pl", "projektu ustawy o zmianie ustawy o komornikach sądowych"),
        ("es", "Ley General Penitenciaria"),
        ("es", "Ley de Extranjería"),
        ("pl", "druki nr 2384 i 2445"),
        ("fr", "Journal Officiel du 29 mars 2022, page 2096"),
        ("pl", "wyroku Trybunału Konstytucyjnego z dnia 5 marca 2003 r., sygn. Akt K7/01"),
        ("pl", "art. 106e pkt 1 w zw. z art. 106a ustawy Prawo o ustroju sądów powszechnych"),
    ],
)
def test_a_law_of_another_language_is_found_whole(language: str, words: str, extraction: Understand) -> None:
    assert words in references(extraction(f"{_BEFORE[language]} {words}."))


def test_a_title_ends_before_the_days_on_which_the_law_applies(extraction: Understand) -> None:
    law = "ustawy z dnia 12 marca 2022 r. o pomocy obywatelom Ukrainy"
    assert law in references(extraction(f"{_BEFORE['pl']} {law} od dnia 15 kwietnia 2022 r. do końca roku."))
