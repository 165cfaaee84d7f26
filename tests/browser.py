"""Somebody at a browser, for tests: Chromium without a window, led by its DevTools protocol."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import shutil
import subprocess
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

_SECONDS = 30.0
_BINARY = 2


def find_chromium() -> str | None:
    """The program, under one of its names."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next(filter(None, map(shutil.which, names)), None)


_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|[\x00-\x1f│▌]")


class Browser:
    """One page. `requested` are the addresses it asked for, `refused` why it was forbidden to fetch one."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.requested: list[str] = []
        self.refused: list[str] = []
        self.received = b""
        """What came through the page's own socket since it was last emptied."""
        self._socket = socket
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._listening = asyncio.create_task(self._listen())

    async def tell(self, method: str, **parameters: object) -> dict[str, Any]:
        """A command of the protocol and its result."""
        number = len(self._answers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await asyncio.wait_for(self._answers[number], _SECONDS)

    async def open(self, address: str) -> None:
        for domain in ("Page", "Network"):
            await self.tell(f"{domain}.enable")
        await self.tell("Page.navigate", url=address)

    async def type(self, words: str) -> None:
        """Press the keys of these words; a line end is the enter key."""
        await self.tell("Runtime.evaluate", expression="document.querySelector('.xterm-helper-textarea').focus()")
        for letter in words:
            key = {"key": "Enter", "windowsVirtualKeyCode": 13} if letter == "\r" else {"key": letter}
            await self.tell("Input.dispatchKeyEvent", type="keyDown", text=letter, **key)
            await self.tell("Input.dispatchKeyEvent", type="keyUp", **key)

    async def wait_for(self, *words: str) -> str:
        """Wait until the app has sent all these words to be shown; what it sent, without colours and places."""
        for _ in range(int(_SECONDS * 10)):
            shown = " ".join(_CONTROL.sub(" ", self.received.decode("utf-8", "replace")).split())
            if all(each in shown for each in words):
                return shown
            await asyncio.sleep(0.1)
        raise TimeoutError(f"{words} did not come: {shown[-2000:]}")

    async def close(self) -> None:
        self._listening.cancel()
        await self._socket.close()

    async def _listen(self) -> None:
        async for message in self._socket:
            told = message.json()
            if "id" in told:
                self._answers[told["id"]].set_result(told.get("result", {}))
            elif told["method"] == "Network.requestWillBeSent":
                self.requested.append(told["params"]["request"]["url"])
            elif told["method"] == "Network.webSocketFrameReceived":
                self.received += _payload(told["params"]["response"])
            elif told["method"] == "Network.loadingFailed" and "blockedReason" in told["params"]:
                self.refused.append(told["params"]["blockedReason"])


def _payload(frame: dict[str, Any]) -> bytes:
    data = str(frame["payloadData"])
    return base64.b64decode(data) if frame["opcode"] == _BINARY else data.encode()


@asynccontextmanager
async def browse(folder: Path) -> AsyncIterator[Browser]:
    """A browser whose profile lies in a folder."""
    program = find_chromium()
    assert program
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,900", "--no-first-run"]
    quiet = [f"--user-data-dir={folder}", "--remote-debugging-port=0", "--disable-background-networking"]
    process = await asyncio.create_subprocess_exec(
        *(program, *flags, *quiet, "about:blank"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder)},
    )
    try:
        async with aiohttp.ClientSession() as session:
            pages = await _pages(session, folder / "DevToolsActivePort")
            address = next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")
            async with session.ws_connect(address, max_msg_size=0) as socket:
                browser = Browser(socket)
                yield browser
                await browser.close()
    finally:
        process.terminate()
        await process.wait()


async def _pages(session: aiohttp.ClientSession, port_file: Path) -> list[dict[str, Any]]:
    for _ in range(300):
        if port := _read_port(port_file):
            async with session.get(f"http://127.0.0.1:{port}/json/list") as response:
                pages: list[dict[str, Any]] = await response.json()
                return pages
        await asyncio.sleep(0.1)
    raise TimeoutError("the browser does not answer")


def _read_port(port_file: Path) -> str:
    return port_file.read_text("utf-8").partition("\n")[0] if port_file.exists() else ""
