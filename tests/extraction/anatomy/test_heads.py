"""Heads of letters, questions, answers, motions and statements in French, German, Italian, Polish and Spanish."""

from collections.abc import Callable

import pytest

from assistant.model.letter import DocumentKind
from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction
from assistant.model.source import Passage

Understand = Callable[[str], Extraction]


def folded(passage: Passage | None) -> str | None:
    return " ".join(passage.text.split()) if passage else None


def test_of_signatures_side_by_side_the_first_column_is_the_sender(extraction: Understand) -> None:
    sender = extraction(
        "Monsieur le Ministre,\n\nNous comptons sur vous pour rappeler ces valeurs aux autorités indonésiennes.\n\n"
        "Nous vous prions de recevoir, Monsieur le Ministre, nos respectueuses salutations.\n\n"
        "Julie Bertuccelli                                  Annick Cojean\n"
        "Président de la Scam                         Présidente du Prix Albert Londres\n"
    ).letter.sender
    assert sender
    assert (folded(sender.name), folded(sender.role)) == ("Julie Bertuccelli", "Président de la Scam")


NAMES = """Henryk Wujec
Ludwika Wujec
Jan Lityński
Maria Bujak
Bogdan Bujak
Bogdan Lis
Piotr Szczepański
Janusz Onyszkiewicz
prof. Jerzy Zdrada
Powstańcy warszawscy:
Anna Jakubowska ps. „Paulina”
Maria Wiśniewska ps. „Malina”
"""


def test_a_list_of_names_signs_however_long_it_is_and_holds_people_alone(extraction: Understand) -> None:
    found = extraction(
        "Szanowny Panie Ministrze!\n\nWierzymy, że Pan jest w stanie swoim autorytetem powstrzymać to szaleństwo.\n\n"
        + NAMES.replace("\n", "\n\n")
    )
    assert found.letter.sender
    assert (folded(found.letter.sender.name), found.letter.sender.organisation) == ("Henryk Wujec", None)
    assert "Ludwika Wujec" in [one.text for one in found.mentions if one.kind is MentionKind.PERSON]


SENATE = """Question de M. MASSON Jean Louis (Moselle - NI) publiée le 09/06/2005
M. Jean Louis Masson attire l'attention de M. le ministre des affaires étrangères sur la situation des ressortissants \
français détenus à Guantanamo. Il souhaiterait qu'il lui indique les raisons d'une telle carence.
- page 1615
Réponse du Ministère des affaires étrangères publiée le 20/10/2005
Une mission conduite par le ministère des affaires étrangères s'est rendue à Guantanamo en janvier 2004. Cette mission \
a permis d'identifier un septième détenu français parmi les prisonniers.
"""


def test_an_answer_is_the_ministrys_and_has_the_day_of_the_answer(extraction: Understand) -> None:
    found = extraction(SENATE)
    assert found.kind is DocumentKind.ANSWER
    assert found.letter.date
    assert found.letter.date.value == "2005-10-20"
    assert found.letter.sender
    assert folded(found.letter.sender.organisation) == "Ministère des affaires étrangères"


QUESTION = (
    "Mme Amélia Lakrafi interroge Mme la ministre de la justice, sur la situation de M. Abbas, détenu "
    "à l'étranger. Elle souhaite connaître les leviers dont disposent les autorités françaises."
)
ANSWER = (
    "Les services compétents se tiennent à la disposition des familles et des proches, afin de leur apporter "
    "soutien et assistance. Cette protection s'exerce dans le respect de la souveraineté des États concernés."
)


def test_a_paragraph_below_a_question_answers_it(extraction: Understand) -> None:
    asked, answered = extraction(QUESTION), extraction(f"{QUESTION}\n\n{ANSWER}")
    assert (asked.kind, answered.kind) == (DocumentKind.WRITTEN_QUESTION, DocumentKind.ANSWER)
    assert [folded(one.role) for one in asked.letter.recipients] == ["ministre de la justice"]
    assert answered.letter.sender is None
    assert folded(asked.letter.subject) == "la situation de M. Abbas, détenu à l'étranger"


def test_what_stands_above_a_question_is_its_subject(extraction: Understand) -> None:
    letter = extraction(f"Français de l'étranger\nQuestion de :\nMme Amélia Lakrafi\n{QUESTION}").letter
    assert folded(letter.subject) == "Français de l'étranger"


