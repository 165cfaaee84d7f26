"""What sentences of parliamentary letters and papers do in the languages beside English, and what a “not” undoes."""

from collections.abc import Callable

import pytest

from assistant.extraction import extract
from assistant.model.fact import Act
from assistant.model.source import Source

MakeSource = Callable[[str], Source]


def acts(text: str, source: MakeSource) -> list[Act]:
    return [one.act for one in extract(source(text)).facts]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Il lui demande de bien vouloir lui faire connaître les mesures que le Gouvernement a prises.", Act.QUESTION),
        ("Elle souhaiterait que le ministre lui indique les raisons de ce retard dans le dossier.", Act.QUESTION),
        ("Notre ambassade est en relation permanente avec les autorités pour obtenir sa libération.", Act.ACTION),
        ("La France a exprimé sa vive inquiétude au sujet de la situation des prisonniers.", Act.CONCERN),
        ("Il les a assurés que tout serait fait pour que leur fils soit libéré.", Act.COMMITMENT),
        ("Ebenso wenig vermag ich zu sagen, welche Schritte das Auswärtige Amt ergriffen hat.", Act.REFUSAL),
        ("Die Bundesregierung bemüht sich in den Gesprächen mit der Führung um eine Lösung.", Act.ACTION),
        ("Das Auswärtige Amt prangert die Lage der Gefangenen auf seiner Seite öffentlich an.", Act.CONCERN),
        ("Unsere Botschaft hat seither mehrmals in dieser Sache im Außenministerium vorgesprochen.", Act.ACTION),
        ("Die Unterlagen über den Fall werde ich an das zuständige Amt übersenden.", Act.COMMITMENT),
        ("Der Bundespräsident hat mich gebeten, Ihnen in dieser Sache zu antworten.", Act.ACKNOWLEDGEMENT),
        ("Se considera necesario que esa administración adopte las medidas que procedan.", Act.REQUEST),
        ("Esta institución ha intentado hacer llegar una carta a la persona que está en la prisión.", Act.ACTION),
        ("El asunto que plantea está fuera del ámbito de actuación de esta institución.", Act.REFUSAL),
        ("Ci piacerebbe che queste parole giungessero al Presidente della Repubblica.", Act.REQUEST),
        ("Nell'aprile 2013 fu pubblicata su un quotidiano la nostra lettera al Presidente.", Act.EVENT),
        ("La nostra ambasciata si è preoccupata di mantenere i contatti con il detenuto.", Act.ACTION),
        ("L'honorable parlementaire a bien voulu attirer l'attention du ministre sur ce cas.", Act.ACKNOWLEDGEMENT),
        ("Les engagements déjà pris ne me permettront pas d'être avec vous à cette date.", Act.REFUSAL),
        ("Cały czas zabiegamy też o kontakt z więźniem, który przebywa w kolonii karnej.", Act.ACTION),
        ("Zdecydowanie sprzeciwiamy się takiemu podejściu do mniejszości w tym kraju.", Act.CONCERN),
        ("Más de cien presos políticos siguen estando encarcelados en las cárceles del país.", Act.CONCERN),
        ("Viene chiesto che cessino le repressioni verso alcuni dei manifestanti di luglio.", Act.REQUEST),
        ("Die Mitarbeiter versicherten, dass sie sich um die Freilassung bemühen würden.", Act.COMMITMENT),
        ("Oczywiście nie ustajemy w naszych wysiłkach na rzecz ich uwolnienia z aresztu.", Act.COMMITMENT),
        ("Chcemy, aby w Brukseli Pan powiedział, że stoi za Panem społeczeństwo.", Act.REQUEST),
        ("Władze państw nie respektują praw człowieka i nie odpowiadają na nasze pisma.", Act.CONCERN),
    ],
)
def test_what_a_sentence_does_in_its_language(sentence: str, act: Act, source: MakeSource) -> None:
    assert act in acts(sentence, source)


@pytest.mark.parametrize(
    "sentence",
    [
        "El Gobierno no ha recibido a la familia del preso desde que está en la cárcel.",
        "Il Ministro non ha incontrato la famiglia del detenuto che si trova nel carcere.",
        "Le ministre n'a pas reçu la famille du détenu qui se trouve dans la prison.",
    ],
)
def test_what_was_not_done_is_no_action(sentence: str, source: MakeSource) -> None:
    assert Act.ACTION not in acts(sentence, source)


def test_a_question_of_two_clauses_is_one(source: MakeSource) -> None:
    text = "Was wurde bisher unternommen, um auf das Land einzuwirken, und wurde da auch auf Folter hingewiesen?"
    assert acts(text, source) == [Act.QUESTION]


@pytest.mark.parametrize(
    "recital",
    [
        "– vista la sentenza del 13 dicembre 2012 con cui la Corte ha condannato lo Stato per gravi violazioni,",
        "– vu la résolution du 7 octobre 2021 sur la grave situation des prisonniers dans le pays,",
        "– vista la resolución del 7 de octubre de 2021 sobre la grave situación de los presos en el país,",
        "– unter Hinweis auf die Entschließung vom 7. Oktober 2021 zur Verfolgung der Gefangenen im Land,",
        "– having regard to its resolution of 7 October 2021 on the torture of the prisoners in the country,",
    ],
)
def test_a_recital_states_nothing(recital: str, source: MakeSource) -> None:
    assert acts(recital, source) == []
