"""The frame lexicon: words, argument patterns, and the event type that they mean.

Data: `data/frames/<type>/<concept>.toml`, noun sets in `data/sets/`, words that take another event as their
complement in `data/operators/`. The schema is described in `docs/frames.md`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.knowledge.codebook import data_folder, hash_files, read_entries, read_toml
from dateline.knowledge.nominals import Nominals
from dateline.knowledge.standing import StandingRule, read_standing
from dateline.model import EventType, LexiconError

Union = tuple[str, ...]
Conditions = tuple[tuple[str, tuple[str, ...]], ...]
PREPOSITIONS = frozenset(
    [
        "of",
        "to",
        "for",
        "in",
        "with",
        "on",
        "at",
        "from",
        "by",
        "into",
        "over",
        "against",
        "about",
        "as",
        "upon",
        "after",
        "through",
        "toward",
        "towards",
        "between",
        "outside",
    ]
)
# What the code asks of frames beside their type: leaving a pact, leave that is given, readiness, a word that is not
# kept, relief that stands without a named side, lawsuits, and orders that tell what is done with people.
MARKS = frozenset({"leaving", "leave", "readiness", "broken-word", "relief", "lawsuit", "custody", "in-words"})
# Words of a trigger for which any possessive or person may stand, and the entry of those without a second word.
SKIPPED_WORDS = frozenset({"its", "his", "her", "their", "one's", "someone"})
ALONE = ""
KINDS = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence that an entry must fire on (`why` empty) or must leave alone (`why` says the reason).

    `actor` and `recipient` are the countries of the parties. `open` says what still keeps an example from coming out,
    `open_parties` what keeps its parties from coming out; their tests are expected to fail until they do.
    """

    text: str
    actor: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None
    why: str = ""
    open: str = ""
    open_parties: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words that may carry an entry: a first lemma, and what must follow it."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One pattern of the lexicon.

    Attributes:
        actor, recipient: Alternatives tried in order; each a union of slots.
        where: Slots that must be filled, each by one of its items.
        unless: Slots that must not be filled by any of their items.
        reciprocal: All parties are actors when there is no direction between them.
        needs_recipient: No event without somebody whom it is aimed at.
        marks: What else the code may ask of an event told by it, one of `MARKS`.
        mode_when: (item, mode): the mode when any slot, or a modifier of the trigger, matches the item.
        priority: The higher one wins on one trigger.
    """

    id: str
    type: EventType
    mode: str
    cameo: str
    contexts: tuple[str, ...]
    triggers: tuple[Trigger, ...]
    actor: tuple[Union, ...]
    recipient: tuple[Union, ...]
    where: Conditions
    unless: Conditions
    reciprocal: bool
    needs_recipient: bool
    marks: frozenset[str]
    mode_when: tuple[tuple[str, str], ...]
    priority: int
    status: str
    origin: str
    examples: tuple[Example, ...]
    near_misses: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A word that takes an event as its complement and changes how it is read.

    Attributes:
        effect: What it does to the event under it (`intend`, `refuse`, `stop`, `light` ...).
        type: The verbal event that the word itself is, if any.
        alone: First words that are that event whatever stands under them; empty: all of them.
        under: Slots in which the event stands, where these are not those of a complement ("lifting it is unthinkable").
    """

    id: str
    effect: str
    type: EventType | None
    mode: str
    cameo: str
    triggers: tuple[Trigger, ...]
    actor: tuple[Union, ...]
    recipient: tuple[Union, ...]
    alone: frozenset[str]
    under: tuple[str, ...]
    examples: tuple[Example, ...]
    near_misses: tuple[Example, ...]


