"""Somebody at the keyboard, for tests: presses keys, waits until the screen has caught up, sees what stands there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, TypeAlias

from assistant.tui.app import AssistantApp
from assistant.tui.screens.library import LibraryScreen
from assistant.tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

CARLSSON = "2019-05-23-carlsson-gomes"
"""The letter the shipped office holds, reviewed."""
SHAKIROV, SECOND = "2019-11-12-shakirov-hautala", "2019-09-19-carlsson-gomes"
"""Letters nobody has reviewed, the newest first."""


class Person:
    """Somebody at the keyboard, who waits until the screen has caught up."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    @property
    def app(self) -> AssistantApp:
        app = self.pilot.app
        assert isinstance(app, AssistantApp)
        return app

    @property
    def library(self) -> LibraryScreen:
        screen = self.app.screen
        assert isinstance(screen, LibraryScreen)
        return screen

    @property
    def review(self) -> ReviewScreen:
        screen = self.app.screen
        assert isinstance(screen, ReviewScreen)
        return screen

    async def settle(self) -> None:
        """Wait until no work is under way and every message it left has been taken."""
        quiet = 0
        while quiet < 3:
            await self.pilot.pause()
            working = [worker.wait() for worker in self.app.workers if not worker.is_finished]
            await asyncio.gather(*working, return_exceptions=True)
            quiet = 0 if working else quiet + 1

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def search(self, words: str) -> None:
        """Put words into the search line at once."""
        self.library.search_box.value = words
        await self.settle()

    async def type(self, words: str) -> None:
        """Type words at once."""
        await self.pilot.press(*words)
        await self.settle()

    def seen(self) -> str:
        """The characters on the screen, line by line."""
        return "\n".join(
            "".join(segment.text for segment in line) for line in self.app.screen._compositor.render_strips()
        )


def flat(person: Person) -> str:
    """What stands on the screen, without borders and line breaks."""
    return " ".join(person.seen().replace("│", " ").replace("▌", " ").split())


def foot(person: Person) -> list[str]:
    """What the keys at the foot do, in their order."""
    return [label.partition(" ")[2] for label in person.seen().splitlines()[-1].strip().split("  ")]


Sit: TypeAlias = Callable[..., AbstractAsyncContextManager[Person]]
"""`async with sit() as person`: a person before the app; takes an office and the size of the terminal."""
