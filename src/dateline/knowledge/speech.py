"""Cue verbs of speech and thought, and the words of the first and second person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.knowledge.codebook import data_folder, read_entries, read_toml
from dateline.model import LexiconError, SpeechAct


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


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Cue verbs by their first lemma: the particle that must follow (or an empty string) and the act."""

    cues: dict[str, tuple[tuple[str, SpeechAct], ...]]
    deixis: Deixis

    @classmethod
    def load(cls) -> SpeechLexicon:
        """Read the shipped lexicon.

        Raises:
            LexiconError: A file breaks its format.
        """
        folder = data_folder() / "speech"
        table: dict[str, list[tuple[str, SpeechAct]]] = {}
        for entry in read_entries(folder / "verbs.toml", "cue"):
            for words in entry["verbs"]:
                first, _, rest = str(words).partition(" ")
                table.setdefault(first, []).append((rest, SpeechAct(entry["act"])))
        # The longer cue first: "point out" before "point".
        cues = {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in table.items()}
        return cls(cues, _deixis(read_toml(folder / "deixis.toml")))


def _deixis(entry: dict[str, Any]) -> Deixis:
    try:
        return Deixis(**{name: frozenset(entry[name]) for name in Deixis.__slots__})
    except KeyError as error:
        raise LexiconError(f"speech/deixis.toml lacks {error}") from error
