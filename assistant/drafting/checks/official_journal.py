"""Findings about references to the Official Journal, whose form changed on 1 October 2023.

Until then number and page: OJ L 222, 20.8.2008, p. 1. Since then the number of the act, and no page:
OJ L, 2024/3083, 5.12.2024. Source: Interinstitutional Style Guide, 3.1.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from assistant.drafting.checks.written import Written
from assistant.drafting.conventions import Status, load_convention, severity_of
from assistant.model.base import Value
from assistant.model.finding import Finding

_BY_ACT = re.compile(
    r"\b(?P<journal>OJ|JO|ABl\.|Dz\.U\.|GU|DO) (?P<series>[LC]), (?P<act>\d{4}/\d+), "
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?P<page>, \w{1,3}\. \d+)?"
)


class JournalForm(Value):
    """How one language refers to the Official Journal."""

    written: re.Pattern[str]
    form: str
    page: str
    by_act: str
    status: Status


def check_official_journal(written: Written, language: str) -> Iterator[Finding]:
    """References to the Official Journal must have the form of their day."""
    form = _forms().get(language)
    if form:
        for found in form.written.finditer(written.own):
            yield from _check_by_page(written, found, form)
    for found in _BY_ACT.finditer(written.own):
        yield from _check_by_act(written, found)


def journal_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the Official Journal is cited in a text, in whatever form."""
    form = _forms().get(language)
    for pattern in (*((form.written,) if form else ()), _BY_ACT):
        for found in pattern.finditer(text):
            yield found.span()


def _check_by_page(written: Written, found: re.Match[str], form: JournalForm) -> Iterator[Finding]:
    day = _day(found)
    if day is None:
        return  # checks/dates.py says that there is no such day
    if day >= _first_by_act():
        message = f"Since 1 October 2023 the Official Journal has neither numbers nor pages: “{found[0]}” cannot be."
        advice = (
            f"Write it as {form.by_act.format(series=found['series'], day=day.day, month=day.month, year=day.year)}."
        )
        yield written.finding("official-journal-form", severity_of(form.status), found.span(), message, advice)
        return
    right = _rewrite(found, form)
    if found[0] != right:
        message = f"“{found[0]}” is not how the Official Journal is cited."
        yield written.finding(
            "official-journal-form", severity_of(form.status), found.span(), message, f"Write “{right}”.", right
        )


def _check_by_act(written: Written, found: re.Match[str]) -> Iterator[Finding]:
    day = _day(found)
    if day is None:
        return
    if day < _first_by_act():
        message = (
            f"The Official Journal of {found['day']}.{found['month']}.{found['year']} still had numbers and pages."
        )
        advice = "Write number and page, as OJ L 222, 20.8.2008, p. 1."
    elif found["page"]:
        message, advice = "Since 1 October 2023 the Official Journal has no pages.", "Leave the page out."
    else:
        return
    yield written.finding("official-journal-form", severity_of("verified"), found.span(), message, advice)


def _rewrite(found: re.Match[str], form: JournalForm) -> str:
    parts = {key: value or "" for key, value in found.groupdict().items()}
    parts |= {key: parts[key].lstrip("0") for key in ("day", "month")}
    parts["part"] = f" {parts['part'].strip()}" if parts["part"] else ""
    is_range = not parts["page"].isdecimal()  # “pp. 3-5” says more than the form asks for, and stays
    page = f", {parts['p']} {parts['page']}" if is_range else form.page.format(page=parts["page"])
    page = page if parts["page"] else ""
    return form.form.format(**parts) + page


def _day(found: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


@cache
def _first_by_act() -> dt.date:
    return dt.date.fromisoformat(load_convention("references.toml")["official_journal"]["first_by_act"])


@cache
def _forms() -> dict[str, JournalForm]:
    languages = load_convention("references.toml")["official_journal"]["languages"]
    return {code: JournalForm.model_validate(entry) for code, entry in languages.items()}
