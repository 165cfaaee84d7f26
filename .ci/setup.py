"""Makes .venv and installs the program into it; with --test, what the tests need too. Only the standard library.

Debian keeps `venv` in a package of its own: where it is missing and this runs as root, it is installed.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def make_venv() -> None:
    """Make .venv, installing Debian's package for it first where that is what is missing."""
    try:
        import ensurepip  # noqa: F401, PLC0415 - only whether it is there matters
    except ImportError:
        install = ["apt-get", "install", "-y", "-qq", "python3-venv"]
        try:
            subprocess.run(["apt-get", "update", "-qq"], check=True)
            subprocess.run(install, check=True)
        except (OSError, subprocess.CalledProcessError):
            sys.exit("Python's venv is missing. On Debian and Ubuntu: sudo apt install python3-venv")
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)


def main() -> None:
    """Make the environment and install into it."""
    if sys.version_info < (3, 11):
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    if not PYTHON.exists():
        make_venv()
    package = f"{ROOT}[test]" if "--test" in sys.argv[1:] else str(ROOT)
    subprocess.run([str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package], check=True)


if __name__ == "__main__":
    main()
