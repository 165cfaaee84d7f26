"""An office in the middle of its work: the two shipped precedents, the letter of 15 May 2019 that the first of them
answers, a follow-up to it, and eight public documents. Both our letters are written here with our own templates,
exported and filed as sent.
"""

import datetime as dt
from pathlib import Path

from assistant.founding import make_office
from assistant.office import Office
from assistant.writing import LetterRequest

PUBLIC = Path(__file__).parent / "letters" / "public"
INQUIRY, REPLY, FOLLOW_UP = "2019-05-15-gomes-carlsson", "2019-05-23-carlsson-gomes", "2019-06-20-gomes-carlsson"

_INQUIRY = LetterRequest(
    template="inquiry",
    to="Sven-Olov Carlsson",
    today=dt.date(2019, 5, 15),
    fields={
        "subject": "Inspection of prisoners in Zarechny",
        "event": "the inspection of prisoners which took place on 23 April 2019 in the prison of Zarechny",
        "persons": "Iskander Yerimbetov; Max Bokayev",
        "commitments": "the EU-Kazakhstan Enhanced Partnership and Cooperation Agreement (EPCA)",
    },
)
_FOLLOW_UP = LetterRequest(template="follow-up", answering=REPLY, today=dt.date(2019, 6, 20))


def make_story(folder: Path) -> Office:
    """The office, in a folder that does not stand yet."""
    office = Office(make_office(folder, examples=True))
    for request in (_INQUIRY, _FOLLOW_UP):
        letter = office.writing.export(office.writing.new_draft(request)).letter
        list(office.add([Path(letter)]))
    list(office.add(sorted(PUBLIC.glob("*.txt"))))
    return office
