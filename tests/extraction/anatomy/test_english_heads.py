"""Heads of English letters, answers, resolutions and statements, as parliaments and missions print them."""

from collections.abc import Callable

from assistant.model.letter import DocumentKind
from assistant.model.precedent import Extraction
from assistant.model.source import Passage

Understand = Callable[[str], Extraction]


def folded(passage: Passage | None) -> str | None:
    return " ".join(passage.text.split()) if passage else None


def test_an_answer_in_the_official_report_is_by_whom_stands_above_it(extraction: Understand) -> None:
    found = extraction(
        "HL Deb 27 November 2002 vol 641 cc45-6WA\nLord Hylton\n\nasked Her Majesty's Government:\n\n"
        "What was the outcome of the visits to the British citizens detained at Guantanamo Bay?\n\n"
        "Baroness Symons of Vernham Dean\n\n"
        "We continue to discuss the circumstances of the British detainees with the US regularly.\n"
    )
    letter = found.letter
    assert found.kind is DocumentKind.ANSWER
    assert folded(letter.reference) == "HL Deb 27 November 2002 vol 641 cc45-6WA"
    assert letter.date is not None
    assert (letter.date.value, letter.place, letter.subject, letter.recipients) == ("2002-11-27", None, None, ())
    assert letter.sender is not None
    assert folded(letter.sender.name) == "Baroness Symons of Vernham Dean"


def test_a_statement_without_a_title_begins_with_place_and_day(extraction: Understand) -> None:
    found = extraction(
        "BRUSSELS, 17 May 2024 – The OSCE Office for Democratic Institutions and Human Rights (ODIHR) today opened a "
        "mission for the European Parliament elections, following an invitation from all states.\n\n"
        "The mission will assess the conduct of the elections for their compliance with OSCE commitments.\n"
    )
    letter = found.letter
    assert found.kind is DocumentKind.PRESS_RELEASE
    assert letter.date is not None
    assert (letter.date.value, folded(letter.place)) == ("2024-05-17", "BRUSSELS")
    assert letter.sender is not None
    assert folded(letter.sender.organisation) == "OSCE Office for Democratic Institutions and Human Rights"


def test_a_town_in_capitals_before_the_first_words_is_the_place(extraction: Understand) -> None:
    letter = extraction(
        "Senators call for release of detained Americans\n\nApril 24, 2020\n\n"
        "WASHINGTON, D.C. – U.S. Senators Chris Coons and Thom Tillis issued the following statement:\n\n"
        '"We call on foreign governments to release all prisoners of conscience on humanitarian grounds."\n'
    ).letter
    assert letter.date is not None
    assert (letter.date.value, folded(letter.place)) == ("2020-04-24", "WASHINGTON, D.C.")


def test_the_number_of_a_decision_is_its_reference(extraction: Understand) -> None:
    letter = extraction(
        "EUROPEAN COMMISSION\n\nBrussels, 23.4.2020\nC(2020) 2690 final\n\nMr Maarten Hillebrandt\n\n"
        "Dear Mr Hillebrandt,\n\nI refer to your email of 12 February 2020, in which you submit an application.\n"
    ).letter
    assert folded(letter.reference) == "C(2020) 2690 final"


def test_a_committees_correspondence_has_its_parties_in_the_title_and_footnotes_below_the_signature(
    extraction: Understand,
) -> None:
    letter = extraction(
        "Letter to the Chairman of the Committee\nfrom the Secretary of State for Foreign and Commonwealth Affairs\n\n"
        "Thank you for your letter of 9 February.[1]\n\n"
        "I have also responded to new questions as best I could when they have been put to me by the Committee.\n\n"
        "I look forward to seeing you on 15 March.\n\nRt Hon Jack Straw MP\n\n"
        "Secretary of State for Foreign and Commonwealth Affairs\n\n27 February 2006\n\n"
        "1 See Foreign Affairs Committee, Human Rights Annual\nReport 2005, First Report of Session 2005-06. Back\n"
    ).letter
    assert letter.date is not None
    assert letter.date.value == "2006-02-27"
    assert folded(letter.subject) == (
        "Letter to the Chairman of the Committee from the Secretary of State for Foreign and Commonwealth Affairs"
    )
    assert letter.sender is not None
    assert (folded(letter.sender.name), letter.sender.organisation) == ("Jack Straw", None)
    assert [folded(one.role) for one in letter.recipients] == ["the Chairman of the Committee"]


