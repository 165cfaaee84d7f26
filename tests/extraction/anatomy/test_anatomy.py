"""Zones, headers, parties and kinds together: the parts of a letter as they stand on the page."""

from collections.abc import Callable

import pytest

from assistant.model.letter import DocumentKind
from assistant.model.precedent import Extraction
from assistant.model.source import Passage

Understand = Callable[[str], Extraction]

REPLY = """Our ref.: D(2021)417
Your ref.: A/12

Brussels, 4 March 2021

Mr John Smithson
Director, Human Rights Foundation
12 Market Street
1000 Brussels

Subject: Visa refusals in Minsk

Dear Mr Smithson,

Thank you for your letter of 3 February. We will examine the matter with care.

Yours sincerely,

Maria Kowalska
Head of Unit
European Commission
"""


def folded(passage: Passage | None) -> str | None:
    return " ".join(passage.text.split()) if passage else None


def test_the_parts_of_carlssons_letter(carlsson: Extraction) -> None:
    letter = carlsson.letter
    assert carlsson.kind is DocumentKind.LETTER
    assert carlsson.language == "en"
    assert letter.date
    assert (letter.date.text, letter.date.value) == ("23 May 2019", "2019-05-23")
    assert folded(letter.place) == "Nur-Sultan"
    assert (letter.reference, letter.subject) == (None, None)


def test_a_doubled_salutation_and_a_doubled_closing_are_one_passage_each(carlsson: Extraction) -> None:
    assert folded(carlsson.letter.salutation) == "Dear Honourable Member, Dear Ms Gomes,"
    assert folded(carlsson.letter.closing) == "Yours sincerely, Best regards,"


def test_the_sender_signs_and_the_letterhead_tells_his_organisation(carlsson: Extraction) -> None:
    sender = carlsson.letter.sender
    assert sender
    assert folded(sender.name) == "Sven-Olov Carlsson"
    assert folded(sender.role) == "Head of Delegation"
    assert folded(sender.organisation) == "EUROPEAN UNION DELEGATION TO THE REPUBLIC OF KAZAKHSTAN"


def test_the_recipient_has_role_organisation_and_postal_lines(carlsson: Extraction) -> None:
    (recipient,) = carlsson.letter.recipients
    assert folded(recipient.name) == "Ana Gomes"
    assert folded(recipient.role) == "Member of the European Parliament"
    assert folded(recipient.organisation) == "European Parliament"
    assert [folded(line) for line in recipient.address] == [
        "Bât. Altiero Spinelli, 14G201",
        "Rue Wiertz 60",
        "B - 1047 Brussels",
    ]


def test_a_press_release_has_a_title_and_whoever_may_be_asked(press_conference: Extraction) -> None:
    letter = press_conference.letter
    assert press_conference.kind is DocumentKind.PRESS_RELEASE
    assert folded(letter.subject) == (
        "Press Conference: Presentation of Exclusive Report of Human Rights Monitoring Mission to Kazakhstan"
    )
    assert letter.date
    assert letter.date.value == "2018-05-15"
    assert letter.sender
    assert folded(letter.sender.organisation) == "Open Dialog Foundation"
    assert (letter.salutation, letter.closing, letter.recipients) == (None, None, ())


def test_labels_tell_reference_and_subject(extraction: Understand) -> None:
    letter = extraction(REPLY).letter
    assert folded(letter.reference) == "D(2021)417"
    assert folded(letter.subject) == "Visa refusals in Minsk"
    assert folded(letter.place) == "Brussels"
    assert letter.sender
    assert folded(letter.sender.name) == "Maria Kowalska"
    assert folded(letter.sender.organisation) == "European Commission"
    assert [folded(one.name) for one in letter.recipients] == ["John Smithson"]


