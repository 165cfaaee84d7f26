"""`assistant serve`: the app in a browser on this machine, for colleagues who have no terminal.

The one command that opens a socket, and it listens to this machine alone. Only a browser that was given the address
with its key comes in: not a page of somebody else's that names this machine, not another person at it. What the page
would fetch from the internet is forbidden to the browser.
"""

import secrets
import shlex
import subprocess
import sys
from argparse import Namespace
from collections.abc import Awaitable, Callable
from hmac import compare_digest
from pathlib import Path
from typing import TypeAlias

from aiohttp import web
from textual_serve.server import Server

from assistant.cli import output
from assistant.errors import BadArgumentError
from assistant.office import Office

_HOST = "127.0.0.1"
_COOKIE = "assistant"
_Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]


def serve(arguments: Namespace, office: Path) -> int:
    """`assistant serve [--port N]`: serves until it is stopped."""
    folder, gate = Office.at(office).folder, Gate(arguments.port, secrets.token_urlsafe())
    output.print_data(f"{gate.origin}/?key={gate.key}")
    sys.stdout.flush()
    output.say("Open this address in a browser on this machine. It is a key: give it to nobody. Stop with ctrl+c.")
    try:
        LocalServer(_command(folder), gate).serve()
    except OSError as error:
        raise BadArgumentError(f"--port {gate.port}", error.strerror or str(error), "Choose another port.") from error
    return 0


class Gate:
    """Who may come in."""

    def __init__(self, port: int, key: str) -> None:
        self.port = port
        self.key = key
        self.origin = f"http://{_HOST}:{port}"
        self._rules = (
            f"default-src 'self'; connect-src 'self' ws://{_HOST}:{port}; img-src 'self' data:; "
            "script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"
        )

    @web.middleware
    async def keep(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Hand on what may come in; the key of the address becomes a cookie that no other page can send."""
        if request.host != f"{_HOST}:{self.port}" or request.headers.get("Origin", self.origin) != self.origin:
            raise web.HTTPForbidden(text="This address is for a browser on this machine alone.")
        if self._fits(request.query.get("key")):
            answer = web.HTTPFound("/")
            answer.set_cookie(_COOKIE, self.key, httponly=True, samesite="Strict")
            raise answer
        if not self._fits(request.cookies.get(_COOKIE)):
            raise web.HTTPForbidden(text="Open the address that “assistant serve” printed.")
        return await handler(request)

    async def forbid_the_internet(self, _request: web.Request, response: web.StreamResponse) -> None:
        """Tell the browser to fetch nothing from elsewhere, and to tell nobody where it is."""
        response.headers["Content-Security-Policy"] = self._rules
        response.headers["Referrer-Policy"] = "no-referrer"

    def _fits(self, key: str | None) -> bool:
        return key is not None and compare_digest(key.encode(), self.key.encode())


class LocalServer(Server):
    """Serves one app, behind a gate."""

    def __init__(self, command: str, gate: Gate) -> None:
        super().__init__(command, host=_HOST, port=gate.port, title="Assistant", public_url=gate.origin)
        self._gate = gate

    def initialize_logging(self) -> None:
        """Say nothing: what the app has to tell stands in the browser."""

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the address was printed."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._gate.keep)
        app.on_response_prepare.append(self._gate.forbid_the_internet)
        return app


def _command(office: Path) -> str:
    """What the server starts for each browser, in the words of this system's shell."""
    words = [sys.executable, "-m", "assistant", "--office", str(office)]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