def test_a_title_may_be_numbered(extraction: Understand) -> None:
    letter = extraction(
        "34.  Letter from the Chairman to Michael Wills MP, Minister of State, Ministry of Justice\n\n"
        "Thank you for your letters of 24 January, about our inquiry, and 8 February, in reply to my letter.\n\n"
        "I would be grateful if you could reply by Thursday 6 March.\n\n21 February 2008\n"
    ).letter
    assert folded(letter.subject) == (
        "Letter from the Chairman to Michael Wills MP, Minister of State, Ministry of Justice"
    )
    assert [folded(one.name) for one in letter.recipients] == ["Michael Wills"]


def test_a_resolution_is_of_the_house_it_is_moved_in(extraction: Understand) -> None:
    letter = extraction(
        "[Congressional Bills 118th Congress]\n\n118th CONGRESS\n1st Session\nS. RES. 179\n\n"
        "Condemning the wrongful detainment of United States citizens and residents by the Russian Federation, "
        "and for other purposes.\n\nIN THE SENATE OF THE UNITED STATES\n\nApril 27, 2023\n\nRESOLUTION\n\n"
        "Condemning the wrongful detainment of United States citizens and residents by the Russian Federation.\n"
    ).letter
    assert letter.sender is not None
    assert folded(letter.sender.organisation) == "SENATE OF THE UNITED STATES"
    assert letter.date is not None
    assert (letter.date.value, folded(letter.reference)) == ("2023-04-27", "S. RES. 179")


def test_an_office_printed_in_the_letterhead_is_the_role_of_a_body_that_signs_alone(extraction: Understand) -> None:
    letter = extraction(
        "Council of the European Union\nGeneral Secretariat\nKnowledge Management Unit\nHead of Unit\n\n"
        "Brussels, 27 September 2021\n\nMr Chris Gaffney\n\nRef. 35/c/01/2021-PRO-vk\n\nDear Mr Gaffney,\n\n"
        "Thank you for your e-mail of 5 September 2021.\n\nYours sincerely,\n\nFor the General Secretariat\n"
    ).letter
    assert letter.sender is not None
    assert (letter.sender.name, folded(letter.sender.role)) == (None, "Head of Unit")
    assert folded(letter.sender.organisation) == "Council of the European Union"


def test_a_name_given_in_quoted_speech_is_not_the_authors(extraction: Understand) -> None:
    letter = extraction(
        "The press conference: a manifestation for press freedom\n\n"
        "We spoke to the media following our release from jail, and we said that we were glad to be back.\n\n"
        "Moderator: “Well, hello to all of you. My name is Jesper Bengtsson and I am the editor of a magazine.”\n"
    ).letter
    assert letter.sender is None


def test_a_title_that_ends_in_report_is_no_report_above_place_and_day(extraction: Understand) -> None:
    found = extraction(
        "The Gambia: EU awaits EOM report\n\n"
        "Brussels 08.12.2021 “The Gambia conducted Presidential elections on 4 December. The European Union welcomes "
        "the calm, peaceful, and transparent manner in which the elections were conducted. The high voter turnout "
        "shows the commitment of the Gambian people to the democratic path.”\n"
    )
    assert found.kind is DocumentKind.PRESS_RELEASE
    assert found.letter.date is not None
    assert (found.letter.date.value, folded(found.letter.place)) == ("2021-12-08", "Brussels")


def test_whoever_is_written_to_above_the_greeting_does_not_send_the_letter(extraction: Understand) -> None:
    letter = extraction(
        "New York, 26 October 2015\n\nTo: Member States candidates to the UN Human Rights Council\n\n"
        "Cc: Member States of the UN General Assembly\n\nExcellency,\n\n"
        "We are a diverse group of non-governmental organisations from all parts of the world.\n"
    ).letter
    assert letter.sender is None
    assert [folded(one.organisation) for one in letter.recipients] == ["UN Human Rights Council"]