def test_an_address_whose_lines_are_paragraphs_is_one_address(extraction: Understand) -> None:
    letter = extraction(REPLY.replace("\n", "\n\n")).letter
    (recipient,) = letter.recipients
    assert folded(recipient.name) == "John Smithson"
    assert folded(recipient.organisation) == "Human Rights Foundation"
    assert [folded(line) for line in recipient.address] == ["12 Market Street", "1000 Brussels"]


def test_a_written_question_tells_who_asks_and_its_number(extraction: Understand) -> None:
    letter = extraction(
        "Question for written answer E-004819/2020\nto the Commission\nRule 138\nPetra Novotná (S&D)\n\n"
        "Subject: Arrests in Belarus\n\nWill the Commission act on the arrests of journalists in Minsk this year?"
    ).letter
    assert folded(letter.reference) == "E-004819/2020"
    assert letter.sender
    assert folded(letter.sender.name) == "Petra Novotná"
    assert [folded(one.organisation) for one in letter.recipients] == ["Commission"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (REPLY, DocumentKind.LETTER),
        ("Question for written answer E-006448/2020\n\nWill the Commission act?", DocumentKind.WRITTEN_QUESTION),
        ("Question\nTo ask the Minister what he did.\n\nAnswer\nHe has visited the country.", DocumentKind.ANSWER),
        ("European Parliament resolution of 14 March 2019 on Kazakhstan\n\nIt calls for it.", DocumentKind.RESOLUTION),
        ("Press release\n\nThe mission has visited the country and met the opposition.", DocumentKind.PRESS_RELEASE),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_labels_and_greetings(text: str, kind: DocumentKind, extraction: Understand) -> None:
    assert extraction(text).kind is kind


def test_the_letter_answered_is_referred_to(carlsson: Extraction) -> None:
    (reference,) = carlsson.letter.refers_to
    assert (reference.what, reference.date, reference.quote) == (
        "letter",
        "2019-05-15",
        "your letter dated 15 May 2019",
    )


def test_documents_listed_under_a_heading_are_referred_to(press_conference: Extraction) -> None:
    found = [(one.what, " ".join(one.quote.split())) for one in press_conference.letter.refers_to]
    assert ("report", "The case of Almat Zhumagulov and Kenzhebek Abishev") in found
    assert ("statement", "The case of Mukhtar Dzhakishev: release the political prisoner to save his life") in found


@pytest.mark.parametrize(
    ("sentence", "what", "date", "quote"),
    [
        ("On 5 March we wrote to you about this.", "letter", "2021-03-05", "5 March we wrote to you about this"),
        ("The committee published its report of 2 May 2019 on it.", "report", "2019-05-02", "its report of 2 May 2019"),
        ("We read the resolution on torture in Belarus.", "resolution", None, "the resolution on torture in Belarus"),
    ],
)  # fmt: skip
def test_documents_are_referred_to_in_sentences(
    sentence: str, what: str, date: str | None, quote: str, extraction: Understand
) -> None:
    found = extraction(f"Brussels, 4 June 2021\n\nDear Mr Smithson,\n\n{sentence}\n\nSincerely,").letter.refers_to
    assert [(one.what, one.date, one.quote) for one in found] == [(what, date, quote)]


def test_a_document_yet_to_be_written_is_not_referred_to(extraction: Understand) -> None:
    assert extraction("They appealed to Parliament to adopt an urgent resolution on Kazakhstan.").letter.refers_to == ()


UNSIGNED = """Madrid, 3 March 2021

A question to the Government about the prisoners of Gdeim Izik, who have been on hunger strike for five weeks now.

Will the Government raise their case with the authorities of Morocco? Will it publish what it is told?

Nuria Buenaventura Puig
"""


def test_a_name_alone_at_the_end_signs_without_a_closing(extraction: Understand) -> None:
    letter = extraction(UNSIGNED).letter
    assert letter.closing is None
    assert letter.sender
    assert folded(letter.sender.name) == "Nuria Buenaventura Puig"


def test_a_formula_of_unknown_words_closes_by_its_place(extraction: Understand) -> None:
    found = extraction(
        f"Dear Mr Smithson,\n\n{'We ask you to act. ' * 8}\n\nWith democratic vigilance,\n\nMaria Kowalska"
    )
    assert folded(found.letter.closing) == "With democratic vigilance,"
    assert found.letter.sender
    assert folded(found.letter.sender.name) == "Maria Kowalska"


def test_an_open_letter_has_its_title_for_a_subject(extraction: Understand) -> None:
    found = extraction(
        "Open letter to the President of the Republic\n\nDear Mr President,\n\nWe write to you about Ales."
    )
    assert folded(found.letter.subject) == "Open letter to the President of the Republic"


def test_several_addressees_stand_in_lines_of_their_own(extraction: Understand) -> None:
    found = extraction(
        "Ilham Aliyev, President of Azerbaijan\n\nRecep Erdoğan, President of the Republic of Turkey\n\n"
        "Dear friends,\n\nWe ask you to release the prisoners without delay.\n\nYours sincerely,\n\nMaria Kowalska"
    )
    assert [folded(one.name) for one in found.letter.recipients] == ["Ilham Aliyev", "Recep Erdoğan"]


def test_whoever_asked_does_not_answer(extraction: Understand) -> None:
    found = extraction(
        "QUESTION ÉCRITE N° 3779\nAuteur : M. Florian Chauche (Député)\nMinistère interrogé : Justice\n\n"
        "Texte de la question\n\nM. Florian Chauche attire l'attention de M. le ministre de la justice sur la prison. "
        "Il lui demande quelles mesures il entend prendre.\n\nTexte de la réponse\n\n"
        "Le Gouvernement n'envisage pas de modifier cette règle."
    )
    assert found.kind is DocumentKind.ANSWER
    assert found.letter.sender
    assert found.letter.sender.name is None
    assert folded(found.letter.sender.organisation) == "Justice"


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("As we said in our reply to Question E-004819/2020, we are following the case.", "Question E-004819/2020"),
        ("They point to the Written Questions E-000641/2010 and E-004290/2010.", "E-000641/2010 and E-004290/2010"),
    ],
)
def test_a_number_makes_a_document_of_the_word_before_it(sentence: str, quote: str, extraction: Understand) -> None:
    found = extraction(f"Brussels, 4 June 2021\n\nDear Mr Smithson,\n\n{sentence}\n\nSincerely,").letter.refers_to
    assert any(quote in one.quote for one in found)


