"""The codebook as data: event types, modes, contexts, CAMEO codes and rulings."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from dateline.model import EventType, LexiconError, QuadClass


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeEntry:
    """One PLOVER event type with its quad class, CAMEO root and score on the conflict-cooperation scale (-10 to 10)."""

    type: EventType
    quad: QuadClass
    cameo: str
    needs_recipient: bool
    score: float
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoEntry:
    """One CAMEO code with its Goldstein score (-10 to +10) and what it is in PLOVER; type None: no event there."""

    code: str
    label: str
    goldstein: float | None
    type: EventType | None
    mode: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A rule of the codebook about an event under another word, or in another status, than its frame expects.

    Attributes:
        effects: Effects of operators above the event, any of which must hold; empty: no operator.
        inner: Types of the event's own frame; empty: any.
        modes: Modes of the event's own frame; empty: any.
        status: Statuses of the event; empty: any.
        type, mode, cameo: What the event becomes; `mode` may be empty.
        source: Section of the codebook it follows.
    """

    id: str
    effects: tuple[str, ...]
    inner: tuple[str, ...]
    modes: tuple[str, ...]
    status: tuple[str, ...]
    type: EventType
    mode: str
    cameo: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All of it, loaded once and never changed."""

    types: dict[EventType, TypeEntry]
    modes: frozenset[tuple[EventType, str]]
    mode_scores: dict[tuple[EventType, str], float]
    contexts: tuple[str, ...]
    cameo: dict[str, CameoEntry]
    rulings: tuple[Ruling, ...]
    sha256: str

    @classmethod
    def load(cls) -> Codebook:
        """Read the codebook that ships with Dateline.

        Raises:
            LexiconError: A file breaks its format; the message names file and entry.
        """
        folder = data_folder()
        parts = {name: folder / "codebook" / f"{name}.toml" for name in ("types", "modes", "contexts", "cameo")}
        rulings = folder / "rulings.toml"
        return cls(
            types={entry.type: entry for entry in map(_type, read_entries(parts["types"], "type"))},
            modes=frozenset((EventType(e["type"]), str(e["mode"])) for e in read_entries(parts["modes"], "mode")),
            mode_scores=_mode_scores(parts["modes"]),
            contexts=tuple(str(entry["name"]) for entry in read_entries(parts["contexts"], "context")),
            cameo={entry.code: entry for entry in map(_cameo, read_entries(parts["cameo"], "code"))},
            rulings=tuple(_ruling(entry, rulings) for entry in read_entries(rulings, "ruling")),
            sha256=hash_files([*parts.values(), rulings]),
        )

    def score(self, event_type: EventType, modes: tuple[str, ...]) -> float:
        """Return the PLOVER score of a type with its modes: the mode of the greatest weight counts."""
        own = self.types[event_type].score
        scores = [self.mode_scores[event_type, mode] for mode in modes if (event_type, mode) in self.mode_scores]
        return max(scores, key=abs, default=own)

    def refine(self, code: str, event_type: EventType, mode: str) -> str:
        """Return a code that says as much as type and mode do: the one given, if it turns into both, else theirs.

        Args:
            code: CAMEO code of a frame.
            event_type: Its PLOVER type.
            mode: Its mode; without one the code stays.

        Example:
            >>> Codebook.load().refine("190", EventType.ASSAULT, "aerial")
            '195'
        """
        entry = self.cameo.get(code)
        if not mode or (entry is not None and (entry.type, entry.mode) == (event_type, mode)):
            return code
        codes = [e.code for e in self.cameo.values() if (e.type, e.mode) == (event_type, mode) and len(e.code) > 2]
        return min(codes, key=lambda c: (len(c), c), default=code)

    def goldstein(self, code: str) -> float | None:
        """Return the Goldstein score of a CAMEO code, or of the nearest code above it."""
        while code:
            entry = self.cameo.get(code)
            if entry is not None and entry.goldstein is not None:
                return entry.goldstein
            code = code[:-1]
        return None


def data_folder() -> Path:
    """Return the folder of the lexicons and tables that ship with Dateline."""
    return Path(str(resources.files("dateline.knowledge").joinpath("data")))


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file.

    Raises:
        LexiconError: The file is missing or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path}: {error}") from error


def read_entries(path: Path, key: str) -> list[dict[str, Any]]:
    """Return the entries of one array of tables of a TOML file.

    Raises:
        LexiconError: The file has no such array.
    """
    found = read_toml(path).get(key)
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise LexiconError(f"{path} has no [[{key}]] entries")
    return found


def hash_files(paths: list[Path]) -> str:
    """Return one SHA-256 over the contents of some files, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _type(entry: dict[str, Any]) -> TypeEntry:
    return TypeEntry(
        type=EventType(entry["name"]),
        quad=QuadClass(entry["quad"]),
        cameo=str(entry["cameo"]),
        needs_recipient=entry.get("recipient") == "required",
        score=float(entry["score"]),
        definition=str(entry["definition"]),
    )


def _mode_scores(path: Path) -> dict[tuple[EventType, str], float]:
    return {
        (EventType(entry["type"]), str(entry["mode"])): float(entry["score"])
        for entry in read_entries(path, "mode")
        if "score" in entry
    }


def _cameo(entry: dict[str, Any]) -> CameoEntry:
    goldstein = entry.get("goldstein")
    return CameoEntry(
        code=str(entry["code"]),
        label=str(entry["label"]),
        goldstein=float(goldstein) if goldstein is not None else None,
        type=EventType(entry["type"]) if entry.get("type") else None,
        mode=entry.get("mode"),
    )


def _ruling(entry: dict[str, Any], path: Path) -> Ruling:
    try:
        when, then = entry["when"], entry["then"]
        return Ruling(
            id=str(entry["id"]),
            effects=tuple(when.get("effects", ())),
            inner=tuple(when.get("inner", ())),
            modes=tuple(when.get("modes", ())),
            status=tuple(when.get("status", ())),
            type=EventType(then["type"]),
            mode=str(then.get("mode", "")),
            cameo=str(then["cameo"]),
            source=str(entry["source"]),
        )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"{path}: ruling {entry.get('id', '?')} lacks or misspells {error}") from error
