from collections.abc import Callable

import pytest

from assistant.model.mention import Mention, MentionKind
from assistant.model.precedent import Extraction

Understand = Callable[[str], Extraction]


def texts(extraction: Extraction, kind: MentionKind) -> set[str]:
    return {" ".join(mention.text.split()) for mention in extraction.mentions if mention.kind is kind}


def mention(extraction: Extraction, text: str) -> Mention:
    return next(one for one in extraction.mentions if one.text == text)


def test_the_people_of_the_letter(carlsson: Extraction) -> None:
    assert texts(carlsson, MentionKind.PERSON) == {
        "Ana Gomes", "Gomes", "Askar Shakirov", "Shakirov", "Zoltan Szalai", "Yerimbetov", "Max Bokayev",
        "Sven-Olov Carlsson",
    }  # fmt: skip


def test_the_people_of_the_press_release(press_conference: Extraction) -> None:
    assert texts(press_conference, MentionKind.PERSON) == {
        "Antonio Stango", "Stango", "Marcin Świącicki", "Świącicki", "Kenzhebek Abishev", "Almat Zhumagulov",
        "Ardak Ashim", "Iskander Yerimbetov", "Mukhtar Dzhakishev", "Nazarbayev",
    }  # fmt: skip


@pytest.mark.parametrize(("full", "short"), [("Askar Shakirov", "Shakirov"), ("Ana Gomes", "Gomes")])
def test_all_forms_of_a_name_are_one_person(carlsson: Extraction, full: str, short: str) -> None:
    assert mention(carlsson, full).entity == mention(carlsson, short).entity


def test_a_surname_that_several_have_is_that_of_the_one_named_first(extraction: Understand) -> None:
    others = ("Nguyen Van Ly", "Nguyen Quoc Quan", "Nguyen Tan Dung", "Nguyen Bac Truyen")
    for first in others:
        named = sorted(others, key=lambda name: name != first)
        found = extraction(f"We ask you about Mr {', Mr '.join(named)}. I met Mr Nguyen in prison.")
        [bare] = [one for one in found.mentions if one.text == "Nguyen"]
        assert bare.entity == first.lower().replace(" ", "-")


def test_what_an_enumeration_says_of_the_next_is_no_role_of_the_one_before(extraction: Understand) -> None:
    found = extraction("Antonio Stango, and the President of the European Movement, Marcin Świącicki, wrote to us.")
    assert mention(found, "Antonio Stango").role is None


def test_two_people_of_one_letter_are_two(carlsson: Extraction) -> None:
    people = [one for one in carlsson.mentions if one.kind is MentionKind.PERSON]
    assert len({one.entity for one in people}) == 6


@pytest.mark.parametrize(
    ("name", "role"),
    [("Askar Shakirov", "Ombudsman"), ("Zoltan Szalai", "Head of Political, Press and Information Section")],
)
def test_a_person_carries_the_role_beside_the_name(carlsson: Extraction, name: str, role: str) -> None:
    assert mention(carlsson, name).role == role


def test_places_of_the_letter(carlsson: Extraction) -> None:
    found = texts(carlsson, MentionKind.PLACE)
    assert {
        "Nur-Sultan",
        "Brussels",
        "Brussel",
        "Zarechny",
        "Kazakhstan",
        "Almaty",
        "Petropavlovsk",
        "Central Asia",
    } <= found


def test_organisations_of_the_letter(carlsson: Extraction) -> None:
    assert {
        "Justice and Home Affairs Sub-Committee", "Human Rights Dialogue", "National Guard",
        "Prosecutor General's Office of Kazakhstan", "EU-Kazakhstan Cooperation Committee",
        "General Prosecutor’s office",
    } <= texts(carlsson, MentionKind.ORGANISATION)  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("He met the Minister of Justice, John Smithson, in Minsk.", MentionKind.PERSON, {"John Smithson"}),
        ("Faisal Arefin Dipan was hacked to death.", MentionKind.PERSON, {"Faisal Arefin Dipan"}),
        (
            "It was written by Harmen van der Wal and Sarah Brown MEP.",
            MentionKind.PERSON,
            {"Harmen van der Wal", "Sarah Brown"},
        ),
        (
            "The Syrian government and the Chinese authorities agreed.",
            MentionKind.ORGANISATION,
            {"Syrian government", "Chinese authorities"},
        ),
        (
            "The Centre for Inquiry Canada (CFIC) wrote. CFIC asked.",
            MentionKind.ORGANISATION,
            {"Centre for Inquiry Canada", "CFIC"},
        ),
        (
            "They were held in the prison of Horki and in Volodarskogo detention centre.",
            MentionKind.PLACE,
            {"Horki", "Volodarskogo"},
        ),
        (
            "It observed Khyber Pakhtunkhwa, Sindh and Balochistan.",
            MentionKind.PLACE,
            {"Khyber Pakhtunkhwa", "Sindh", "Balochistan"},
        ),
        ("We wish to thank you for it.", MentionKind.PERSON, set()),
    ],
)
def test_names_by_what_stands_around_them(
    sentence: str, kind: MentionKind, expected: set[str], extraction: Understand
) -> None:
    assert texts(extraction(f"We have this to say. {sentence}"), kind) == expected


