"""Fills every template of a folder through the command line, in 200 MB where the system can hold a process to that.

Run as `python -m tests.drafting.word.refusing FOLDER`; prints a line of JSON for each: name, exit code, what was said,
seconds and megabytes.
"""

import json
import sys
import time
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

from assistant.cli.main import main

_MEGABYTES = 200
_SECONDS = 300
"""Of the processor for all of them: a loop without end must not stop the tests."""


def hold_back() -> None:
    """Keep this process small."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEGABYTES << 20, _MEGABYTES << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def peak() -> int | None:
    """The most memory this process has used so far, in megabytes, where the system counts it."""
    if sys.platform != "linux":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def try_to_fill(template: Path) -> dict[str, object]:
    """Fill one template and tell what came of it."""
    said, start = StringIO(), time.process_time()
    arguments = ["templates", "fill", str(template), "--data", "values.json", "-o", f"{template.stem}.out.docx"]
    with redirect_stderr(said):
        code = main(arguments)
    seconds = time.process_time() - start
    return {"name": template.stem, "code": code, "said": said.getvalue(), "seconds": seconds, "peak": peak()}


if __name__ == "__main__":
    hold_back()
    for path in sorted(Path(sys.argv[1]).glob("*.docx")):
        print(json.dumps(try_to_fill(path)), flush=True)