@dataclass(frozen=True)
class FrameLexicon:
    """Frames, operators and noun sets, indexed by kind and first lemma."""

    frames: tuple[Frame, ...]
    operators: tuple[Operator, ...]
    sets: Mapping[str, frozenset[str]]
    sha256: str
    standing: tuple[StandingRule, ...] = ()
    nominals: Nominals = field(default_factory=Nominals)

    @classmethod
    def load(cls, folder: Path | None = None) -> FrameLexicon:
        """Read the lexicon.

        Args:
            folder: A folder with `frames`, `operators` and `sets`; the shipped one when None.

        Raises:
            LexiconError: A file breaks the schema; the message names file and entry.
        """
        root = folder or data_folder()
        files = {name: sorted((root / name).rglob("*.toml")) for name in ("frames", "operators", "sets")}
        sets = cls.read_sets(root)
        frames = tuple(frame for path in files["frames"] for frame in _frames(path))
        operators = tuple(op for path in files["operators"] for op in _operators(path))
        _check(frames, operators, sets)
        standing, nominals = root / "standing.toml", root / "nominals.toml"
        paths = [path for name in files for path in files[name]]
        paths += [path for path in (standing, nominals) if path.is_file()]
        return cls(
            frames,
            operators,
            sets,
            hash_files(paths),
            read_standing(standing) if standing.is_file() else (),
            Nominals.read(nominals) if nominals.is_file() else Nominals(),
        )

    def with_own(self, entries: Iterable[Mapping[str, Any]]) -> FrameLexicon:
        """Return the lexicon with frames of a user's own, as `KnowledgeBase.frames` gives them.

        Raises:
            LexiconError: An entry breaks the schema.
        """
        try:
            own = tuple(_frame(dict(entry)) for entry in entries)
        except (KeyError, ValueError, TypeError) as error:
            raise LexiconError(
                f"a frame of the knowledge base is broken ({error!r}); add its dictionary again"
            ) from error
        return replace(self, frames=(*own, *self.frames)) if own else self

    def marked(self, rule: str, mark: str) -> bool:
        """Say whether what decided an event ("frame reject.breach.agreement") is a frame with a mark.

        Example:
            >>> FrameLexicon.load().marked("frame reject.breach.agreement", "broken-word")
            True
        """
        return mark in self._marks.get(rule, ())

    @cached_property
    def _marks(self) -> dict[str, frozenset[str]]:
        return {f"frame {frame.id}": frame.marks for frame in self.frames if frame.marks}

    @cached_property
    def phrasal(self) -> frozenset[tuple[str, str]]:
        """Verbs with the particle that makes another word of them ("call", "off")."""
        entries = [t for f in self.frames for t in f.triggers] + [t for o in self.operators for t in o.triggers]
        return frozenset((t.words[0], t.words[1]) for t in entries if t.kind == "verb" and len(t.words) > 1)

    @staticmethod
    def read_sets(folder: Path | None = None) -> dict[str, frozenset[str]]:
        """Read the noun sets alone."""
        return dict(_set(path) for path in sorted(((folder or data_folder()) / "sets").rglob("*.toml")))

    @cached_property
    def frame_index(self) -> dict[tuple[str, str], tuple[tuple[Trigger, Frame], ...]]:
        """Frames by (kind, first lemma), the highest priority and the longest words first."""
        return _index((trigger, frame) for frame in self.frames for trigger in frame.triggers)

    @cached_property
    def seconds(self) -> dict[tuple[str, str], dict[str, tuple[int, ...]]]:
        """Where the frames of a verb stand in `frame_index`, by their trigger's second word; ALONE without one."""
        return {key: _by_second(entries) for key, entries in self.frame_index.items() if key[0] == "verb"}

    @cached_property
    def nominal_index(self) -> dict[str, str]:
        """Verbs with frames by the noun that tells what they tell ("expulsion", "granting")."""
        return self.nominals.of_verbs({lemma for kind, lemma in self.frame_index if kind == "verb"})

    @cached_property
    def operator_index(self) -> dict[tuple[str, str], tuple[tuple[Trigger, Operator], ...]]:
        """Operators by (kind, first lemma), the longest words first."""
        return _index((trigger, op) for op in self.operators for trigger in op.triggers)


