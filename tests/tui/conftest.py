"""The app on a real office in a temporary folder."""

from __future__ import annotations

import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from assistant.founding import make_office
from assistant.office import Office
from assistant.tui.app import AssistantApp
from tests.conftest import LETTERS
from tests.tui.person import SECOND, SHAKIROV, Person, Sit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture(scope="session")
def shipped_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two shipped precedents in an office of their own, with their index."""
    folder = tmp_path_factory.mktemp("office")
    make_office(folder, examples=True)
    Office(folder).search("")
    return folder


@pytest.fixture
def office(shipped_office: Path, tmp_path: Path) -> Office:
    """A copy of the shipped office that a test may change."""
    shutil.copytree(shipped_office, tmp_path / "office")
    return Office(tmp_path / "office")


@pytest.fixture(scope="session")
def filed_office(shipped_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped office, and in it two letters nobody has reviewed."""
    folder = tmp_path_factory.mktemp("filed") / "office"
    shutil.copytree(shipped_office, folder)
    replies = [LETTERS / "exchanges" / f"{whose}-reply.txt" for whose in ("ombudsman", "delegation")]
    assert [filed.id for filed in Office(folder).add(replies)] == [SHAKIROV, SECOND]
    Office(folder).search("")
    return folder


@pytest.fixture
def unreviewed(filed_office: Path, tmp_path: Path) -> Office:
    """A copy of the office with the unreviewed letters that a test may change."""
    shutil.copytree(filed_office, tmp_path / "unreviewed")
    return Office(tmp_path / "unreviewed")


@pytest.fixture
def sit(office: Office) -> Sit:
    """`async with sit() as person`: a person before the app, by default at 120 by 36."""

    @asynccontextmanager
    async def sit_down(at: Office = office, size: tuple[int, int] = (120, 36), **options: Any) -> AsyncIterator[Person]:
        async with AssistantApp(at).run_test(size=size, **options) as pilot:
            person = Person(pilot)
            await person.settle()
            yield person

    return sit_down
