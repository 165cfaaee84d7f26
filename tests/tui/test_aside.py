import asyncio
from threading import Event, current_thread, main_thread

import pytest

from assistant.errors import UnknownPrecedentError
from assistant.tui.aside import Aside


async def test_work_is_done_beside_the_screen_and_answered() -> None:
    assert await Aside().ask(lambda number: (number + 1, current_thread() is main_thread()), 1) == (2, False)


async def test_an_error_is_raised_where_the_answer_is_awaited() -> None:
    def refuse() -> None:
        raise UnknownPrecedentError("x")

    with pytest.raises(UnknownPrecedentError):
        await Aside().ask(refuse)


async def test_what_nobody_waits_for_any_more_is_not_begun() -> None:
    aside, go_on = Aside(), Event()
    begun: list[str] = []
    first = asyncio.create_task(aside.ask(go_on.wait, 10))
    second = asyncio.create_task(aside.ask(begun.append, "second"))
    third = asyncio.create_task(aside.ask(begun.append, "third"))
    await asyncio.sleep(0)  # lets the three reach their threads
    second.cancel()
    await asyncio.gather(second, return_exceptions=True)
    go_on.set()
    await asyncio.gather(first, third)
    assert begun == ["third"]