def test_an_acronym_is_the_body_it_abbreviates(extraction: Understand) -> None:
    found = extraction("The Italian Federation for Human Rights (FIDU) met. Later the FIDU wrote to us.")
    ids = {one.entity for one in found.mentions if one.kind is MentionKind.ORGANISATION}
    assert ids == {"italian-federation-for-human-rights"}


JOINT = """Dear Prime Minister,

We ask you to act on this case without delay.

Signed,

Eric Adriaans, National Director - Humanist Canada
Kevin Smith, Board Chair - West Hill United Church
Michel Virard, Association humaniste du Québec
Canadian Humanist Publications
"""


def test_bodies_that_sign_a_joint_letter_are_told_by_their_place(extraction: Understand) -> None:
    assert texts(extraction(JOINT), MentionKind.ORGANISATION) == {
        "Humanist Canada",
        "West Hill United Church",
        "Association humaniste du Québec",
        "Canadian Humanist Publications",
    }


def test_initials_tell_the_long_form_of_an_acronym(extraction: Understand) -> None:
    found = extraction("It was signed by the Canadian Journalists for Free Expression (CJFE). The CJFE agreed.")
    ids = {one.entity for one in found.mentions if one.kind is MentionKind.ORGANISATION}
    assert ids == {"canadian-journalists-for-free-expression"}


@pytest.mark.parametrize(
    ("sentence", "kind", "found"),
    [
        (
            "Erst kürzlich wurde die deutsche Journalistin und Übersetzerin Mesale Tolu aus der Haft entlassen.",
            MentionKind.PERSON,
            {"Mesale Tolu"},
        ),
        (
            "Die Situation von Herrn Marcus Hellwig und Jens Koch ist ernst. Wir sind in großer Sorge um beide.",
            MentionKind.PERSON,
            {"Marcus Hellwig", "Jens Koch"},
        ),
        (
            "Il deputato ha scritto una lettera al Ministro degli Esteri della Repubblica Italiana, Luigi Di Maio.",
            MentionKind.PERSON,
            {"Luigi Di Maio"},
        ),
        (
            "We wrote to the President of the Arab Republic of Egypt and of Turkey.",
            MentionKind.PLACE,
            {"Arab Republic of Egypt", "Turkey"},
        ),
        (
            "Cette journaliste résidait dans le Val-de-Marne et en Corse-du-Sud avant son arrestation par la police.",
            MentionKind.PLACE,
            {"Val-de-Marne", "Corse-du-Sud"},
        ),
        ("The Russian Federation has not replied to the letter.", MentionKind.PLACE, {"Russian Federation"}),
        (
            "Die Anfrage an Klaus Mindrup von Lennart Bauer betrifft das Auswärtige Amt und die Menschenrechte.",
            MentionKind.PERSON,
            {"Klaus Mindrup", "Lennart Bauer"},
        ),
        ("We saw Condoleezza Rice. Secretary Rice replied to him.", MentionKind.PERSON, {"Condoleezza Rice", "Rice"}),
        ("Sie fordern die Sanktionen Deutschlands seit langem.", MentionKind.PLACE, {"Deutschlands"}),
        (
            "Nous intervenons auprès des autorités birmanes et du gouvernement de la République centrafricaine.",
            MentionKind.ORGANISATION,
            {"autorités birmanes", "gouvernement de la République centrafricaine"},
        ),
        (
            "Nie jest to prawda, że władze Białorusi nie łamią praw człowieka, a także wolności obywateli.",
            MentionKind.ORGANISATION,
            {"władze Białorusi"},
        ),
        ("La seduta della XVII Legislatura è aperta e il ministro risponde.", MentionKind.PERSON, set()),
        ("The Russian Federation has not replied to the letter.", MentionKind.ORGANISATION, set()),
        ("They answered under BPS/dsk-043-170-04 and DSP.WPP.0640.57.2025.", MentionKind.ORGANISATION, set()),
    ],
)  # fmt: skip
def test_names_are_told_from_what_looks_like_them(
    sentence: str, kind: MentionKind, found: set[str], extraction: Understand
) -> None:
    assert texts(extraction(sentence), kind) == found