def test_the_number_of_a_resolution_is_not_its_subject(extraction: Understand) -> None:
    letter = extraction(
        "H. Res. 17\n\nIn the House of Representatives, U. S.,\n\nDecember 3, 2020.\n\n"
        "Whereas Austin Tice is a veteran, having served in the Marine Corps as an infantry officer, and a graduate "
        "of Georgetown University, from Houston, Texas;\n"
    ).letter
    assert (folded(letter.reference), letter.subject) == ("H. Res. 17", None)


def test_the_title_tells_the_role_of_whoever_signs_with_a_name_alone(extraction: Understand) -> None:
    letter = extraction(
        "An open letter to the Prime Minister from Daniel Kawczynski MP, chairman of the All-Party Parliamentary "
        "Libya Group.\nDear Prime Minister,\n"
        "I ask you to assess how your government can hold the Scottish Executive to account for this release.\n"
        "I look forward to hearing from you.\nYours,\nDaniel Kawczynski MP\n"
    ).letter
    assert folded(letter.closing) == "Yours,"
    assert letter.sender is not None
    assert folded(letter.sender.name) == "Daniel Kawczynski"
    assert folded(letter.sender.role) == "chairman of the All-Party Parliamentary Libya Group"


def test_the_group_in_a_members_role_is_not_the_body_that_writes(extraction: Understand) -> None:
    letter = extraction(
        "Dear Mr Smith,\n\nThank you for contacting me about this matter, on which I have had many letters.\n\n"
        "Yours sincerely\n\nBaroness Sarah Ludford MEP\n\nLiberal Democrat MEP for London\n"
    ).letter
    assert letter.sender is not None
    assert (folded(letter.sender.role), letter.sender.organisation) == ("Liberal Democrat MEP for London", None)


def test_a_reference_may_stand_below_its_label_and_the_chair_of_a_group_is_its_role(extraction: Understand) -> None:
    letter = extraction(
        "REFERENCE:\nUA SAU 12/2018\n\n21 September 2018\n\nExcellency,\n\n"
        "We have the honour to address you in our capacity as Working Group on Arbitrary Detention.\n\n"
        "Please accept, Excellency, the assurances of our highest consideration.\n\n"
        "Elina Steinerte\nVice-Chair of the Working Group on Arbitrary Detention\n"
    ).letter
    assert folded(letter.reference) == "UA SAU 12/2018"
    assert letter.sender is not None
    assert folded(letter.sender.name) == "Elina Steinerte"
    assert folded(letter.sender.role) == "Vice-Chair of the Working Group on Arbitrary Detention"
    assert folded(letter.sender.organisation) == "Working Group on Arbitrary Detention"


def test_a_department_printed_over_two_lines_is_the_ministers(extraction: Understand) -> None:
    letter = extraction(
        "Foreign, Commonwealth\n& Development Office\n\nKing Charles Street\nLondon\nSW1A 2AH\n\n"
        "Layla Moran MP\nHouse of Commons\nLondon SW1A 0AA\n\n15 January 2025\n\nDear Layla,\n\n"
        "Thank you for your letter of 12 December 2024 about the detention of Dr Hussam Abu Safiya in Gaza.\n\n"
        "Yours sincerely,\n\nHAMISH FALCONER MP\nParliamentary Under-Secretary of State\n"
    ).letter
    assert letter.sender is not None
    assert folded(letter.sender.name) == "HAMISH FALCONER"
    assert folded(letter.sender.organisation) == "Foreign, Commonwealth & Development Office"


def test_an_answering_ministers_office_is_told_with_what_it_is_charged_with(extraction: Understand) -> None:
    letter = extraction(
        "Written Question\nSomalia: Children\nWednesday 1st May 2024\n\nAsked by: Lisa Nandy (Labour - Wigan)\n\n"
        "Question to the Foreign, Commonwealth & Development Office:\n\n"
        "To ask the Deputy Foreign Secretary, whether he has made representations to the Somali government.\n\n"
        "Answered by Andrew Mitchell - Minister of State (Foreign, Commonwealth and Development Office) "
        "(Minister for Development)\n\n"
        "Proposed changes in the Somali constitution to lower the age of maturity have been delayed.\n"
    ).letter
    assert letter.sender is not None
    assert folded(letter.sender.role) == (
        "Minister of State (Foreign, Commonwealth and Development Office) (Minister for Development)"
    )


