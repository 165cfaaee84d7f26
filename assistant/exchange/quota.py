"""How many written questions a Member may still table, and from when on the next.

Counts days, knows no documents. The numbers stand in the Rules of Procedure (Rule 144 of the 10th term, read): at most
twenty questions in a rolling period of three months, one of them a month with priority; a question of 15 March
counts until the end of 15 June.
"""

import datetime as dt
from collections.abc import Iterable

from assistant.exchange.deadlines import months_later
from assistant.model.agenda import Quota

MOST_QUESTIONS = 20
MONTHS = 3

_ONE_DAY = dt.timedelta(days=1)


def quota(day: dt.date, tabled: Iterable[dt.date], with_priority: Iterable[dt.date] = ()) -> Quota:
    """The clock on `day`, for the days on which questions were tabled."""
    counting = sorted(past for past in tabled if past <= day <= months_later(past, MONTHS))
    left = max(0, MOST_QUESTIONS - len(counting))
    free_from = day if left else months_later(counting[-MOST_QUESTIONS], MONTHS) + _ONE_DAY
    this_month = any((past.year, past.month) == (day.year, day.month) for past in with_priority)
    return Quota(used=len(counting), left=left, free_from=free_from, priority_free=not this_month)