def test_a_name_in_capitals_is_a_name_and_an_acronym_behind_a_role_is_none(extraction: Understand) -> None:
    asked = extraction(
        "presentata da\nRENATO FARINA\nmartedì 22 gennaio 2013\n\nPer sapere quali iniziative si intendano."
    )
    assert texts(asked, MentionKind.PERSON) == {"RENATO FARINA"}
    consuls = extraction("Konsulowie RP na Białorusi pozostają w stałym kontakcie z rodzinami osób zatrzymanych.")
    assert texts(consuls, MentionKind.PERSON) == set()


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        (
            "He wrote to the Foreign, Commonwealth and Development Office.",
            "Foreign, Commonwealth and Development Office",
        ),
        (
            "The Department for Digital, Culture, Media and Sport replied.",
            "Department for Digital, Culture, Media and Sport",
        ),
        (
            "She wrote to the Secretariat General of the European Commission.",
            "Secretariat General of the European Commission",
        ),
        ("For the General Secretariat of the Council, he replied.", "General Secretariat of the Council"),
        (
            "Elle dirige l'Institut de la paix et de la démocratie depuis 1995.",
            "Institut de la paix et de la démocratie",
        ),
    ],
)
def test_a_body_keeps_all_the_words_of_its_name(sentence: str, body: str, extraction: Understand) -> None:
    assert body in [one.text for one in extraction(sentence).mentions if one.kind is MentionKind.ORGANISATION]


def test_the_high_representative_of_the_union_is_no_union_for_foreign_affairs(extraction: Understand) -> None:
    sentence = "The High Representative of the Union for Foreign Affairs and Security Policy met him."
    assert "Union for" not in " ".join(one.text for one in extraction(sentence).mentions)


@pytest.mark.parametrize("name", ["Ho Duc Hoa", "Dang Xuan Ha", "John Kerry"])
def test_short_words_and_a_title_before_it_do_not_hide_a_name(name: str, extraction: Understand) -> None:
    found = extraction(f"We ask the Secretary of State {name} and others to raise the cases including {name}.").mentions
    assert {one.text for one in found if one.kind is MentionKind.PERSON} == {name}


def test_a_postcode_and_its_town_are_a_place_and_no_amount(extraction: Understand) -> None:
    found = extraction("Reisnerstraße 45-47\n1030 Wien\n\nSehr geehrter Herr Staatsanwalt,\n\nwir bitten Sie um Hilfe.")
    assert "1030 Wien" in [one.text for one in found.mentions if one.kind is MentionKind.PLACE]
    assert not [one for one in found.mentions if one.kind is MentionKind.AMOUNT]


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        ("Es geht um die Politik Schwedens und der Schweiz.", MentionKind.PLACE, "Schwedens"),
        ("La France est attachée à la liberté de ses journalistes.", MentionKind.PLACE, "France"),
        ("Nous avons écrit au préfet de la Seine-Saint-Denis.", MentionKind.PLACE, "Seine-Saint-Denis"),
        ("Están en la iglesia de San Miguel de Masaya.", MentionKind.PLACE, "iglesia de San Miguel de Masaya"),
        ("La carta de la República de El Salvador no llegó.", MentionKind.PLACE, "República de El Salvador"),
        ("Er sitzt seit Jahren in der JVA Butzbach ein.", MentionKind.PLACE, "JVA Butzbach"),
        ("Wir haben die iranischen Behörden um Auskunft gebeten.", MentionKind.ORGANISATION, "iranischen Behörden"),
        ("La note du ministère de la justice est là.", MentionKind.ORGANISATION, "ministère de la justice"),
        ("El informe de la Universidad de León se ha publicado.", MentionKind.ORGANISATION, "Universidad de León"),
        ("Zwrócił na to uwagę ambasador na Białorusi Artur Michalski.", MentionKind.PERSON, "Artur Michalski"),
        ("List podpisała wczoraj Anna Jakubowska.", MentionKind.PERSON, "Anna Jakubowska"),
    ],
)  # fmt: skip
def test_names_in_other_languages(sentence: str, kind: MentionKind, name: str, extraction: Understand) -> None:
    assert name in texts(extraction(sentence), kind)


@pytest.mark.parametrize("sentence", ["El Gobierno no ha respondido a la carta.", "Il Governo non ha risposto."])
def test_a_government_without_a_name_is_no_body(sentence: str, extraction: Understand) -> None:
    assert not texts(extraction(sentence), MentionKind.ORGANISATION)


