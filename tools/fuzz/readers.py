"""Fuzzes every reader with mutated valid files; what breaks a rule is kept as a file.

    python tools/fuzz/readers.py --seconds 600                 # every format, ten minutes each
    python tools/fuzz/readers.py --seconds 60 --format nitf    # one of them

Each format runs in a process of its own with the memory limit of the reading child, so that a crash of a C or Rust
library is found as well. Rules: no error leaves the reader, every item is a story or a rejected record, texts encode,
segments lie in the text in order, an item survives its way through the child's pipe, and no input takes over 10 s.
"""

from __future__ import annotations

import argparse
import faulthandler
import functools
import io
import json
import os
import random
import subprocess
import sys
import time
import traceback
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.readers import samples  # noqa: E402

from dateline.model import Rejected, Story  # noqa: E402
from dateline.readers.limits import CHILD_BYTES  # noqa: E402
from dateline.readers.messages import pack, unpack  # noqa: E402

SLOW = 10.0
# As the reading child has it: libraries that reserve no more than they use.
LEAN = {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1"}
TOKENS = [
    *(b"<", b">", b"&", b"&#0;", b"&#xD800;", b"&mdash;", b"&x;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?x", b"?>"),
    *(b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x80\xae"),
    *(
        b"\r\n",
        b"\n\n\n",
        b"\t",
        b'"',
        b"'",
        b"{",
        b"}",
        b"[",
        b"]",
        b"null",
        b"true",
        b"-1",
        b"1e999",
        b"99999999999999999999",
    ),
    *(
        b"\\u0000",
        b"\\ud800",
        b"\\'e9",
        b"\\u-1?",
        b"\\bin99999999 ",
        b"{\\*\\x",
        b"0000-00-00",
        b"20191332",
        b"31 Feb 2019",
    ),
    *(
        b"KILL KILL KILL",
        b"STORY WITHDRAWN-",
        b"UPDATE 99-",
        b"1 of 1 DOCUMENTS",
        b"End of Document",
        b"LENGTH:",
        b"Body",
    ),
    *(
        b"Content-Length: 99999999",
        b"Content-Length: -1",
        b"Transfer-Encoding: chunked",
        b"WARC/1.0",
        b"PK\x03\x04",
        b"PAR1",
    ),
]


EVERY = functools.cache(samples.every_format)


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Return data with one to eight changes."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        at = rng.randrange(len(out) + 1)
        length = min(rng.choice((1, 2, 8, 64, 512)), len(out) - at)
        kind = rng.randrange(8)
        if kind == 0 and out:
            out[min(at, len(out) - 1)] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del out[at : at + length]
        elif kind == 2:
            out[at:at] = rng.choice(TOKENS) * rng.choice((1, 1, 1, 3, 300))
        elif kind == 3:
            out[at:at] = out[at : at + length] * rng.choice((1, 2, 50))
        elif kind == 4:
            out[at : at + length] = rng.randbytes(length)
        elif kind == 5:
            del out[at:]
        elif kind == 6:
            start = rng.randrange(len(out) + 1)
            out[at:at] = out[start : start + 256]
        else:
            out[at : at + length] = rng.choice(TOKENS)
    return bytes(out[:2_000_000])


def inner_docx(data: bytes, rng: random.Random) -> bytes:
    """Return a Word document whose text part is mutated and whose container is sound."""
    with zipfile.ZipFile(io.BytesIO(EVERY()["export.docx"])) as archive:
        return samples.zipped({"word/document.xml": mutated(archive.read("word/document.xml"), rng)})


def inner_archive(data: bytes, rng: random.Random) -> bytes:
    """Return an archive of mutated members of any format under any name."""
    every = EVERY()
    names = rng.sample(sorted(every), 3)
    members = {rng.choice(names) if rng.random() < 0.2 else name: mutated(every[name], rng) for name in names}
    return rng.choice((samples.zipped, samples.tarred))(members)


def inner_json(data: bytes, rng: random.Random) -> bytes:
    """Return JSON in which one value is replaced by one of another type."""
    value = json.loads(data.split(b"\n")[0])
    odd: object = rng.choice(
        (None, 0, -1, 1e308, "", "x" * 5_000, [], {}, [[]], [{}], {"a": []}, True, "\ud800", "\x00")
    )
    _replace(value, odd, rng)
    return json.dumps(value).encode()


def _replace(value: object, odd: object, rng: random.Random) -> None:
    if isinstance(value, dict) and value:
        key = rng.choice(sorted(value))
        if isinstance(value[key], dict | list) and value[key] and rng.random() < 0.6:
            _replace(value[key], odd, rng)
        else:
            value[key] = odd
    elif isinstance(value, list) and value:
        at = rng.randrange(len(value))
        if isinstance(value[at], dict | list) and value[at] and rng.random() < 0.6:
            _replace(value[at], odd, rng)
        else:
            value[at] = odd


INNER: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "export.docx": inner_docx,
    "bundle.zip": inner_archive,
    "bundle.tar": inner_archive,
    "item.json": inner_json,
    "feed.json": inner_json,
    "lines.jsonl": inner_json,
}


def inputs(name: str, rng: random.Random) -> Iterator[bytes]:
    """Yield mutated files without end."""
    data = EVERY()[name]
    inner = INNER.get(name)
    while True:
        yield inner(data, rng) if inner and rng.random() < 0.5 else mutated(data, rng)


def broken_rule(data: bytes, name: str) -> str | None:
    """Read one input and return the rule that it breaks, or None."""
    started = time.process_time()
    for item in samples.items(data, name, nested=True):
        if isinstance(item, Story):
            item.text.encode()
            last = 0
            for segment in item.segments:
                if not last <= segment.start < segment.end <= len(item.text):
                    return f"segment {segment}"
                last = segment.end
        elif not isinstance(item, Rejected) or not item.reason or not item.advice:
            return f"item {item!r}"
        if unpack(pack(item)) != item:
            return "an item changed on its way through the pipe"
    seconds = time.process_time() - started
    return f"{seconds:.1f} s for one input" if seconds > SLOW else None


def work(name: str, seconds: float, seed: int, folder: Path) -> None:
    """Fuzz one format in this process; the input at work lies in the folder, so that a crash leaves it there."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (CHILD_BYTES, CHILD_BYTES))
    faulthandler.enable()
    warnings.simplefilter("ignore")
    rng = random.Random(f"{seed} {name}")
    current = folder / f"{name}.current"
    found: dict[str, int] = {}
    count = 0
    started = time.monotonic()
    for data in inputs(name, rng):
        if time.monotonic() - started > seconds:
            break
        current.write_bytes(data)
        count += 1
        try:
            rule = broken_rule(data, name)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            frames = traceback.extract_tb(error.__traceback__)
            place = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-4:]))
            rule = f"{type(error).__name__}: {str(error)[:120]} at {place}"
        if rule:
            key = rule.split(" at ")[-1]
            found[key] = found.get(key, 0) + 1
            if found[key] == 1:
                (folder / f"{name}.{len(found)}.bad").write_bytes(data)
                print(f"  {name}: {rule}", flush=True)
    current.unlink()
    clock, busy = time.monotonic() - started, time.process_time()
    print(
        f"{name}: {count} inputs in {clock:.0f} s ({busy:.0f} s of processor time), {len(found)} kinds of finding",
        flush=True,
    )


def main() -> None:
    """Run the formats one after the other, each in its own process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--format", help="a file name of tests/readers/samples.py, or its ending")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--findings", type=Path, default=ROOT / "build" / "fuzz")
    parser.add_argument("--here", help=argparse.SUPPRESS)
    given = parser.parse_args()
    given.findings.mkdir(parents=True, exist_ok=True)
    if given.here:
        work(given.here, given.seconds, given.seed, given.findings)
        return
    names = [name for name in EVERY() if given.format is None or given.format in name]
    bad = 0
    for name in names:
        command = [sys.executable, __file__, "--here", name, "--seconds", str(given.seconds), "--seed", str(given.seed)]
        ended = subprocess.run([*command, "--findings", str(given.findings)], check=False, env={**os.environ, **LEAN})
        if ended.returncode:
            print(f"{name}: the process ended with {ended.returncode}; its input: {given.findings / f'{name}.current'}")
            bad += 1
    sys.exit(1 if bad or any(given.findings.glob("*.bad")) else 0)


if __name__ == "__main__":
    main()