def _by_second(entries: Sequence[tuple[Trigger, Frame]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for i, (trigger, _) in enumerate(entries):
        second = trigger.words[1] if len(trigger.words) > 1 else ALONE
        found[ALONE if second in SKIPPED_WORDS else second].append(i)
    return {word: tuple(places) for word, places in found.items()}


def _index(pairs: Iterable[tuple[Trigger, Any]]) -> dict[tuple[str, str], tuple[tuple[Trigger, Any], ...]]:
    table: dict[tuple[str, str], list[tuple[Trigger, Any]]] = defaultdict(list)
    for trigger, entry in pairs:
        # "air strike" is found by its last word, "exchange of views" by its first.
        last_is_head = trigger.kind == "noun" and not PREPOSITIONS & set(trigger.words)
        first = trigger.words[-1] if last_is_head else trigger.words[0]
        table[trigger.kind, first].append((trigger, entry))
    return {
        key: tuple(sorted(found, key=lambda pair: (-getattr(pair[1], "priority", 0), -len(pair[0].words), pair[1].id)))
        for key, found in table.items()
    }


def _set(path: Path) -> tuple[str, frozenset[str]]:
    entry = read_toml(path)
    try:
        return str(entry["set"]), frozenset(str(lemma).lower() for lemma in entry["lemmas"])
    except KeyError as error:
        raise LexiconError(f"{path} lacks {error}; a noun set needs `set`, `origin` and `lemmas`") from error


def _frames(path: Path) -> list[Frame]:
    head = read_toml(path)
    found = []
    for entry in read_entries(path, "frame"):
        merged = {**{k: v for k, v in head.items() if k != "frame"}, **entry}
        try:
            found.append(_frame(merged))
        except (KeyError, ValueError, TypeError) as error:
            raise LexiconError(f"{path}: frame {entry.get('id', '?')}: {error!r}") from error
    return found


def _frame(entry: dict[str, Any]) -> Frame:
    where, unless = _conditions(entry.get("where", {})), _conditions(entry.get("unless", {}))
    return Frame(
        id=str(entry["id"]),
        type=EventType(entry["type"]),
        mode=str(entry.get("mode", "")),
        cameo=str(entry["cameo"]),
        contexts=tuple(entry.get("contexts", ())),
        triggers=_triggers(entry),
        actor=_slots(entry["actor"]),
        recipient=_slots(entry["recipient"]),
        where=where,
        unless=unless,
        reciprocal=bool(entry.get("reciprocal", False)),
        needs_recipient=bool(entry.get("needs_recipient", False)),
        marks=_marks(entry.get("marks", ())),
        mode_when=tuple(
            sorted((str(k), str(v)) for k, v in (entry.get("modes_when") or entry.get("modes_by") or {}).items())
        ),
        priority=int(entry.get("priority", len(where))),
        status=str(entry.get("status", "")),
        origin=str(entry["origin"]),
        examples=tuple(_example(e) for e in entry["examples"]),
        near_misses=tuple(_example(e) for e in entry["near_misses"]),
    )


def _operators(path: Path) -> list[Operator]:
    head = read_toml(path)
    found = []
    for entry in read_entries(path, "operator"):
        merged = {**{k: v for k, v in head.items() if k != "operator"}, **entry}
        try:
            found.append(
                Operator(
                    id=str(merged["id"]),
                    effect=str(merged["effect"]),
                    type=EventType(merged["type"]) if merged.get("type") else None,
                    mode=str(merged.get("mode", "")),
                    cameo=str(merged.get("cameo", "")),
                    triggers=_triggers(merged),
                    actor=_slots(merged.get("actor", ["subj"])),
                    recipient=_slots(merged.get("recipient", [])),
                    alone=frozenset(merged.get("alone", ())),
                    under=tuple(str(slot) for slot in merged.get("under", ())),
                    examples=tuple(_example(e) for e in merged.get("examples", ())),
                    near_misses=tuple(_example(e) for e in merged.get("near_misses", ())),
                )
            )
        except (KeyError, ValueError, TypeError) as error:
            raise LexiconError(f"{path}: operator {entry.get('id', '?')}: {error!r}") from error
    return found


def _triggers(entry: dict[str, Any]) -> tuple[Trigger, ...]:
    found = []
    for key, kind in KINDS.items():
        for words in entry.get(key, ()):
            parts = tuple(str(words).lower().split())
            bound = parts[:1] == ("be",) and len(parts) > 1  # "be to blame" is found by what follows "be"
            found.append(Trigger(kind="adjective", words=parts[1:]) if bound else Trigger(kind=kind, words=parts))
            if kind == "noun" and not bound and any("-" in part for part in parts):
                # the parser cuts "build-up" into three words
                cut = tuple(word for part in parts for word in part.replace("-", " - ").split())
                found.append(Trigger(kind=kind, words=cut))
    if not found:
        raise ValueError("no verbs, nouns or adjectives")
    return tuple(found)


def _marks(entries: Iterable[str]) -> frozenset[str]:
    marks = frozenset(entries)
    if unknown := marks - MARKS:
        raise ValueError(f"unknown marks {sorted(unknown)}; known are {sorted(MARKS)}")
    return marks


def _slots(entries: list[str]) -> tuple[Union, ...]:
    return tuple(tuple(part.strip() for part in str(entry).split("+")) for entry in entries)


def _conditions(table: Mapping[str, list[str]]) -> Conditions:
    """Return conditions, those of words before those of classes: they are asked faster and fail more often."""
    return tuple(sorted(((slot, tuple(items)) for slot, items in table.items()), key=_cost))


def _cost(condition: tuple[str, tuple[str, ...]]) -> tuple[bool, bool]:
    slot, items = condition
    return slot == "clause", any(item.startswith("#") for item in items)


def _example(entry: Any) -> Example:
    if isinstance(entry, str):
        return Example(text=entry)
    actor, recipient = entry.get("actor"), entry.get("recipient")
    return Example(
        text=str(entry["text"]),
        actor=tuple(actor) if actor is not None else None,
        recipient=tuple(recipient) if recipient is not None else None,
        why=str(entry.get("why", "")),
        open=str(entry.get("open", "")),
        open_parties=str(entry.get("open_parties", "")),
    )


def _check(frames: tuple[Frame, ...], operators: tuple[Operator, ...], sets: Mapping[str, frozenset[str]]) -> None:
    seen: set[str] = set()
    for id_ in [*(frame.id for frame in frames), *(operator.id for operator in operators)]:
        if id_ in seen:
            raise LexiconError(f"the id {id_} is used twice in the lexicon")
        seen.add(id_)
    for frame in frames:
        for slot, items in (*frame.where, *frame.unless):
            for item in items:
                if item.startswith("@") and item[1:] not in sets:
                    raise LexiconError(f"frame {frame.id}, slot {slot}: there is no noun set {item}")
