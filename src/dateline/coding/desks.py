"""Which desk a story comes from, as far as it matters: in a sport story countries beat one another in play."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.model import ParsedStory, Participant

# Distinct words of sport, and their share of all nouns and verbs, from which a story counts as sport.
DISTINCT, SHARE = 5, 0.07
CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
# Whoever acts by office stays in an event even there: police arrest fans, ministers boycott games.
OFFICES = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "REB", "SPY", "OPP"})


def is_sport(parsed: ParsedStory, words: Collection[str]) -> bool:
    """Say whether a story is about sport.

    Args:
        parsed: The story.
        words: Lemmas of sport.
    """
    content = [t.lemma for t in parsed.tokens if t.pos in CONTENT]
    told = [lemma for lemma in content if lemma in words]
    return len(set(told)) >= DISTINCT and len(told) >= SHARE * len(content)


def holds_office(parties: Sequence[Participant]) -> bool:
    """Say whether one of some parties acts by office."""
    return any(OFFICES & set(p.resolution.sectors) and not _is_captain(p) for p in parties)


def _is_captain(participant: Participant) -> bool:
    """Say whether a person's only office is a rank that the report gives beside an unknown name: a team's captain."""
    known = participant.resolution
    return known.sectors[:1] == ("MIL",) and known.entity is None and "name" in known.rule