def test_an_address_that_begins_like_a_greeting_is_none(extraction: Understand) -> None:
    letter = extraction(
        "Excmo. Sr. ministro de Asuntos Exteriores,\n\nPlaza de la Provincia\n\nMadrid, 4 de julio de 2022.\n\n"
        "Asunto: Los presos saharauis\n\nExcmo. Sr. ministro,\n\n"
        "La policía tortura y maltrata a los presos en lugares donde no hay testigos, y nadie responde por ello."
    ).letter
    assert folded(letter.salutation) == "Excmo. Sr. ministro,"
    assert letter.date
    assert (letter.date.value, folded(letter.place)) == ("2022-07-04", "Madrid")
    assert folded(letter.subject) == "Los presos saharauis"


def test_a_question_that_cites_a_resolution_is_a_question_and_not_a_reference_to_itself(extraction: Understand) -> None:
    found = extraction(
        "Communiqué issued at the end of the visit to Cuba\n\nWRITTEN QUESTION E-1746/08\n"
        "by Francisco José Millán Mon (PPE-DE)\nto the Commission\n\n"
        "In its resolution of 21 June 2007 the Parliament urged the Council to demand the release of prisoners. "
        "Did the Commissioner remind the authorities of it?"
    )
    assert found.kind is DocumentKind.WRITTEN_QUESTION
    assert found.letter.sender
    assert folded(found.letter.sender.name) == "Francisco José Millán Mon"
    assert [one.quote for one in found.letter.refers_to] == ["its resolution of 21 June 2007"]


