import pytest

from assistant.drafting.checks.mixed_languages import check_language
from assistant.drafting.checks.written import Written
from assistant.model.finding import Finding, Severity
from tests.drafting.checks.generated_quotations import letters

SENTENCES = {
    "en": "Thank you very much for the letter that you have sent to us in May.",
    "fr": "Je vous remercie de votre lettre et je suis heureux que vous ayez pu répondre à la question.",
    "de": "Wir danken Ihnen für das Schreiben, das Sie an uns mit der Post gesandt haben.",
    "pl": "Dziękuję za list, który nie został jeszcze wysłany przez panią ani przez pana.",
    "it": "La ringrazio per la lettera che non è stata ancora inviata alla commissione.",
    "es": "Le agradezco su carta y espero que usted pueda responder a la pregunta por escrito.",
}
NAMES = ["Comisión Interamericana de Derechos Humanos", "The Cour européenne des droits de l’homme sits in Strasbourg."]


def check(text: str, language: str) -> list[Finding]:
    return list(check_language(Written(text=text), language))


@pytest.mark.parametrize("said", SENTENCES)
@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_of_another_language_is_a_warning(said: str, language: str) -> None:
    findings = check(f"{SENTENCES[language]} {SENTENCES[said]}", language)
    assert [finding.quote for finding in findings] == ([] if said == language else [SENTENCES[said]])
    assert all(finding.severity is Severity.WARNING for finding in findings)


def test_a_quotation_may_be_in_any_language() -> None:
    assert check(f"You wrote: “{SENTENCES['fr']}” [@a-b#f1]", "en") == []


@pytest.mark.parametrize("text", NAMES)
def test_the_name_of_a_body_is_no_sentence(text: str) -> None:
    assert check(text, "en") == []


@pytest.mark.parametrize(("language", "text"), list(letters()))
def test_no_sentence_of_a_real_letter_is_taken_for_another_language(language: str, text: str) -> None:
    assert check(text, language) == []
