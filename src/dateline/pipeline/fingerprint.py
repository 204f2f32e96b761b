"""What a run's output depends on besides its inputs: versions, and hashes of code, tables, bases and models."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib import metadata, resources
from pathlib import Path

from dateline.language import DEFAULT_PIPELINE, find_pipeline
from dateline.model import ReadError
from dateline.readers import find_inputs
from dateline.version import VERSION

_LIBRARIES = (
    *("fastwarc", "feedparser", "lxml", "numpy", "onnxruntime", "pyarrow", "spacy", "striprtf", "thinc"),
    *("tokenizers", "trafilatura"),
)


@lru_cache(maxsize=4)
def configuration(
    pipeline: str = DEFAULT_PIPELINE, knowledge: Path | None = None, gazetteer: Path | None = None
) -> dict[str, str]:
    """Return the fingerprint of this installation.

    Args:
        pipeline: The language pipeline: a package name or a folder.
        knowledge: Another base of actors; the shipped one when None.
        gazetteer: Another base of places; the shipped one when None.

    Returns:
        Dateline's version, the versions of the libraries that parse and write, and SHA-256 of: Dateline's own code, the
        bases of actors and places, every other table and lexicon taken together, and the language pipeline's files.

    Raises:
        ModelFileError: The pipeline is not installed.
    """
    package = Path(str(resources.files("dateline")))
    data = package / "knowledge" / "data"
    tables = [path for path in data.rglob("*") if path.is_file() and path.suffix != ".sqlite"]
    return {
        "dateline": VERSION,
        "code": _hash(package, package.rglob("*.py")),
        "actors": _hash(knowledge.parent, [knowledge]) if knowledge else _hash(data, [data / "base.sqlite"]),
        "places": _hash(gazetteer.parent, [gazetteer]) if gazetteer else _hash(data, [data / "places.sqlite"]),
        "lexicons": _hash(data, tables),
        "language_pipeline": pipeline if pipeline == DEFAULT_PIPELINE else Path(pipeline).name,
        "language_files": folder_hash(find_pipeline(pipeline)),
        **{name: metadata.version(name) for name in _LIBRARIES},
    }


def input_facts(inputs: list[str]) -> list[dict[str, str | int | None]]:
    """Return name, size in bytes and SHA-256 of every input file; of standard input and missing files only the name."""
    facts: list[dict[str, str | int | None]] = []
    for source in find_inputs(inputs):
        if isinstance(source, ReadError):
            continue
        facts.append({"name": source.name, "bytes": None, "sha256": None})
        if source.path is not None:
            try:
                with source.path.open("rb") as stream:
                    digest = hashlib.file_digest(stream, "sha256").hexdigest()
                facts[-1].update(bytes=source.path.stat().st_size, sha256=digest)
            except OSError:
                # The reader will reject it with its reason.
                continue
    return facts


def folder_hash(folder: Path) -> str:
    """Return one SHA-256 over names and contents of a folder's files."""
    return _hash(folder, (path for path in folder.rglob("*") if path.is_file()))


def _hash(root: Path, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        with path.open("rb") as stream:
            own = hashlib.file_digest(stream, "sha256").hexdigest()
        digest.update(f"{path.relative_to(root).as_posix()} {own}\n".encode())
    return digest.hexdigest()