ANSWERED = """Written Question
Peru: Press Freedom
Wednesday 31st July 2019

Asked by: Jane Whitfield (Green - Leeds)

Question to the Foreign, Commonwealth and Development Office:

To ask the Secretary of State, what recent discussions he has had with the Government of Peru on freedom of the press.

Answered by Peter Marlowe

The Ambassador raised media freedom with the Foreign Minister on 24 June.
"""


def test_whoever_answers_a_question_is_its_sender_and_the_body_that_was_asked_stands_behind(
    extraction: Understand,
) -> None:
    found = extraction(ANSWERED)
    assert found.kind is DocumentKind.ANSWER
    assert found.letter.sender
    assert folded(found.letter.sender.name) == "Peter Marlowe"
    assert folded(found.letter.sender.organisation) == "Foreign, Commonwealth and Development Office"
    assert folded(found.letter.subject) == "Peru: Press Freedom"


def test_the_day_of_the_answer_is_the_date_and_not_the_day_of_the_question(extraction: Understand) -> None:
    text = ANSWERED.replace("Answered by", "This question was answered on 5th August 2019\n\nAnswered by")
    date = extraction(text).letter.date
    assert date
    assert date.value == "2019-08-05"


@pytest.mark.parametrize(
    ("line", "greeting"),
    [
        ("Betreff: Haftbedingungen von Frau Nahid Rostami im Evin-Gefängnis", "Sehr geehrte Frau Ministerin,"),
        ("Objet : situation de M. Loujaïn Benali, détenu à Oran", "Monsieur le Ministre,"),
        ("Subject: the case of Mr Arif Hasanov", "Dear Minister,"),
    ],
)
def test_whom_the_subject_names_is_not_written_to(line: str, greeting: str, extraction: Understand) -> None:
    letter = extraction(f"{line}\n\n{greeting}\n\nPlease raise this case.\n\nYours sincerely,\nAnna Vogt").letter
    assert letter.subject
    assert letter.subject.text in line
    assert letter.recipients == ()


def test_who_gives_a_name_in_the_first_words_and_signs_nowhere_is_the_sender(extraction: Understand) -> None:
    text = "To the Secretary of State,\n\nMy name is Dang Xuan Ha and my brother is in prison. I urge you to act."
    sender = extraction(text).letter.sender
    assert sender
    assert folded(sender.name) == "Dang Xuan Ha"


def test_a_line_in_quotation_marks_above_the_greeting_is_the_subject(extraction: Understand) -> None:
    letter = extraction(
        "21 November 2007\n\n“Detention of Democracy Activists”\n\nDear Mr President,\n\nI write to you."
    ).letter
    assert folded(letter.subject) == "Detention of Democracy Activists"


def test_a_greeting_may_end_like_a_sentence(extraction: Understand) -> None:
    text = "Sehr geehrte Frau Ministerin Vogt.\nWir bitten Sie um Ihren Einsatz.\nMit freundlichen Grüßen\nAnna Lipp"
    assert folded(extraction(text).letter.salutation) == "Sehr geehrte Frau Ministerin Vogt."


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("In February 2019, I sent a letter to your team.", "2019-02"),
        ("The Council said so in its 18 June 2007 conclusions, which are clear.", "2007-06-18"),
        ("On 5 May 2020 the Senate adopted a resolution on the matter.", "2020-05-05"),
    ],
)
def test_a_document_has_the_day_on_which_it_was_sent_or_adopted(
    sentence: str, date: str, extraction: Understand
) -> None:
    found = extraction(f"Brussels, 4 June 2021\n\nDear Mr Smithson,\n\n{sentence}\n\nSincerely,").letter.refers_to
    assert [one.date for one in found] == [date]


