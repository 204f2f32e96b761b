"""Words that report what somebody says, thinks or wants, and the words of the first and second person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from dateline.knowledge.codebook import data_folder, read_entries, read_toml
from dateline.model import LexiconError, SpeechAct

VERB_FILES = ("verbs.toml", "attitudes.toml")
Words = TypeVar("Words")
KINDS = frozenset({"clause", "infinitive", "gerund", "object", "object-infinitive"})


@dataclass(frozen=True, slots=True)
class Deixis:
    """Words of the first and second person, and what makes "we" mean both sides of a conversation."""

    speaker: frozenset[str]
    side: frozenset[str]
    addressee: frozenset[str]
    shared: frozenset[str]
    shared_plural: frozenset[str]
    joint_verbs: frozenset[str]
    joint_objects: frozenset[str]
    private_bodies: frozenset[str]
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class CuePattern:
    """What one cue word reports, and in which shape.

    Attributes:
        particle: Words that must follow the cue ("point out", "call for").
        act: How firmly the source stands behind the content.
        takes: Shapes of the content; for nouns and adjectives also the prepositions that lead to it.
        needs: Words one of which must go on with an object ("described it as"); empty: none.
    """

    particle: tuple[str, ...]
    act: SpeechAct
    takes: frozenset[str]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueWords:
    """Words beside a cue that bound it and its content (`frames.toml`)."""

    shading: frozenset[str]
    told: frozenset[str]
    goes_on: frozenset[str]
    empty_objects: frozenset[str]
    making: frozenset[str]
    made: frozenset[str]
    no_speakers: frozenset[str]
    no_sources: frozenset[str]


Patterns = Mapping[str, tuple[CuePattern, ...]]


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Cue verbs, nouns and adjectives by lemma, and the words around them."""

    verbs: Patterns
    nouns: Patterns
    adjectives: Patterns
    words: CueWords
    deixis: Deixis

    @classmethod
    def load(cls) -> SpeechLexicon:
        """Read the shipped lexicon.

        Raises:
            LexiconError: A file breaks its format.
        """
        folder = data_folder() / "speech"
        return cls(
            verbs=_patterns(VERB_FILES, "verbs"),
            nouns=_patterns(("nouns.toml",), "nouns"),
            adjectives=_patterns(("adjectives.toml",), "adjectives"),
            words=_record(CueWords, read_toml(folder / "frames.toml"), "frames.toml"),
            deixis=_record(Deixis, read_toml(folder / "deixis.toml"), "deixis.toml"),
        )


def _patterns(files: tuple[str, ...], key: str) -> Patterns:
    table: dict[str, list[CuePattern]] = defaultdict(list)
    for name in files:
        path = data_folder() / "speech" / name
        for entry in read_entries(path, "cue"):
            for words in entry.get(key, ()):
                first, *rest = str(words).split()
                table[first].append(_pattern(entry, tuple(rest), key == "verbs", name))
    # The longer cue first: "point out" before "point"; clauses before objects.
    return {first: tuple(sorted(found, key=lambda p: -len(p.particle))) for first, found in table.items()}


def _pattern(entry: dict[str, Any], particle: tuple[str, ...], is_verb: bool, name: str) -> CuePattern:
    takes = frozenset(entry["takes"])
    if is_verb and not takes <= KINDS:
        raise LexiconError(
            f"speech/{name}: a cue takes {sorted(takes - KINDS)}; a verb's content is one of {sorted(KINDS)}"
        )
    return CuePattern(particle, SpeechAct(entry["act"]), takes, frozenset(entry.get("needs", ())))


def _record(kind: type[Words], entry: dict[str, Any], name: str) -> Words:
    fields: tuple[str, ...] = kind.__slots__  # type: ignore[attr-defined]
    try:
        return kind(**{field: frozenset(entry[field]) for field in fields})
    except KeyError as error:
        raise LexiconError(f"speech/{name} lacks {error}") from error