def test_a_letter_printed_above_the_answer_to_it_is_an_answer_of_whoever_was_greeted(extraction: Understand) -> None:
    found = extraction(
        "Frage an Matthias Zimmer von Helmut W. bezüglich Gesellschaftspolitik, soziale Gruppen\n"
        "Sehr geehrter Herr Zimmer,\n"
        "in den letzten Monaten wurde immer wieder über die Verfolgung berichtet. Was haben Sie unternommen?\n"
        "Sehr geehrter Herr Wagner,\n"
        "der neue Ausschuss hat sich noch nicht konstituiert. Ich empfehle, den Außenminister direkt anzufragen.\n"
        "Mit freundlichen Grüßen\nProf. Dr. Matthias Zimmer\n"
    )
    assert found.kind is DocumentKind.ANSWER
    assert folded(found.letter.salutation) == "Sehr geehrter Herr Wagner,"
    assert [folded(one.name) for one in found.letter.recipients] == ["Wagner"]
    assert folded(found.letter.subject) == (
        "Frage an Matthias Zimmer von Helmut W. bezüglich Gesellschaftspolitik, soziale Gruppen"
    )


def test_a_senators_statement_has_its_parties_in_its_titles(extraction: Understand) -> None:
    letter = extraction(
        "Oświadczenie złożone\nprzez senatora Jana Dobrzyńskiego\nna 28. posiedzeniu Senatu\nw dniu 5 marca 2009 r.\n\n"
        "Oświadczenie skierowane do ministra spraw zagranicznych Radosława Sikorskiego\n\nSzanowny Panie Ministrze!\n\n"
        "Ciało zamordowanego inżyniera znajduje się poza granicami kraju.\n\nZ poważaniem\nJan Dobrzyński"
    ).letter
    assert [(folded(one.name), folded(one.role)) for one in letter.recipients] == [
        ("Radosława Sikorskiego", "ministra spraw zagranicznych")
    ]
    assert letter.sender
    assert (folded(letter.sender.name), folded(letter.sender.role)) == ("Jan Dobrzyński", "senatora")


def test_who_passes_information_on_a_senators_statement_writes_the_letter(extraction: Understand) -> None:
    found = extraction(
        "Prezes Zarządu Agencji Rozwoju Przemysłu przekazał informację w związku z oświadczeniem senatora Kazimierza "
        "Drożdża, złożonym na 44. posiedzeniu Senatu:\n\nWarszawa, dnia 20 sierpnia 2003 roku\n\n"
        "Pan Kazimierz Drożdż\nSenat Rzeczypospolitej Polskiej\n00-902 Warszawa, ul. Wiejska 6\n\n"
        "Dziękuję uprzejmie za nadesłane nam uwagi dotyczące funkcjonowania podmiotów powstałych na bazie kopalni.\n"
    )
    assert found.kind is DocumentKind.LETTER
    assert found.letter.sender
    assert folded(found.letter.sender.role) == "Prezes Zarządu Agencji Rozwoju Przemysłu"


def test_a_groups_motion_is_about_what_its_title_says(extraction: Understand) -> None:
    found = extraction(
        "PNL del Grupo Parlamentario de IU, ICV-EUiA, CHA: La Izquierda Plural, sobre denuncia de los «Acuerdos de "
        "Madrid» y otras medidas sobre el Sahara Occidental.\n\nFecha: 11/09/2012\n\n"
        "El Congreso de los Diputados insta al Gobierno a denunciar los «Acuerdos de Madrid» por urgencia.\n"
    )
    assert found.kind is DocumentKind.RESOLUTION
    assert folded(found.letter.subject) == (
        "denuncia de los «Acuerdos de Madrid» y otras medidas sobre el Sahara Occidental"
    )
    assert found.letter.sender
    assert folded(found.letter.sender.organisation) == "Grupo Parlamentario de IU, ICV-EUiA, CHA: La Izquierda Plural"