def test_what_was_said_of_a_document_is_not_said_of_another_one(extraction: Understand) -> None:
    text = "Police gave the family the letter of the prosecutor about Mr Li. The letter of the prosecutor is short."
    assert len(extraction(text).letter.refers_to) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Letter from Rt Hon Anna Vogt MP, Minister for Europe, Foreign and Commonwealth Office to the Chairman",
        "Letter to the Chairman from Rt Hon Anna Vogt MP, Minister for Europe, Foreign and Commonwealth Office",
    ],
)
def test_a_letter_printed_without_a_greeting_has_its_parties_in_the_title(title: str, extraction: Understand) -> None:
    found = extraction(f"{title}\n\nI am writing about the next meeting of the Council.\n\n7 April 2006")
    assert found.kind is DocumentKind.LETTER
    sender = found.letter.sender
    assert sender
    assert (folded(sender.name), folded(sender.role)) == ("Anna Vogt", "Minister for Europe")
    assert folded(sender.organisation) == "Foreign and Commonwealth Office"
    assert [folded(one.role) for one in found.letter.recipients] == ["the Chairman"]


def test_a_statement_is_made_by_whom_its_title_names(extraction: Understand) -> None:
    title = "Statement by President Anna Vogt on political prisoners in Cuba"
    found = extraction(f"Brussels, 12 May 2013\n\n{title}\n\nI once again call for the release of all prisoners.")
    assert found.kind is DocumentKind.PRESS_RELEASE
    assert folded(found.letter.subject) == title
    sender = found.letter.sender
    assert sender
    assert (folded(sender.name), folded(sender.role)) == ("Anna Vogt", "President")


def test_a_spokespersons_statement_is_not_by_the_person_spoken_for(extraction: Understand) -> None:
    title = "Statement by the spokesperson of EU High Representative, Anna Vogt, on the detention of Ahmed Maher"
    sender = extraction(f"{title}\n\nThe High Representative is concerned about the detention on Friday.").letter.sender
    assert sender
    assert (sender.name, folded(sender.role)) == (None, "spokesperson of EU High Representative")


def test_a_member_whose_name_is_printed_above_signs_with_a_role_alone(extraction: Understand) -> None:
    head = "Anna Vogt MP\nMember for Cowan\n\n9 May 2008\n\nThe Honourable John Smithson\nPrime Minister"
    letter = extraction(
        f"{head}\n\nDear Prime Minister,\n\nI ask that the charges be dropped.\n\nYours sincerely,\n\nMember for Cowan"
    ).letter
    assert letter.sender
    assert (folded(letter.sender.name), folded(letter.sender.role)) == ("Anna Vogt", "Member for Cowan")
    assert [folded(one.name) for one in letter.recipients] == ["John Smithson"]


def test_an_unknown_body_that_is_greeted_is_written_to(extraction: Understand) -> None:
    letter = extraction(
        "Letter from Borrell\nDear Neighbourhood and Enlargement Negotiations,\n"
        "I am requesting the letter sent in September.\nYours faithfully,\nAnna Vogt"
    ).letter
    assert [folded(one.organisation) for one in letter.recipients] == ["Neighbourhood and Enlargement Negotiations"]
    assert folded(letter.subject) == "Letter from Borrell"


def test_letters_behind_a_signatorys_name_are_no_body(extraction: Understand) -> None:
    letter = extraction(
        "Dear Sir,\n\nI respectfully request the release of these people.\n\nYours sincerely,\n\n"
        "Anna Vogt, MLA\nState Member for Morley\n\nParliament of Western Australia"
    ).letter
    assert letter.sender
    assert folded(letter.sender.organisation) == "Parliament of Western Australia"


