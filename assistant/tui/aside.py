"""Work beside the screen: asking the office in a thread, so that typing never waits for a disk.

For reading alone. Leaving the app does not wait for such a thread; what must be finished (a save) belongs into
`asyncio.to_thread`, which leaving does wait for.
"""

from __future__ import annotations

from asyncio import wrap_future
from concurrent.futures import Future
from threading import Lock, Thread
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Arguments = ParamSpec("Arguments")
Outcome = TypeVar("Outcome")


class Aside:
    """Work of one kind, one piece after another. A piece nobody waits for any more is not begun."""

    def __init__(self) -> None:
        self._turn = Lock()

    async def ask(
        self, work: Callable[Arguments, Outcome], *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Outcome:
        """What `work` returns or raises. Cancelled, its answer is dropped."""
        answer: Future[Outcome] = Future()

        def run() -> None:
            with self._turn:
                if not answer.set_running_or_notify_cancel():
                    return
                try:
                    answer.set_result(work(*args, **kwargs))
                except BaseException as error:  # noqa: BLE001 - not swallowed: raised where it is awaited
                    answer.set_exception(error)

        Thread(target=run, daemon=True).start()
        return await wrap_future(answer)