def test_whoever_signs_by_order_has_no_more_than_a_surname(extraction: Understand) -> None:
    sender = extraction(
        "Deutschland: Antwortschreiben vom Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung\n\n"
        "Sehr geehrte Frau Wagner,\n\nvielen Dank für Ihr Schreiben vom 19. Januar 2006.\n\n"
        "Mit freundlichen Grüßen\n\nIm Auftrag\n\nHoppe"
    ).letter.sender
    assert sender
    assert (folded(sender.name), folded(sender.role)) == ("Hoppe", "Im Auftrag")
    assert folded(sender.organisation) == "Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung"


def test_the_state_below_an_office_belongs_to_it(extraction: Understand) -> None:
    letter = extraction(
        "Warszawa, 21 sierpnia 2025 r.\n\nPan\nSzymon Hołownia\nMarszałek Sejmu\nRzeczypospolitej Polskiej\n\n"
        "Szanowny Panie Marszałku,\n\nprzekazuję informację.\n\nZ wyrazami szacunku\n\nSpis treści\nStrona główna"
    ).letter
    assert [folded(one.role) for one in letter.recipients] == ["Marszałek Sejmu Rzeczypospolitej Polskiej"]
    assert letter.sender is None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "El Gobierno de España expresa su preocupación por las recientes detenciones de más de 13 ciudadanos.",
            "Gobierno de España",
        ),
        (
            "Ministerstwo Spraw Zagranicznych potępia represje, gdyż nie ma dowodów, i wzywa do zwolnienia więźniów.",
            "Ministerstwo Spraw Zagranicznych",
        ),
        ("Das Auswärtige Amt verurteilt die Hinrichtung von drei weiteren Demonstranten im Iran.", "Auswärtige Amt"),
    ],
)
def test_a_body_that_says_what_it_thinks_makes_a_statement(text: str, body: str, extraction: Understand) -> None:
    found = extraction(text)
    assert found.kind is DocumentKind.PRESS_RELEASE
    assert found.letter.sender
    assert folded(found.letter.sender.organisation) == body


def test_an_assembly_adopts_a_resolution_wherever_its_name_stands(extraction: Understand) -> None:
    found = extraction(
        "Il consiglio comunale, nella seduta svoltasi nel tardo pomeriggio di giovedì 31 marzo 2022, ha approvato "
        "all'unanimità un ordine del giorno contro la guerra in Ucraina.\nQuesto il testo licenziato:\n"
        '"Il Consiglio Comunale\nesprime\nla solidarietà dei cittadini italiani;\nchiede\nal Governo italiano di '
        'impegnarsi in un’iniziativa di contrasto dell’aggressione russa".\n'
    )
    assert found.kind is DocumentKind.RESOLUTION
    assert found.letter.sender
    assert folded(found.letter.sender.organisation) == "Consiglio Comunale"
    assert found.letter.date
    assert found.letter.date.value == "2022-03-31"


def test_a_note_above_a_printed_paper_of_parliament_is_no_part_of_its_head(extraction: Understand) -> None:
    found = extraction(
        "Die Antwort wurde namens der Bundesregierung mit Schreiben vom 12. März 2018 übermittelt. "
        "Die Drucksache enthält zusätzlich – in kleinerer Schrifttype – den Fragetext.\n\n"
        "Deutscher Bundestag\nDrucksache 19/1253\n19. Wahlperiode\n15.03.2018\n\nAntwort\nder Bundesregierung\n"
        "auf die Kleine Anfrage des Abgeordneten Stephan Brandner und der Fraktion der AfD\n– Drucksache 19/912 –\n\n"
        "Bemühungen der Bundesregierung zur Freilassung politisch Gefangener im Ausland\n\n"
        "Vorbemerkung der Fragesteller\n\nAm 16. Februar 2018 wurde Deniz Yücel aus der Haft entlassen.\n"
    )
    assert found.kind is DocumentKind.ANSWER
    assert folded(found.letter.reference) == "Drucksache 19/1253"
    assert folded(found.letter.subject) == (
        "Bemühungen der Bundesregierung zur Freilassung politisch Gefangener im Ausland"
    )
    assert found.letter.date
    assert found.letter.date.value == "2018-03-15"


def test_a_letter_that_is_passed_on_is_by_whom_the_first_words_name(extraction: Understand) -> None:
    found = extraction(
        "Riceviamo e pubblichiamo una lettera aperta da parte della Onlus Prigionieri del Silenzio che "
        "dal 2008 si batte per i diritti umani.\n\nNell'aprile 2013 fu pubblicata una nostra missiva su un quotidiano."
    )
    assert found.kind is DocumentKind.LETTER
    assert found.letter.sender
    assert folded(found.letter.sender.organisation) == "Onlus Prigionieri del Silenzio"


