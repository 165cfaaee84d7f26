"""The program opens no network connection, whatever command is given; `serve` listens, to this machine alone."""

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.founding import make_office
from tests.conftest import LETTERS

CARLSSON = "2019-05-23-carlsson-gomes"
GUARDED = """
import sys
def guard(event, _arguments):
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        print("the program reached for the network:", event, file=sys.stderr, flush=True)
        __import__("os")._exit(99)
sys.addaudithook(guard)
from assistant.cli.main import main
raise SystemExit(main(sys.argv[1:]))
"""
COMMANDS = [
    ["read", str(LETTERS / "carlsson.txt"), "--json"],
    ["add", str(LETTERS / "press_conference.txt"), str(LETTERS / "carlsson.txt"), "--jobs", "2"],
    ["inbox"],
    ["show", CARLSSON],
    ["review", CARLSSON],
    ["search", "illegal force"],
    ["templates"],
    ["templates", "check", "letter_templates"],
    ["new", "follow-up", "--answering", CARLSSON],
    ["letter", "follow-up", "--answering", CARLSSON, "-o", "f.docx"],
    ["doctor", "--fix"],
    ["init", "another"],
    ["completion", "bash"],
]


def run_guarded(office: Path, *arguments: str, program: str = GUARDED) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=office, capture_output=True, text=True, encoding="utf-8", check=False)


LISTENING = GUARDED.replace(
    "def guard(event, _arguments):",
    """def guard(event, arguments):
    if event in {"socket.bind", "socket.getaddrinfo"}:
        host = arguments[0] if event == "socket.getaddrinfo" else arguments[1][0]
        print(event, host, flush=True)
        if event == "socket.bind":
            raise SystemExit(7)  # it would listen now
        if host == "127.0.0.1":
            return""",
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_office(tmp_path_factory.mktemp("offline"), examples=True)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_opens_a_socket(office: Path, arguments: list[str]) -> None:
    ran = run_guarded(office, *arguments)
    assert ran.returncode != 99, ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_guard_itself_sees_a_connection(tmp_path: Path) -> None:
    reaching = GUARDED.replace(
        "from assistant", "import socket; socket.socket().connect(('127.0.0.1', 9))\nfrom assistant"
    )
    assert run_guarded(tmp_path, program=reaching).returncode == 99


def test_serving_to_a_browser_is_the_one_exception_and_listens_to_this_machine_alone(office: Path) -> None:
    ran = run_guarded(office, "serve", "--port", "8017", program=LISTENING)
    heard = [line for line in ran.stdout.splitlines() if line.startswith("socket.")]
    assert "socket.bind 127.0.0.1" in heard
    assert {line.split()[1] for line in heard} == {"127.0.0.1"}
    assert ran.returncode != 99, ran.stderr