def test_the_department_asked_answers_whatever_else_the_minister_holds(extraction: Understand) -> None:
    letter = extraction(
        "Iran: Christianity\nThursday 31st October 2019\n\nAsked by: David Drew (Labour - Stroud)\n\n"
        "Question to the Foreign, Commonwealth & Development Office:\n\n"
        "To ask the Secretary of State, what representations he has made.\n\n"
        "Answered by Anna Vogt - Parliamentary Under-Secretary (Ministry of Defence)\n\n"
        "We regularly raise the treatment of minorities with the Iranian Government."
    ).letter
    assert letter.sender
    assert folded(letter.sender.organisation) == "Foreign, Commonwealth & Development Office"


def test_the_letterhead_above_an_address_in_one_block_is_the_senders(extraction: Understand) -> None:
    letter = extraction(
        "Council of the European Union\nGeneral Secretariat\nKnowledge Management Unit\nTransparency\nHead of Unit\n"
        "Brussels, 13 June 2023\nMr John Smithson\nRef. 18/c/02/23\nDear Mr Smithson,\n"
        "Thank you for your e-mail of 22 May 2023.\nYours sincerely,\nFor the General Secretariat\nAnna Vogt"
    ).letter
    assert letter.sender
    assert (folded(letter.sender.name), folded(letter.sender.role)) == ("Anna Vogt", "Head of Unit")
    assert folded(letter.sender.organisation) == "Council of the European Union"
    assert [(folded(one.name), one.organisation) for one in letter.recipients] == [("John Smithson", None)]


def test_a_text_that_writes_to_somebody_is_a_letter_without_a_greeting(extraction: Understand) -> None:
    found = extraction(
        "H.E. Mr. John Smithson, President of the Republic\n\n"
        "We the undersigned Members write to you today to express our concern about all defenders in prison.\n\n"
        "We urge you to release them. They have done nothing wrong."
    )
    assert found.kind is DocumentKind.LETTER
    assert found.letter.subject is None


@pytest.mark.parametrize(
    ("sentence", "references"),
    [
        ("We sent a strong message to the Belarusian authorities.", ["a strong message to the Belarusian authorities"]),
        ("We are keen to give a strong message to the Belarusian authorities.", []),
        ("Prisoners may address a petition to the Secretary of State.", []),
        ("The Lopez report is on its way.", ["The Lopez report"]),
        (
            "I have read Professor Matthew's report on British prisoners overseas.",
            ["Professor Matthew's report on British prisoners overseas"],
        ),
        ("We regret the Parliament's decision to refuse access.", ["the Parliament's decision to refuse access"]),
        ("They have been told of Wang's Notice of Arrest.", []),
        (
            "I am writing in response to the article 'The trials of innocence abroad' of last week.",
            ["the article 'The trials of innocence abroad'"],
        ),
        ("We have welcomed the Joint Communiqué with all our heart.", ["the Joint Communiqué"]),
        (
            "The letter of the Members asking the leaders to demand her release was published.",
            ["The letter of the Members"],
        ),
    ],
)
def test_documents_that_exist_are_told_from_those_spoken_of(
    sentence: str, references: list[str], extraction: Understand
) -> None:
    found = extraction(f"Dear Mr Smithson,\n\n{sentence}\n\nSincerely,").letter.refers_to
    assert [one.quote for one in found] == references


def test_a_letter_is_dated_behind_whom_it_is_from_and_to(extraction: Understand) -> None:
    sentence = (
        "whether the circular letter from Mr. J. D. F. Turnham of the Home Office to Governors and Wardens of all "
        "establishments dated 3rd September 1975 is still in force."
    )
    (reference,) = extraction(f"Dear Mr Smithson,\n\nI ask {sentence}\n\nSincerely,").letter.refers_to
    assert (reference.what, reference.date) == ("letter", "1975-09-03")


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("The European Parliament hereby acknowledges receipt of your message.", "European Parliament"),
        ("The Embassy of Kazakhstan presents its compliments to the Committee.", "Embassy of Kazakhstan"),
    ],
)
def test_a_body_that_says_what_it_does_sends_the_letter(words: str, body: str, extraction: Understand) -> None:
    sender = extraction(
        f"Our reference: 2023-3123\n\nDear Mr Smithson,\n\n{words} It will be answered soon."
    ).letter.sender
    assert sender
    assert folded(sender.organisation) == body