def test_an_appeal_is_a_letter_to_whom_its_first_line_names(extraction: Understand) -> None:
    found = extraction(
        "Do: Ministra Spraw Zagranicznych RP, Pana Radosława Sikorskiego\n\n"
        "Nie pozwólmy im umierać w ciemności. Apel o polską solidarność z Iranem\n\n"
        "Prosimy o podjęcie działań w obronie społeczeństwa irańskiego, które zostało odcięte od świata.\n"
    )
    assert found.kind is DocumentKind.LETTER
    assert [(folded(one.name), folded(one.role), one.organisation) for one in found.letter.recipients] == [
        ("Radosława Sikorskiego", "Ministra Spraw Zagranicznych RP", None)
    ]


def test_a_question_has_its_number_in_brackets_below_it(extraction: Understand) -> None:
    found = extraction(
        "Menu di navigazione principale\nVai al menu di sezione\nSeduta n. 127 del 15/3/2007\nAFFARI ESTERI\n"
        "Interrogazione a risposta scritta:\n\nLEOLUCA ORLANDO. - Al Ministro degli affari esteri. - Per sapere - "
        "premesso che:\nda alcuni mesi si è avuta notizia dell'arresto in Eritrea del dottor Alfonso D'Arco;\n"
        "quali iniziative il Governo abbia assunto per garantire i suoi diritti.\n(4-02934)"
    )
    assert found.kind is DocumentKind.WRITTEN_QUESTION
    assert folded(found.letter.reference) == "4-02934"
    assert [folded(one.role) for one in found.letter.recipients] == ["Ministro degli affari esteri"]
    assert found.letter.subject is None


def test_an_answer_in_a_committee_has_its_number_and_title_in_one_line(extraction: Understand) -> None:
    letter = extraction(
        "CAMERA DEI DEPUTATI\nMartedì 18 novembre 2014\nXVII LEGISLATURA\n\n"
        "5-01971 Fontana: Sulle condizioni di salute di un cittadino italiano detenuto in Kazakistan.\n\n"
        "TESTO DELLA RISPOSTA\n\nDesidero innanzitutto segnalare che la vicenda ha registrato uno sviluppo positivo."
    ).letter
    assert folded(letter.reference) == "5-01971"
    assert folded(letter.subject) == "Sulle condizioni di salute di un cittadino italiano detenuto in Kazakistan"


def test_a_letter_is_dated_where_it_was_written_and_not_where_it_was_printed(extraction: Understand) -> None:
    letter = extraction(
        "Carta a Presidente de MNOAL\n\nBitácora Cubana, 29 de agosto de 2006\n\nMovimiento de Países No Alineados\n"
        "Presidente\n\nLa Habana, 20 de agosto del 2006\n\nExcelencia:\n\nLo exhortamos a visitar las cárceles.\n\n"
        "Reciba Excelencia, nuestra más alta consideración y respeto.\n\nDAMAS DE BLANCO"
    ).letter
    assert letter.date
    assert (letter.date.value, folded(letter.place)) == ("2006-08-20", "La Habana")
    assert folded(letter.closing) == "Reciba Excelencia, nuestra más alta consideración y respeto."


def test_a_reply_of_the_sejm_has_its_head_in_its_titles_and_a_greeting_that_runs_on(extraction: Understand) -> None:
    found = extraction(
        "VI kadencja\nOdpowiedź sekretarza stanu w Ministerstwie Sprawiedliwości\nna interpelację nr 16074\n"
        "w sprawie ograniczenia problemu przeludnienia w więzieniach\n"
        "Szanowny Panie Marszałku! W odpowiedzi na pismo pana Adama Wykręta, posła na Sejm Rzeczypospolitej Polskiej, "
        "z dnia 27 maja 2010 r., uprzejmie informuję.\nMinisterstwo Sprawiedliwości dostrzega problem sygnalizowany "
        "przez pana posła w interpelacji.\n"
    )
    letter = found.letter
    assert found.kind is DocumentKind.LETTER
    assert folded(letter.salutation) == "Szanowny Panie Marszałku!"
    assert folded(letter.reference) == "na interpelację nr 16074"
    assert folded(letter.subject) == "ograniczenia problemu przeludnienia w więzieniach"
    assert letter.sender
    assert folded(letter.sender.role) == "sekretarza stanu w Ministerstwie Sprawiedliwości"
    assert folded(letter.sender.organisation) == "Ministerstwie Sprawiedliwości"