def test_a_ruler_may_be_greeted_by_name_and_the_first_words_tell_for_whom_is_written(extraction: Understand) -> None:
    letter = extraction(
        "Letter to the King of Bahrain on behalf of arrested human rights defenders\n\n"
        "Your Excellency Sheikh Hamad bin Issa Al-Khalifa,\n\n"
        "On behalf of International Partnership for Human Rights (IPHR), a human rights organization, I would like to "
        "express my concern at the recent defamation campaign against leading human rights defenders in Bahrain.\n"
    ).letter
    assert folded(letter.salutation) == "Your Excellency Sheikh Hamad bin Issa Al-Khalifa,"
    assert letter.sender is not None
    assert folded(letter.sender.organisation) == "International Partnership for Human Rights"


def test_several_whose_titles_are_greeted_have_their_names_from_the_head(extraction: Understand) -> None:
    letter = extraction(
        "Brussels, 9 March 2021\n\nTo: Mr Charles Michel, President of the European Council\n"
        "Ms Ursula von der Leyen, President of the European Commission\n\n"
        "Re: Call for the immediate release of Selahattin Demirtaş\n\n"
        "Dear President Michel,\nDear President von der Leyen,\n\n"
        "We, the undersigned organisations, are writing ahead of the European Council of 25-26 March 2021.\n\n"
        "Yours sincerely,\n\nARTICLE 19\nHuman Rights Watch\nPEN International\n"
    ).letter
    assert [(folded(one.name), folded(one.role)) for one in letter.recipients] == [
        ("Charles Michel", "President of the European Council"),
        ("Ursula von der Leyen", "President of the European Commission"),
    ]
    assert letter.sender is not None
    assert folded(letter.sender.organisation) == "ARTICLE 19"


def test_the_body_whose_paper_it_is_is_no_subject(extraction: Understand) -> None:
    letter = extraction(
        "Congress of the United States\nWashington, DC 20515\n\nJune 12, 2019\n\n"
        "The Honorable Michael R. Pompeo\nSecretary of State\nU.S. Department of State\n\n"
        "Dear Secretary Pompeo:\n\nWe write to express our concern about the detention of Ahmet Altan.\n\n"
        "Sincerely,\n\nJames P. McGovern\nMember of Congress\n"
    ).letter
    assert letter.subject is None
    assert letter.sender is not None
    assert folded(letter.sender.organisation) == "Congress of the United States"


def test_an_office_of_two_titles_is_one_role(extraction: Understand) -> None:
    letter = extraction(
        "Parliamentary question - E-001234/2021(ASW)\n\nAnswer given by High Representative/Vice-President Borrell\n"
        "on behalf of the European Commission\n\n3.5.2021\n\n"
        "The EU is following closely the situation of political prisoners in Belarus, including that of Mr Babaryka.\n"
    ).letter
    assert letter.sender is not None
    assert (folded(letter.sender.name), folded(letter.sender.role)) == ("Borrell", "High Representative/Vice-President")
    assert folded(letter.sender.organisation) == "European Commission"


def test_the_day_in_a_title_is_that_of_the_transcript(extraction: Understand) -> None:
    letter = extraction(
        "Transcript of the press conference on political prisoners in Kazakhstan, Brussels, 12 June 2019\n\n"
        "Moderator: Good morning. With us today are Ms Maria Arena, Chair of the Subcommittee on Human Rights, and "
        "a lawyer.\n\nMaria Arena: Thank you. More than 4,000 people were detained on 9 and 10 June.\n"
    ).letter
    assert letter.date is not None
    assert letter.date.value == "2019-06-12"


def test_an_update_on_a_case_is_a_report(extraction: Understand) -> None:
    found = extraction(
        "[Case update] Human rights lawyer Chang Weiping\n\n15 June 2023\n\n"
        "On 8 June 2023, the court sentenced him to three and a half years in prison for “subversion of state power”. "
        "His wife was stopped from attending the hearing.\n"
    )
    assert found.kind is DocumentKind.REPORT
    assert found.letter.date is not None
    assert found.letter.date.value == "2023-06-15"