def test_the_letterhead_above_whoever_is_greeted_is_the_senders(extraction: Understand) -> None:
    letter = extraction(
        "Ref. Ares(2022)5438726 - 28/07/2022\nEUROPEAN COMMISSION\nSECRETARIAT-GENERAL\nInterinstitutional Relations\n"
        "The Director\nBrussels\nSG.F.1/SLG\nPeter Teffer\nOvertoom 197\n1054 HT Amsterdam\nThe Netherlands\n"
        "Subject:\nYour application for access to documents\nDear Mr Teffer,\n"
        "We regret to inform you that the Commission does not hold any documents."
    ).letter
    assert letter.sender
    assert folded(letter.sender.organisation) == "EUROPEAN COMMISSION"
    assert [(folded(one.name), one.role) for one in letter.recipients] == [("Peter Teffer", None)]


def test_whoever_gets_a_copy_is_not_written_to(extraction: Understand) -> None:
    letter = extraction(
        "Mr John Smithson\nDirector\n\ncc : Anna Vogt, Managing Director for Asia\nPeter Berz, Head of Unit\n\n"
        "Brussels, 15 July 2021\n\nDear Mr Smithson,\n\nI inform you about a violation.\n\nYours sincerely,"
    ).letter
    assert [folded(one.name) for one in letter.recipients] == ["John Smithson"]


def test_an_address_tells_more_of_whoever_is_written_to_than_the_title(extraction: Understand) -> None:
    letter = extraction(
        "Letter: from the Chair to the President of the European Parliament regarding access to documents\n\n"
        "Strasbourg, 05-05-2004\n\nMr Pat COX\nPresident\nEuropean Parliament\n\nMr President,\n\n"
        "I am writing to seek your co-operation."
    ).letter
    assert [folded(one.name) for one in letter.recipients] == ["Pat COX"]
    assert folded(letter.place) == "Strasbourg"


def test_an_addressee_before_the_date_is_no_place(extraction: Understand) -> None:
    letter = extraction(
        "President Anna Vogt                    19 August 2013\nul. Karla Marxa 38\n220016 Minsk\n\n"
        "Dear President Vogt\n\nI hope you will take prompt action to release him."
    ).letter
    assert letter.place is None
    assert letter.date
    assert letter.date.value == "2013-08-19"


def test_a_letter_that_is_only_quoted_is_none(extraction: Understand) -> None:
    found = extraction(
        "Families of Americans held abroad write to the President\n\n"
        "Today the families sent a letter. “We write to you as family members of those who are held,” the letter says. "
        "They have waited for years, and many of them have not been heard at all."
    )
    assert found.kind is DocumentKind.PRESS_RELEASE


def test_a_greeting_is_no_part_of_a_role(extraction: Understand) -> None:
    (recipient,) = extraction(
        "Dear Prime Minister Justin Trudeau,\n\nWe ask the government to help them.\n\nSincerely,"
    ).letter.recipients
    assert (folded(recipient.name), folded(recipient.role)) == ("Justin Trudeau", "Prime Minister")


NOTE_VERBALE = """EMBASSY OF THE REPUBLIC OF KAZAKHSTAN
TO THE KINGDOM OF BELGIUM

The Embassy of the Republic of Kazakhstan presents its compliments to the Secretariat of the European Parliament and, \
with reference to its letter of 4 February 2020, has the honour to inform that the sentence of Mr Zhumagulov was upheld.

The Embassy avails itself of this opportunity to renew to the Secretariat the assurances of its highest consideration.

Brussels, 2 March 2020

European Parliament
Secretariat of the Subcommittee on Human Rights
"""