def test_a_question_of_a_regional_council_ends_with_place_and_day(extraction: Understand) -> None:
    letter = extraction(
        "CONSIGLIO REGIONALE DELLA SARDEGNA\nInterrogazione n. 214/A\n"
        "COMANDINI – GANAU – CORRIAS, con richiesta di risposta scritta, sulla ipotesi di chiusura della Casa "
        "circondariale San Daniele di Lanusei.\nI sottoscritti,\npremesso che:\n"
        "– il penitenziario ospita circa 30 detenuti su 33 posti regolamentari;\n"
        "chiedono di interrogare il Presidente della Regione per sapere quali azioni intenda intraprendere.\n"
        "Cagliari, 20 novembre 2019\n"
    ).letter
    assert letter.date
    assert (letter.date.value, folded(letter.place)) == ("2019-11-20", "Cagliari")
    assert [folded(one.role) for one in letter.recipients] == ["Presidente della Regione"]
    assert folded(letter.subject) == ("sulla ipotesi di chiusura della Casa circondariale San Daniele di Lanusei")


def test_whoever_asked_is_no_sender_of_the_answer(extraction: Understand) -> None:
    letter = extraction(
        "Indonésie\nQuestion de :\nMme Annick Lepetit\nParis (3e circonscription) - Socialiste\n"
        "Mme Annick Lepetit appelle l'attention de M. le ministre des affaires étrangères sur la situation de deux "
        "ressortissants français retenus en Indonésie. Elle aimerait connaître les évolutions de cette affaire.\n"
        "Réponse publiée le 6 janvier 2015\n"
        "Le ministère des affaires étrangères se réjouit du retour en France des deux compatriotes journalistes.\n"
    ).letter
    assert letter.sender
    assert (letter.sender.name, folded(letter.sender.organisation)) == (None, "ministère des affaires étrangères")
    assert folded(letter.subject) == "Indonésie"


def test_the_day_of_your_fax_is_not_the_day_of_the_letter(extraction: Understand) -> None:
    letter = extraction(
        "Betreff: Menschenrechte in China\nFamilie Jiang/Guo\nIhr Fax vom 15. Juni 2005 an Minister Fischer\n"
        "\n21. Juni 2005\n\nSehr geehrter Herr Wagner,\n\nvielen Dank für Ihr Schreiben.\n\nMit freundlichen Grüßen"
    ).letter
    assert letter.date
    assert letter.date.value == "2005-06-21"
    assert [folded(one.name) for one in letter.recipients] == ["Wagner"]


def test_a_statement_is_signed_by_the_spokesperson_above_its_source(extraction: Understand) -> None:
    found = extraction(
        "Oświadczenie MSZ w sprawie wydalenia polskiego dyplomaty z Białorusi\n\n"
        "Ministerstwo Spraw Zagranicznych potwierdza fakt wezwania chargé d’affaires RP w związku z wydaleniem "
        "polskiego konsula.\n\nŁukasz Jasina\n\nRzecznik Prasowy MSZ\n\nŹródło: gov.pl"
    )
    assert found.kind is DocumentKind.PRESS_RELEASE
    assert found.letter.sender
    assert folded(found.letter.sender.name) == "Łukasz Jasina"
    assert folded(found.letter.sender.role) == "Rzecznik Prasowy MSZ"


def test_those_behind_a_title_alone_are_written_to(extraction: Understand) -> None:
    letter = extraction(
        "Il Presidente\n\nTrento, 4 marzo 2024\n\nAl Signor\nClaudio Soini\nPresidente del Consiglio Provinciale\n\n"
        "Alla Signora\nConsigliere\nLucia Coppola\nGruppo Alleanza Verdi e Sinistra\n\nLORO SEDI\n\n"
        "Oggetto: Interrogazione n. 8 d.d.06/12/2023\n\n"
        "Come raccomandato, la Provincia si è dotata di un sistema strutturato di servizi.\n\n"
        "Cordiali saluti.\n\ndott. Maurizio Fugatti"
    ).letter
    assert [(folded(one.name), folded(one.role), folded(one.organisation)) for one in letter.recipients] == [
        ("Claudio Soini", "Presidente del Consiglio Provinciale", None),
        ("Lucia Coppola", "Consigliere", "Gruppo Alleanza Verdi e Sinistra"),
    ]


