"""What makes two reports tell one event: types that meet, words that do not count, and the weights of the score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.knowledge.codebook import data_folder, read_toml
from dateline.model import LexiconError

FEATURES = ("wording", "story", "type", "modes", "actors", "recipients", "date", "place", "numbers")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkingRules:
    """The rules, loaded once.

    Attributes:
        families: For a type every type that the same event may be given elsewhere, itself included.
        symmetric: Types whose actor and recipient may change places.
        weights: Weight of every feature and of `bias` in a logistic score.
        join: Score (0 to 1) from which an event joins an incident of another story.
        join_in_story: The same for an event of a story that already tells the incident.
        ignored: Words that say nothing about which event is told, in lower case.
    """

    families: Mapping[str, frozenset[str]]
    symmetric: frozenset[str]
    weights: Mapping[str, float]
    join: float
    join_in_story: float
    ignored: frozenset[str]

    @classmethod
    def load(cls, path: Path | None = None) -> LinkingRules:
        """Load the shipped rules, or another file of their form.

        Raises:
            LexiconError: The file lacks a part or a weight.
        """
        return _load(path or data_folder() / "incidents.toml")


@lru_cache(maxsize=2)
def _load(path: Path) -> LinkingRules:
    found = read_toml(path)
    try:
        score = found["score"]
        weights = {name: float(score["weights"][name]) for name in ("bias", *FEATURES)}
        families: dict[str, set[str]] = {}
        for family in found["family"]:
            for kind in family["types"]:
                families.setdefault(kind, set()).update(family["types"])
        return LinkingRules(
            families={kind: frozenset(types) for kind, types in families.items()},
            symmetric=frozenset(found["symmetric"]),
            weights=weights,
            join=float(score["join"]),
            join_in_story=float(score["join_in_story"]),
            ignored=frozenset(found["words"]["ignored"].split()),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"{path}: {error!r} is missing or has the wrong form") from error
