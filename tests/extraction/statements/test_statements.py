from collections.abc import Callable

import pytest

from assistant.model.fact import Act, Fact
from assistant.model.precedent import Extraction

Understand = Callable[[str], Extraction]


def fact(extraction: Extraction, words: str) -> Fact:
    return next(one for one in extraction.facts if words in " ".join(one.quote.split()))


def chain(one: Fact) -> list[tuple[str, str]]:
    return [(link.name, link.act) for link in one.by]


def test_what_shakirov_acknowledged_is_reported_by_carlsson(carlsson: Extraction) -> None:
    one = fact(carlsson, "Mr Shakirov acknowledged")
    assert one.act is Act.ACKNOWLEDGEMENT
    assert chain(one) == [("Sven-Olov Carlsson", "reports"), ("Askar Shakirov", "acknowledges")]


def test_he_is_the_last_speaker(carlsson: Extraction) -> None:
    one = fact(carlsson, "He stressed that his office")
    assert chain(one) == [("Sven-Olov Carlsson", "reports"), ("Askar Shakirov", "stresses")]


def test_what_the_author_says_is_the_authors(carlsson: Extraction) -> None:
    one = fact(carlsson, "we will keep visiting correctional facilities")
    assert one.act is Act.COMMITMENT
    assert chain(one) == [("Sven-Olov Carlsson", "commits")]


def test_a_preface_is_not_quoted(carlsson: Extraction) -> None:
    assert fact(carlsson, "we will continue to raise").quote.startswith("we will continue")
    assert fact(carlsson, "visited Mr Yerimbetov").quote.startswith("Mr Zoltan Szalai")
    assert fact(carlsson, "there needs to be").quote.startswith("we also stressed")


def test_a_sentence_with_two_acts_is_two_facts(carlsson: Extraction) -> None:
    assert fact(carlsson, "No circumstance can ever justify").act is Act.POSITION
    assert fact(carlsson, "we will continuously urge").act is Act.COMMITMENT
    assert fact(carlsson, "I must admit").act is Act.ACKNOWLEDGEMENT


def test_two_meetings_on_two_days_are_two_facts(carlsson: Extraction) -> None:
    meetings = [one for one in carlsson.facts if "respectively" in one.quote]
    assert [(one.date, one.note) for one in meetings] == [
        ("2018-11-20", "Human Rights Dialogue"),
        ("2018-11-21", "Justice and Home Affairs Sub-Committee"),
    ]


def test_a_fact_carries_its_context_people_places_and_reason(carlsson: Extraction) -> None:
    one = fact(carlsson, "On 6 May I personally met")
    assert one.act is Act.ACTION
    assert one.date == "2019-05-06"
    assert one.people == ("Askar Shakirov",)
    assert one.places == ("Zarechny",)
    assert one.because == "“I personally met”"
    assert one.context == " ".join(one.quote.split())


def test_a_sentence_over_a_page_break_is_one_fact(carlsson: Extraction) -> None:
    one = fact(carlsson, "This issue was also raised")
    assert "\n" in one.quote
    assert one.context == " ".join(one.quote.split())
    assert one.context.endswith("held on 30 January 2019, in Brussels.")


def test_quoted_speech_is_its_speakers(press_conference: Extraction) -> None:
    one = fact(press_conference, "these kind of initiatives")
    assert one.quote.startswith("these kind of initiatives")
    assert one.quote.endswith("one of these countries")
    assert chain(one) == [("Open Dialog Foundation", "reports"), ("Antonio Stango", "underlines")]


def test_both_are_the_two_who_spoke(press_conference: Extraction) -> None:
    one = fact(press_conference, "Both delegates called for")
    assert chain(one)[-1] == ("Antonio Stango and Marcin Świącicki", "calls")


def test_a_role_stands_for_who_holds_it(press_conference: Extraction) -> None:
    assert fact(press_conference, "The Polish MP mentioned").speaker == "Marcin Świącicki"