def test_a_motion_is_laid_before_whom_a_line_in_capitals_names(extraction: Understand) -> None:
    found = extraction(
        "Boletín Oficial de las Cortes de Aragón\n\n"
        "Proposición no de Ley núm. 317/17, sobre el compromiso con el futuro en libertad del pueblo saharaui.\n\n"
        "A LA MESA DE LAS CORTES DE ARAGÓN:\n\nLos Portavoces abajo firmantes presentan la siguiente Proposición no de "
        "Ley, solicitando su tramitación ante el Pleno de la Cámara.\n"
    )
    assert found.kind is DocumentKind.RESOLUTION
    assert [folded(one.organisation) for one in found.letter.recipients] == ["MESA DE LAS CORTES DE ARAGÓN"]
    assert folded(found.letter.subject) == "el compromiso con el futuro en libertad del pueblo saharaui"


def test_a_question_to_the_bundestags_government_names_who_asked(extraction: Understand) -> None:
    found = extraction(
        "Deutscher Bundestag Drucksache 11/3325 11. Wahlperiode 17.11.88\n\nAntwort der Bundesregierung\n\n"
        "auf die Große Anfrage der Abgeordneten Frau Dr. Vollmer, Frau Nickels und der Fraktion GRÜNE — Drucksache "
        "11/1534 —\n\nZehn Jahre danach — offene Fragen und politische Lehren\n\n"
        "Der Bundesminister des Innern hat die Große Anfrage namens der Bundesregierung wie folgt beantwortet:\n"
    )
    assert found.kind is DocumentKind.ANSWER
    assert [folded(one.name) for one in found.letter.recipients] == ["Vollmer"]
    assert folded(found.letter.subject) == "Zehn Jahre danach — offene Fragen und politische Lehren"


def test_a_motion_of_the_chamber_is_no_question_and_its_menu_no_head(extraction: Understand) -> None:
    found = extraction(
        "Camera dei deputati\n\nVai al contenuto\n\nSezione di navigazione\n\nMENU DI NAVIGAZIONE PRINCIPALE\n\n"
        "XIX LEGISLATURA\n\nSeduta di Lunedì 16 gennaio 2023\n\nMozione:\n\nLa Camera,\n\npremesso che:\n\n"
        "la burocrazia europea torna a colpire il tessuto economico e patrimoniale italiano e questa volta lo "
        "fa sotto la bandiera della transizione;\n"
    )
    assert found.kind is DocumentKind.RESOLUTION
    assert found.letter.date
    assert (found.letter.date.value, found.letter.place) == ("2023-01-16", None)
    assert found.letter.subject is None


def test_a_month_behind_a_town_dates_a_letter(extraction: Understand) -> None:
    letter = extraction(
        "Madrid, agosto de 2006\nSr. Presidente del Gobierno.\nMuy señor nuestro:\n"
        "En anteriores ocasiones nos hemos dirigido a Vd. para manifestarle nuestra preocupación por la situación.\n"
    ).letter
    assert letter.date
    assert (letter.date.value, folded(letter.place)) == ("2006-08", "Madrid")


def test_an_office_that_is_written_to_is_no_letterhead(extraction: Understand) -> None:
    letter = extraction(
        "Asunto: un año por los presos políticos saharauis\nExcmo. Sr. ministro de Asuntos Exteriores,\n"
        "Unión Europea y Cooperación\nPlaza de la Provincia\n28012 - Madrid\nMadrid, 28 de febrero de 2022\n"
        "Excmo. Sr. ministro,\nLlevamos un año concentrándonos todos los lunes ante ese Ministerio.\n"
    ).letter
    assert letter.sender is None
    assert folded(letter.place) == "Madrid"


