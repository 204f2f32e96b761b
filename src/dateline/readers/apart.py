"""Risky formats are read in a child process with limits on memory, files and time; it can only answer in JSON lines.

One child serves all inputs of a call; it is started with the first risky one, killed when it stays silent for too
long, and replaced when it dies. What it had read of an input by then is kept, the rest is rejected.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator

from dateline.model import Rejected, Story
from dateline.readers.inputs import ReadOptions
from dateline.readers.limits import CHILD_BYTES, CHILD_SECONDS
from dateline.readers.messages import pack_task, unpack
from dateline.readers.sources import Source

END = b"end\n"
# A story with every character escaped, and its other fields.
_LINE_MOST = 64_000_000
_CHUNK = 1 << 18


class Apart:
    """The child process, started when it is needed."""

    def __init__(self, *, memory: int = CHILD_BYTES, seconds: float = CHILD_SECONDS) -> None:
        """Set the limits.

        Args:
            memory: Bytes of address space.
            seconds: Longest silence before it is killed.
        """
        self._memory = memory
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._waiting = bytearray()

    def read(self, source: Source, options: ReadOptions) -> Iterator[Story | Rejected]:
        """Yield what the child reads from a file; its death is a rejected record too."""
        self._start()
        self._send(pack_task(str(source.path), source.name, options))
        done = 0
        for item in self._answers():
            if isinstance(item, str):
                position = f"after item {done}" if done else ""
                advice = "leave this file out, or split it"
                yield Rejected(origin=source.name, position=position, reason=item, advice=advice)
            else:
                done += 1
                yield item

    def close(self) -> None:
        """End the child."""
        process, self._process = self._process, None
        self._waiting.clear()
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()

    def _start(self) -> None:
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        # A folder of the user's must not supply modules, whatever lies in it: -P leaves it out of the path.
        command = [sys.executable, "-P", "-m", "dateline.readers.child", str(self._memory)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )

    def _send(self, line: bytes) -> None:
        process = self._process
        if process is None or process.stdin is None:
            return
        try:
            process.stdin.write(line)
            process.stdin.flush()
        except BrokenPipeError:
            # It died before; its silence is answered below.
            return

    def _answers(self) -> Iterator[Story | Rejected | str]:
        """Yield the items of one task; a string says how the child failed."""
        while True:
            line = self._line()
            if isinstance(line, str):
                self.close()
                yield line
                return
            if line == END:
                return
            yield unpack(line)

    def _line(self) -> bytes | str:
        process = self._process
        if process is None or process.stdout is None:
            return "the reading process did not start"
        limit = time.monotonic() + self._seconds
        searched = 0
        while True:
            end = self._waiting.find(b"\n", searched)
            if end >= 0:
                line = bytes(self._waiting[: end + 1])
                del self._waiting[: end + 1]
                return line
            searched = len(self._waiting)
            left = limit - time.monotonic()
            ready = select.select([process.stdout], [], [], max(left, 0))[0]
            if not ready:
                return f"reading it took more than {self._seconds:g} seconds and was stopped"
            chunk = os.read(process.stdout.fileno(), _CHUNK)
            if not chunk:
                return _last_words(process)
            self._waiting += chunk
            if len(self._waiting) > _LINE_MOST:
                return "the reading process sent more than a story can hold"


def _last_words(process: subprocess.Popen[bytes]) -> str:
    code = process.wait()
    if code < 0:
        return f"the reading process was ended by signal {-code}, most likely for want of memory"
    return f"the reading process failed with exit code {code}"


def _environment() -> dict[str, str]:
    """Return the child's environment: one thread, and memory pools that reserve no more than they use."""
    wanted = {name: value for name, value in os.environ.items() if name != "PYTHONSTARTUP"}
    return {
        **wanted,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "OMP_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
    }
