import pytest

from assistant.drafting.checks.claims import check_claims
from assistant.drafting.checks.written import Written
from assistant.model.finding import Finding, Severity

CLAIMS = [
    ("en", "In that year there were 31 deaths in custody.", "a figure"),
    ("en", "The authorities released them on 4 May 2019.", "a date"),
    ("en", "The prison was closed in March 2018.", "a date"),
    ("en", "The Ombudsman acknowledged cases of torture.", "what somebody said"),
    ("en", "It was reported that two men had died.", "what somebody said"),
    ("en", "According to the mission the cells were cold.", "what somebody said"),
    ("en", "1. Zarechny has 200 cells.", "a figure"),
    ("fr", "Le médiateur a déclaré que des cas existent.", "what somebody said"),
    ("fr", "Le 23 avril 2019, des détenus ont été battus.", "a date"),
    ("de", "Der Ombudsmann erklärte, dass es Fälle gab.", "what somebody said"),
    ("de", "Am 23. April 2019 wurden Gefangene geschlagen.", "a date"),
    ("pl", "Rzecznik przyznał, że doszło do tortur.", "what somebody said"),
    ("pl", "23 kwietnia 2019 r. pobito więźniów.", "a date"),
    ("it", "Il difensore civico ha dichiarato che vi sono casi.", "what somebody said"),
    ("es", "El 23 de abril de 2019 fueron golpeados varios presos.", "a date"),
]
NO_CLAIMS = [
    ("en", "The Ombudsman acknowledged cases of torture [@a-b#f1]."),
    ("en", "The Ombudsman acknowledged cases of torture. [@a-b#f1] This is grave."),
    ("en", "Has the Ombudsman acknowledged the 31 cases of 2018?"),
    ("en", "I write to you about the inspection of 23 April 2019."),
    ("en", "Thank you for your letter of 23 May 2019."),
    ("en", "Your letter of 23 May 2019 answered mine of 15 May."),
    ("en", "Please reply by 19 July 2019."),
    ("en", "This letter is of 20 June 2019."),
    ("en", "Article 14 of the Covenant and Rule 144 protect everyone."),
    ("en", "The resolution of 14 March 2019 (2019/2610(RSP)) condemns torture."),
    ("en", "The Member States and the reports of the Ombudsman matter."),
    ("en", "The Convention against Torture of 10 December 1984 binds every party."),
    ("en", "1. The matter is grave."),
    ("en", "Thank you for your letter of 23 May 2019, which tells of the visit of 6 May 2019."),
    ("en", "The Council put pressure on its members [2]."),
    ("en", "See OJ L 222, 20.8.2008, p. 1."),
    ("fr", "Votre lettre du 15 mars a fait l’objet d’un examen attentif."),
    ("es", "La Ley 19/2013, de 9 de diciembre, protege a todos."),
    ("it", "La legge provinciale 27 luglio 2007, n. 13 garantisce il diritto."),
    ("fr", "Je vous remercie de votre lettre du 23 mai 2019."),
    ("fr", "L’article 14 du Pacte protège chacun."),
    ("de", "Bitte antworten Sie bis zum 19. Juli 2019."),
    ("de", "Ihr Schreiben vom 23. Mai 2019 lag bei."),
    ("pl", "Proszę o odpowiedź do 19 lipca 2019 r."),
    ("it", "La ringrazio per la Sua lettera del 23 maggio 2019."),
    ("es", "El artículo 14 del Pacto protege a todos."),
]


def check(text: str, language: str) -> list[Finding]:
    return list(check_claims(Written(text=text), language, "2019-06-20"))


@pytest.mark.parametrize(("language", "text", "what"), CLAIMS)
def test_what_can_be_doubted_and_names_no_source_is_a_warning(language: str, text: str, what: str) -> None:
    (finding,) = check(text, language)
    assert (finding.code, finding.severity) == ("claim-without-source", Severity.WARNING)
    assert f"states {what}" in finding.message


@pytest.mark.parametrize(("language", "text"), NO_CLAIMS)
def test_what_the_writer_knows_or_proves_is_left_alone(language: str, text: str) -> None:
    assert check(text, language) == []
