"""The program as a process of its own."""

import gc
import os

from assistant.cli import main as command_line

_OBJECTS = 200_000
"""So many new objects before garbage is looked for: what an answer is made of stays until it is printed, and looking
through it again and again would take as long as the answer."""


def main() -> int:
    """Run the command that was typed; returns its exit code."""
    gc.set_threshold(_OBJECTS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nobody else's code looks at the letters
    try:
        return command_line.main()
    finally:
        gc.freeze()  # what is left goes with the process: no need to look for garbage in it


if __name__ == "__main__":
    raise SystemExit(main())