def test_a_surname_alone_is_seen_beside_a_noun_and_at_the_beginning_of_a_sentence(extraction: Understand) -> None:
    german = extraction("Wir bitten um Hilfe für Julian Assange. Im Fall Assange und bei Assanges Anwälten ist es so.")
    italian = extraction(
        "Siamo certi che lei sappia dove sia Julian Assange. Ora Assange rischia di essere consegnato."
    )
    assert {"Julian Assange", "Assange", "Assanges"} <= texts(german, MentionKind.PERSON)
    assert {"Julian Assange", "Assange"} <= texts(italian, MentionKind.PERSON)


def test_a_given_name_in_a_case_is_the_same_given_name(extraction: Understand) -> None:
    found = extraction(
        "To jest list, który został złożony przez senatora Jana Dobrzyńskiego w dniu 5 marca.\n\nJan Dobrzyński"
    )
    assert mention(found, "Jana Dobrzyńskiego").entity == mention(found, "Jan Dobrzyński").entity


def test_two_signatures_on_one_line_are_two_people(extraction: Understand) -> None:
    found = extraction(
        "Deseamos la libertad de los presos de su país.\n\nAlejandro González Raga Elena Larrinaga Ortiz"
    )
    assert {"Alejandro González Raga", "Elena Larrinaga Ortiz"} <= texts(found, MentionKind.PERSON)


def test_the_us_is_a_state_and_not_a_small_word(extraction: Understand) -> None:
    found = extraction("We asked the US Government and US authorities. The US told us so, and US officials met us.")
    assert texts(found, MentionKind.ORGANISATION) == {"US Government", "US authorities"}
    assert [one.text for one in found.mentions if one.kind is MentionKind.PLACE] == ["US"]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("It was co-sponsored by Senators Booker and Cornyn.", {"Booker", "Cornyn"}),
        ("We thank Reps. Engel and McCaul for it.", {"Engel", "McCaul"}),
        (
            "It was tabled by Izaskun Bilbao Barandica (ALDE) and Jordi Solé (Verts/ALE).",
            {"Izaskun Bilbao Barandica", "Jordi Solé"},
        ),
        ("Baroness Symons of Vernham Dean replied to it.", {"Baroness Symons of Vernham Dean"}),
        ("The Foreign Secretary has written to Secretary Rice to seek clarification.", {"Rice"}),
        ("We met President von der Leyen and Mr de Magistris there.", {"von der Leyen", "de Magistris"}),
        ("We wrote this to GOMES Ana in the meantime.", {"GOMES Ana"}),
        ("This includes Special Envoy for Hostage Affairs O’Brien, who told us.", {"O’Brien"}),
        ("He is one of a number of Americans detained or missing, along with some Russians.", set()),
    ],
)
def test_people_are_named_by_title_group_seat_and_spelling(
    sentence: str, people: set[str], extraction: Understand
) -> None:
    assert texts(extraction(sentence), MentionKind.PERSON) == people


@pytest.mark.parametrize(
    "place", ["California", "New Jersey", "New York", "Guantanamo Bay", "Democratic People’s Republic of Korea"]
)
def test_states_of_a_federation_and_names_with_an_apostrophe_are_places(place: str, extraction: Understand) -> None:
    assert place in texts(
        extraction(f"We wrote of those who are detained in {place} without trial."), MentionKind.PLACE
    )


def test_newspapers_and_missions_are_bodies_and_an_award_is_nobody(extraction: Understand) -> None:
    found = extraction("The EU EOM told Agence France-Presse and the Washington Post of the Martin Ennals Award.")
    assert texts(found, MentionKind.ORGANISATION) == {"EU EOM", "Agence France-Presse", "Washington Post"}
    assert "Martin Ennals Award" not in texts(found, MentionKind.PERSON)


_BEFORE = {
    "fr": "Monsieur le Ministre, je vous remercie de votre réponse et j'attire votre attention sur ce que dit",
    "it": "Signor Presidente, la ringrazio per la sua risposta e richiamo la sua attenzione su quanto comunica",
    "es": "Señor Ministro, le agradezco su respuesta y quisiera llamar su atención sobre lo que ha dicho",
    "de": "Sehr geehrte Damen und Herren, ich danke Ihnen für Ihr Schreiben. Dem widerspricht",
    "pl": "Szanowny Panie Ministrze, dziękuję za odpowiedź. W tej sprawie wypowiedział się także",
}


