"""The reading child process: takes tasks on standard input, answers with JSON lines, and can do little else.

It may use so much memory and no more, write no file, open few, and start no other program's core dump. Unexpected
errors are not caught: the process dies, its parent says so and starts another.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from dateline.readers.messages import pack, unpack_task
from dateline.readers.opening import read_source
from dateline.readers.sources import Source

_OPEN_FILES = 64


def main() -> None:
    """Serve until standard input ends."""
    answers = _private_output()
    _limit(int(sys.argv[1]))
    for line in sys.stdin.buffer:
        path, name, options = unpack_task(line)
        for item in read_source(Source(name, Path(path)), options):
            answers.write(pack(item))
            answers.flush()
        answers.write(b"end\n")
        answers.flush()


def _private_output() -> BinaryIO:
    """Keep the answers' pipe to itself: whatever a library prints goes to the error stream."""
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "wb")


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:
        # Not a POSIX system: the parent's time limit still holds.
        return
    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        hard = resource.getrlimit(kind)[1]
        most = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main()