def test_a_note_verbale_is_a_letter_of_the_embassy(extraction: Understand) -> None:
    found = extraction(NOTE_VERBALE)
    assert found.kind is DocumentKind.LETTER
    assert found.letter.subject is None
    assert found.letter.sender
    assert folded(found.letter.sender.organisation) == "Embassy of the Republic of Kazakhstan"
    assert found.letter.closing
    assert found.letter.closing.text.startswith("The Embassy avails itself")


def test_a_mail_is_from_and_to_whom_its_labels_name_in_full(extraction: Understand) -> None:
    letter = extraction(
        "From: Anna Kowalska <anna.kowalska@example.org>\nTo: John Smithson <john@example.org>\n"
        "Date: Tue, 4 Feb 2020 10:22:11 +0100\nSubject: The case of Mr Zhumagulov\n\nDear John,\n\n"
        "Many thanks for your message. Could you send us the report of the observers?\n\nBest wishes,\nAnna"
    ).letter
    assert letter.sender
    assert folded(letter.sender.name) == "Anna Kowalska"
    assert [folded(one.name) for one in letter.recipients] == ["John Smithson"]


def test_a_resolution_of_parliament_has_its_number_and_day_in_its_titles(extraction: Understand) -> None:
    found = extraction(
        "European Parliament\n2019-2024\nTEXTS ADOPTED\nP9_TA(2020)0375\n"
        "European Parliament resolution of 18 December 2020 on the deterioration of human rights in Egypt, in "
        "particular the case of the activists of the Egyptian Initiative for Personal Rights (EIPR) (2020/2912(RSP))\n"
        "The European Parliament,\n1. Deplores the continued crackdown on fundamental rights in Egypt;\n"
        "2. Calls for the immediate release of Patrick George Zaki;"
    )
    assert found.kind is DocumentKind.RESOLUTION
    assert found.letter.date
    assert (found.letter.date.value, folded(found.letter.reference)) == ("2020-12-18", "P9_TA(2020)0375")
    assert [one.quote.split()[0] for one in found.facts] == ["Deplores", "Calls"]


def test_two_signatories_in_one_line_are_one_name(extraction: Understand) -> None:
    letter = extraction(
        "Dear Foreign Secretary\n\nWe urge you to raise this case with your counterpart.\n\nYours sincerely\n\n"
        "Martin Hughes MP          Anna Vogt MP\nMember of Parliament for West Dunbartonshire"
    ).letter
    assert letter.sender
    assert folded(letter.sender.name) == "Martin Hughes MP Anna Vogt"
    assert folded(letter.sender.role) == "Member of Parliament for West Dunbartonshire"


def test_a_place_and_a_day_before_the_first_sentence_make_a_press_release(extraction: Understand) -> None:
    found = extraction(
        "Chief Observer launches a mission to observe the elections in Kosovo\n\n"
        "PRISTINA, 15 September 2017 - The Chief Observer of the European Union officially launched the mission today, "
        "which will observe the elections of 22 October."
    )
    assert found.kind is DocumentKind.PRESS_RELEASE
    assert found.letter.date
    assert (found.letter.date.value, folded(found.letter.place)) == ("2017-09-15", "PRISTINA")


def test_a_greeting_ends_where_its_line_goes_on(extraction: Understand) -> None:
    letter = extraction(
        "An den Bundespräsidenten, Herrn Richard von Weizsäcker\n\n"
        "Sehr geehrter Herr Bundespräsident, der Zeitpunkt, mit einer Bitte an Sie heranzutreten, ist wohl bedacht.\n\n"
        "Wir bitten Sie, die Gefangenen zu begnadigen und ihnen die Rückkehr zu ihren Familien zu ermöglichen."
    ).letter
    assert letter.salutation
    assert letter.salutation.text == "Sehr geehrter Herr Bundespräsident,"