@pytest.mark.parametrize(
    ("language", "words", "body"),
    [
        (
            "fr",
            "le Conseil supérieur de la fonction publique territoriale à ce sujet",
            "Conseil supérieur de la fonction publique territoriale",
        ),
        ("fr", "l'Association des maires de France dans sa lettre", "Association des maires de France"),
        ("fr", "la commission des Lois hier", "commission des Lois"),
        ("fr", "la Direction générale de prendre ces mesures", "Direction générale"),
        (
            "it",
            "la Conferenza nazionale dei garanti territoriali oggi",
            "Conferenza nazionale dei garanti territoriali",
        ),
        ("it", "il quotidiano Il Tirreno di ieri", "Il Tirreno"),
        ("de", "die Fraktion BÜNDNIS 90/DIE GRÜNEN und andere", "Fraktion BÜNDNIS 90/DIE GRÜNEN"),
        ("pl", "Rzecznik Praw Obywatelskich w swoim wystąpieniu", "Rzecznik Praw Obywatelskich"),
        ("de", "die türkische Regierung zur Beschleunigung des Verfahrens", "türkische Regierung"),
        ("es", "el Gobierno y a las Cortes Generales ayer", "Cortes Generales"),
        ("it", "il capogruppo di Fratelli d'Italia ieri", "Fratelli d'Italia"),
        (
            "pl",
            "dyrektor Departamentu Wykonania Orzeczeń i Probacji oraz Centralnego Zarządu Służby Więziennej",
            "Centralnego Zarządu Służby Więziennej",
        ),
        ("de", "das Bundesamt für Migration und Flüchtlinge dem", "Bundesamt für Migration und Flüchtlinge"),
        ("de", "die AfD-Fraktion und andere", "AfD-Fraktion"),
        ("de", "das Bundesinnenministerium und andere", "Bundesinnenministerium"),
        (
            "pl",
            "Ministerstwo Rodziny, Pracy i Polityki Społecznej w swoim piśmie",
            "Ministerstwo Rodziny, Pracy i Polityki Społecznej",
        ),
        ("pl", "Sąd Okręgowy w Warszawie i Prokuratura Rejonowa w Lublinie", "Sąd Okręgowy w Warszawie"),
        (
            "fr",
            "la direction interrégionale des services pénitentiaires hier",
            "direction interrégionale des services pénitentiaires",
        ),
    ],
)
def test_a_body_is_named_whole_in_small_letters(language: str, words: str, body: str, extraction: Understand) -> None:
    assert body in texts(extraction(f"{_BEFORE[language]} {words}."), MentionKind.ORGANISATION)


@pytest.mark.parametrize(
    ("language", "words", "place"),
    [
        ("fr", "le directeur de la maison d'arrêt de Fleury-Mérogis hier", "maison d'arrêt de Fleury-Mérogis"),
        ("it", "il direttore della casa circondariale di Foggia ieri", "casa circondariale di Foggia"),
        ("es", "el director de la prisión provincial de Granada ayer", "prisión provincial de Granada"),
        ("es", "la delegada en las comunidades de Cataluña y Andalucía ayer", "Cataluña"),
    ],
)
def test_prisons_and_regions_of_another_language(language: str, words: str, place: str, extraction: Understand) -> None:
    assert place in texts(extraction(f"{_BEFORE[language]} {words}."), MentionKind.PLACE)


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("We asked the North Atlantic Treaty Organization for it.", {"North Atlantic Treaty Organization"}),
        ("It was handled by the Directorate Information and Outreach.", {"Directorate Information and Outreach"}),
        ("He is Co-Chair of the European Green Party today.", {"European Green Party"}),
        ("We wrote to the US administration and the Israeli military.", {"US administration", "Israeli military"}),
        ("In the United Arab Emirates (UAE) it was the UAE authorities who held him.", {"UAE authorities"}),
        ("The resolution was Introduced in House (IH) on that day.", set()),
        ("She was sentenced by the Tverskoy District Court on that day.", {"Tverskoy District Court"}),
        ("He was sentenced by the Feng County People’s Court on that day.", {"Feng County People’s Court"}),
        ("It is true that the EU acted under Council Implementing Regulation (EU) 2020/2129.", {"EU"}),
        ("We, who are ARTICLE 19 and PEN International, wrote to you.", {"ARTICLE 19", "PEN International"}),
    ],
)
def test_bodies_are_told_from_laws_roles_and_what_stands_around_them(
    sentence: str, bodies: set[str], extraction: Understand
) -> None:
    assert texts(extraction(sentence), MentionKind.ORGANISATION) == bodies


def test_what_a_minister_is_for_is_no_place(extraction: Understand) -> None:
    found = extraction(f"{_BEFORE['fr']} la ministre de l'Europe et des affaires étrangères aux Etats-Unis.")
    assert texts(found, MentionKind.PLACE) == {"Etats-Unis"}
