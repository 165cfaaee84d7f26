"""The app in a browser: for whoever holds the key, on this machine, and for nobody else."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest

from assistant.cli.serving import Gate, LocalServer
from tests.browser import browse, find_chromium

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

ANOTHER_SITE = "http://evil.example"


def free_port() -> int:
    """A port nobody listens to now."""
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@asynccontextmanager
async def serving(office: Path, port: int) -> AsyncIterator[str]:
    """`assistant serve` in a process of its own; the address it prints."""
    command = [sys.executable, "-m", "assistant", "--office", str(office), "serve", "--port", str(port)]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert process.stdout
        address = (await asyncio.wait_for(process.stdout.readline(), 30)).decode().strip()
        async with session() as browser:
            await _until_it_answers(browser, f"http://127.0.0.1:{port}/")
        yield address
    finally:
        process.terminate()
        await process.wait()


async def _until_it_answers(browser: aiohttp.ClientSession, address: str) -> None:
    for _ in range(100):
        try:
            async with browser.get(address):
                return
        except aiohttp.ClientConnectionError:
            await asyncio.sleep(0.1)
    raise TimeoutError(address)


async def test_a_colleague_without_a_terminal_searches_and_opens_a_letter(office: Path, tmp_path: Path) -> None:
    if find_chromium() is None:
        pytest.skip("runs where chromium is installed, as in .ci/run")
    async with serving(office, free_port()) as address, browse(tmp_path / "profile") as browser:
        await browser.open(address)
        await browser.wait_for("Office of Ana Gomes", "2 letters")
        browser.received = b""
        await browser.type("illegal force person:shakirov")
        await browser.wait_for("1 fact, 1 letter", "A admission", "Sven-Olov Carlsson , Head of Delegation")
        await browser.type("\r")
        await browser.wait_for("Letter, fact 3 of 19", "of illegal force against prisoners")
        ours = re.match(r"http://[^/]+", address)
        assert ours
        elsewhere = [asked for asked in browser.requested if not asked.startswith(ours[0])]
        assert len(browser.refused) == len(elsewhere) == 1  # a font that the page would like to have from Google
        assert browser.refused == ["csp"]


def session() -> aiohttp.ClientSession:
    """A browser as far as cookies go; unlike browsers, aiohttp keeps none of an address in numbers unless told so."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


async def answer(address: str, headers: dict[str, str] | None = None) -> int:
    async with session() as browser, browser.get(address, headers=headers) as told:
        return told.status


async def test_only_a_browser_with_the_key_comes_in(office: Path) -> None:
    port = free_port()
    async with serving(office, port) as address:
        here = f"http://127.0.0.1:{port}"
        assert await answer(address) == 200
        assert await answer(f"{here}/") == 403
        assert await answer(f"{here}/static/js/textual.js") == 403
        assert await answer(f"{here}/?key=guessed") == 403
        assert await answer(f"{here}/?key=%ed%a0%80") == 403
        assert await answer(address, {"Host": f"evil.example:{port}"}) == 403  # a name that was turned to this machine
        assert await answer(address, {"Origin": ANOTHER_SITE}) == 403
        async with session() as browser:
            await (await browser.get(address)).read()
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await browser.ws_connect(f"{here}/ws", origin=ANOTHER_SITE)
            async with browser.ws_connect(f"{here}/ws", origin=here) as socket:
                await socket.send_json(["ping", "1"])
                assert (await socket.receive_json())[0] == "pong"


def test_the_server_listens_to_this_machine_alone() -> None:
    assert LocalServer("true", Gate(8017, "key")).host == "127.0.0.1"


def test_a_port_that_is_taken_is_told(office: Path, run: Callable[..., Ran]) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = run("serve", "--port", str(taken.getsockname()[1]))
    assert ran.code == 2
    assert "Choose another port." in ran.err


def test_without_its_part_of_the_program_it_says_what_to_install(
    office: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "assistant.cli.serving", None)
    ran = run("serve")
    assert ran.code == 2
    assert "pip install 'correspondence-assistant[serve]'" in ran.err
