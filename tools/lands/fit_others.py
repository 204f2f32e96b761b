"""Fits the weights by which the coder chooses the other land of a relation (`coding/ties/other_lands.py`).

    python -m tools.lands.fit_others [--folds 5]

It resolves the marked reports that are not held out (`tools/triggers/marked/full-*.txt`) and takes every relation of two
lands of which the words name one side, and the other not: there is no word for it, or a pronoun, or a word that nobody
resolves. The fit is that of `tools/lands/fit.py`. Prints what share is right of reports left out, then the weights.
"""

from __future__ import annotations

from collections.abc import Iterator

from tools.lands.fit import Choice, choice, run
from tools.triggers import marks

from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.context import Told, is_assumed
from dateline.coding.ties.other_lands import WEIGHTS, OtherLands
from dateline.model import ResolvedStory, Token

NAMES = tuple(WEIGHTS)
# Whose other party is a body, not a land.
BODILY = "membership"


def choices(resolved: ResolvedStory, rows: list[marks.Row]) -> Iterator[Choice]:
    """Yield the relations of a report whose other land only the story tells."""
    cast = Cast(resolved, Graph(resolved.parsed))
    told = Told(resolved, cast)
    others, tokens = OtherLands(resolved, told), {t.start: t for t in resolved.parsed.tokens}
    for row in rows:
        base = resolved.parsed.story.text.find(row.text)
        for tie in row.ties or () if base >= 0 else ():
            token, pair = tokens.get(base + tie.word[0]), _pair(tie)
            if token is None or pair is None or tie.label == BODILY:
                continue
            sides = [
                [tokens[base + a] for a, _ in words or () if base + a in tokens]
                for words in (tie.actors, tie.recipients)
            ]
            for (known, other), (own, land) in zip((sides, sides[::-1]), (pair, pair[::-1]), strict=True):
                named = {code for word in known for code in _codes(word, cast)}
                word = other[0] if other else None
                if named == {own} and (word is None or _is_untold(word, told, cast)):
                    found = choice(others.signs(token, named, word), land, NAMES, rows)
                    yield from (found,) if found is not None else ()


def _pair(tie: marks.Deed) -> tuple[str, str] | None:
    """Return the lands of both sides of a relation, if each is of one."""
    lands = [[code.partition(".")[0] for code in codes] for codes in tie.codes or ()]
    single = len(lands) == 2 and all(len(side) == 1 and not side[0].startswith("-") for side in lands)
    return (lands[0][0], lands[1][0]) if single and lands[0] != lands[1] else None


def _codes(word: Token, cast: Cast) -> tuple[str, ...]:
    """Return the codes of the land or body that a word names."""
    mention = cast.mention(word.i)
    party = cast.participant(mention) if mention is not None and word.pos != "PRON" else None
    return party.resolution.codes if party is not None and not is_assumed(party) else ()


def _is_untold(word: Token, told: Told, cast: Cast) -> bool:
    """Say whether a word names no land: a pronoun, or what nobody resolves but by the story's land."""
    return word.pos == "PRON" or not told.known(word.i)


def main() -> None:
    """Fit the weights of the other lands of relations."""
    run(choices, NAMES, __doc__ or "")


if __name__ == "__main__":
    main()