def test_a_farewell_may_end_the_last_paragraph(extraction: Understand) -> None:
    letter = extraction(
        "Signor Presidente Mattarella,\ndall’estero le nostre Comunità seguono il Suo lavoro. L’intero Consiglio La "
        "ringrazia per l’impegno. L’occasione mi è gradita per inviarLe i nostri più fervidi saluti.\n"
        "Michele Schiavone\nSegretario Generale CGIE\n"
    ).letter
    assert folded(letter.closing) == "L’occasione mi è gradita per inviarLe i nostri più fervidi saluti."
    assert letter.sender
    assert folded(letter.sender.name) == "Michele Schiavone"


def test_a_question_not_answered_yet_has_the_day_it_was_published(extraction: Understand) -> None:
    found = extraction(
        "Question de Mme Patricia Schillinger (Haut-Rhin - RDPI) publiée le 09/05/2024\n\n"
        "Mme Patricia Schillinger attire l'attention de M. le ministre de la justice sur la situation de deux citoyens "
        "retenus en otages en Iran.\nElle lui demande quelles mesures de soutien le Gouvernement prévoit.\n\n"
        "En attente de réponse du Ministère de l'Europe et des affaires étrangères\n\nSoyez informé de la réponse\n"
    )
    assert found.kind is DocumentKind.WRITTEN_QUESTION
    assert found.letter.date
    assert found.letter.date.value == "2024-05-09"
    assert folded(found.letter.subject) == "la situation de deux citoyens retenus en otages en Iran"


def test_whoever_answers_may_be_named_by_what_it_is_for(extraction: Understand) -> None:
    letter = extraction(
        "Tunisie\nQuestion de :\nM. Francis Hillmeyer\nHaut-Rhin (6e circonscription) - Union pour la Démocratie "
        "Française\nM. Francis Hillmeyer demande à M. le ministre des affaires étrangères ce qu'il compte faire pour "
        "faire libérer ce directeur.\nRéponse publiée le 14 avril 2003\nLa France suit la situation avec vigilance.\n"
        "Ministère répondant : affaires étrangères\n"
    ).letter
    assert folded(letter.subject) == "Tunisie"
    assert letter.sender
    assert folded(letter.sender.organisation) == "affaires étrangères"


def test_a_question_in_the_form_of_a_letter_is_told_by_its_title(extraction: Understand) -> None:
    found = extraction(
        "Warszawa 13.08.2020 r.\n\nDaria Gosek-Popiołek\nPaulina Matysiak\nMagdalena Biejat\n\n"
        "Premier Rzeczypospolitej Polskiej\nMateusz Morawiecki\n\nINTERPELACJA POSELSKA\n"
        "w sprawie pomocy dla obywateli i obywatelek Republiki Białoruś\n\nSzanowny Panie Premierze,\n\n"
        "Zwracamy się do Pana z następującymi pytaniami: Czy Rząd RP podjął przygotowania do przyjęcia uchodźców?\n"
    )
    assert found.kind is DocumentKind.WRITTEN_QUESTION
    assert folded(found.letter.subject) == "pomocy dla obywateli i obywatelek Republiki Białoruś"
    assert found.letter.sender
    assert (folded(found.letter.sender.name), found.letter.sender.organisation) == ("Daria Gosek-Popiołek", None)


def test_towns_before_the_first_words_are_where_a_statement_was_made(extraction: Understand) -> None:
    found = extraction(
        "Auswärtiges/Antwort - 22.11.2019 (hib 1320/2019)\n\n"
        "Berlin: (hib/AHE) Mit dem Stand September dieses Jahres sind 1.602 Deutsche inhaftiert gewesen, "
        "die auf ihren Wunsch von den deutschen Auslandsvertretungen betreut werden.\n"
    )
    assert found.kind is DocumentKind.PRESS_RELEASE
    assert (folded(found.letter.place), folded(found.letter.reference)) == ("Berlin", "hib 1320/2019")


def test_a_title_may_cry_out(extraction: Understand) -> None:
    title = "Polska wezwała Aleksandra Łukaszenkę do uwolnienia wszystkich więźniów politycznych. Natychmiast i teraz!"
    found = extraction(
        f"{title}\n\nPolska wezwała władze w Mińsku o uwolnienie wszystkich więźniów politycznych i zaprzestanie "
        "represji. „Jeszcze raz wzywamy władze w Mińsku do uwolnienia zatrzymanych” – napisano w komunikacie.\n"
    )
    assert folded(found.letter.subject) == title