def test_what_goes_on_behind_secondly_is_the_same_speakers(press_conference: Extraction) -> None:
    one = fact(press_conference, "it is important to produce annual public reports")
    assert one.speaker == "Antonio Stango and Marcin Świącicki"


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("We urge the authorities to release him at once.", Act.REQUEST),
        ("Please provide information about the measures taken.", Act.REQUEST),
        ("The government must release all political prisoners now.", Act.REQUEST),
        ("We will continue to follow the case closely.", Act.COMMITMENT),
        ("I am not in a position to comment on this case.", Act.REFUSAL),
        ("The Commission refused to publish the documents in question.", Act.REFUSAL),
        ("We raised the matter with the Minister last month.", Act.ACTION),
        ("We are deeply concerned about the conditions of his detention.", Act.CONCERN),
        ("Poland is denied the rights the Protocol grants.", Act.CONCERN),
        ("I am grateful to the Commission for its careful answer.", Act.ACKNOWLEDGEMENT),
        ("I will not be able to answer questions on this matter.", Act.REFUSAL),
        ("We trust that all parties will keep the elections peaceful.", Act.REQUEST),
        ("The United Kingdom condemns the detention of these prisoners.", Act.CONCERN),
        ("I regret to inform you that access to the opinion cannot be granted.", Act.REFUSAL),
        ("The trial of the two defenders was postponed again on Friday.", Act.EVENT),
        ("Can you let me know that the Service is working on my request?", Act.REQUEST),
        ("Can the Commission say whether it is working on the request?", Act.QUESTION),
        ("I have not received any notification of the decision in advance.", Act.CONCERN),
        ("I was informed that there would be a reply within two weeks.", Act.EVENT),
        ("Unfortunately it has not been possible to submit the draft.", Act.REFUSAL),
        ("Unfortunately, I have an engagement that day and will be unable to attend.", Act.REFUSAL),
        ("I should of course be happy to answer your questions.", Act.COMMITMENT),
        ("The documents will be treated confidentially by the office.", Act.COMMITMENT),
        ("We want you to take up this challenge with him.", Act.REQUEST),
        ("Could you confirm that this is your address.", Act.REQUEST),
        ("The complainant would like the Parliament to disclose the report.", Act.REQUEST),
        ("The rules on letters from prison are being reviewed by the Ministry.", Act.ACTION),
        ("The European Union maintains a regular dialogue with Vietnam on prisons.", Act.ACTION),
        ("The human rights record of Iran remains of serious concern to us.", Act.CONCERN),
        ("These people bravely exercised their freedoms in the square.", Act.ACKNOWLEDGEMENT),
        ("As we look forward to Human Rights Day, I call for the release of all prisoners.", Act.REQUEST),
        ("We believe that freedom of expression is a universal right.", Act.POSITION),
        ("I believe the Government should also urge Bahrain to let him in.", Act.REQUEST),
        ("He was arrested in Minsk on 3 May 2019.", Act.EVENT),
        ("Will the Commission suspend the agreement with Belarus?", Act.QUESTION),
    ],
)
def test_what_a_sentence_does(sentence: str, act: Act, extraction: Understand) -> None:
    found = extraction(f"Dear Mr Smithson,\n\nThis is a plain word to you. {sentence}\n\nYours sincerely,").facts
    assert [(one.act, one.quote) for one in found] == [(act, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Please do not hesitate to contact me.",
        "I look forward to your reply.",
        "We appreciate your attention to this request, and await your response.",
        "I am writing on behalf of my constituents in Cowan about the matter.",
        "According to the information received:",
    ],
)
def test_a_courtesy_is_no_fact(sentence: str, extraction: Understand) -> None:
    assert extraction(f"Dear Mr Smithson,\n\n{sentence}\n\nYours sincerely,").facts == ()


def test_addresses_and_signatures_are_no_facts(carlsson: Extraction) -> None:
    letter = carlsson.letter
    assert letter.salutation
    assert letter.closing
    assert all(letter.salutation.end <= one.start < one.end <= letter.closing.start for one in carlsson.facts)


def test_what_leads_to_a_list_holds_for_each_of_its_items(extraction: Understand) -> None:
    found = extraction(
        "El Pleno aprobó la propuesta de todos los grupos.\n\nEl Congreso de los Diputados insta al Gobierno a:\n\n"
        "1. Iniciar las acciones pertinentes para entregar las responsabilidades asumidas.\n\n"
        "2. Denunciar los acuerdos de ese año por procedimiento de urgencia.\n\n"
        "La ciudad tiene un puerto y un mercado muy antiguo."
    )
    assert fact(found, "Iniciar las acciones").act is Act.REQUEST
    assert fact(found, "Denunciar los acuerdos").act is Act.REQUEST
    assert fact(found, "La ciudad tiene").act is Act.POSITION


def test_a_whole_sentence_states_something_and_a_heading_does_not(extraction: Understand) -> None:
    found = extraction(
        "Szanowny Panie Ministrze,\n\nŻycie w obcym mieście wypełniają mu teraz książki.\n\nŻycie w obcym mieście"
    )
    assert [one.quote for one in found.facts] == ["Życie w obcym mieście wypełniają mu teraz książki."]
    assert found.facts[0].because == "a whole sentence, in which no word shows more"
