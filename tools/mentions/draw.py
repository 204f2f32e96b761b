"""Draws mentions at random from stories, to be coded by reading.

    python -m tools.mentions.draw STORIES WORDNET --each 110 --seed 20261128 > drawn.jsonl
    python -m tools.mentions.draw STORIES WORDNET --each 42 --seed 7 --without earlier.jsonl > fresh.jsonl

STORIES holds `bulk.jsonl.gz`; WORDNET the files `noun.person.yaml.gz` and `noun.group.yaml.gz` of Open English WordNet.
The same number of stories is drawn from every source, and one token from each story: a personal pronoun, a name, or a
noun that WordNet lists under persons or groups. Neither the base nor the resolver has a part in the draw. Whether the
token stands for an actor at all, and for whom, is decided by whoever reads it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from dateline.apps.evaluation.rows import sentence_story
from dateline.language import Parser
from dateline.model import ParsedStory, Token

ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos", "dative", "attr", "oprd", "ROOT"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
MEMBER = re.compile(r"^  - ([^\n]+)$", re.MULTILINE)


def read_nouns(folder: Path) -> frozenset[str]:
    """Return the words of WordNet's noun.person and noun.group files, in lower case."""
    found: set[str] = set()
    for name in ("noun.person.yaml.gz", "noun.group.yaml.gz"):
        with gzip.open(folder / name, "rt", encoding="utf-8") as stream:
            for block in stream.read().split("members:\n")[1:]:
                for line in block.splitlines():
                    if not line.startswith("  - "):
                        break
                    found.add(line[4:].strip("'\" ").lower())
    return frozenset(found)


def may_stand(token: Token, nouns: frozenset[str]) -> bool:
    """Say whether a token may be drawn."""
    if token.dep not in ROLES:
        return False
    if token.tag in {"PRP", "PRP$"}:
        return token.lemma not in {"it", "its"} or token.dep in {"nsubj", "poss"}
    if token.pos == "PROPN":
        return token.ent in NAMES
    return token.pos == "NOUN" and token.lemma in nouns


def read_stories(folder: Path, without: frozenset[str] = frozenset()) -> dict[str, list[dict[str, Any]]]:
    """Return the stories of `bulk.jsonl.gz` by their source, the first part of their ids, but for those named."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with gzip.open(folder / "bulk.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            if row["id"] not in without:
                found[row["id"].split("-")[0]].append(row)
    return found


def draw(row: dict[str, Any], parsed: ParsedStory, nouns: frozenset[str], dice: random.Random) -> dict[str, Any] | None:
    """Draw one token of a story; None when none may be drawn."""
    able = [token for token in parsed.tokens if may_stand(token, nouns)]
    if not able:
        return None
    token = dice.choice(able)
    return {"id": row["id"], "published": row["published"], "start": token.start, "end": token.end}


def main() -> None:
    """Print the drawn tokens, one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("--each", type=int, default=110)
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--without", type=Path, help="an earlier set, whose stories are not drawn again")
    options = parser.parse_args()
    lines = options.without.read_text("utf-8").splitlines() if options.without else []
    earlier = frozenset(json.loads(line)["id"] for line in lines)
    dice, nouns = random.Random(options.seed), read_nouns(options.wordnet)
    for _, rows in sorted(read_stories(options.stories, earlier).items()):
        chosen = dice.sample(rows, min(options.each, len(rows)))
        stories = [sentence_story(row["id"], row["text"][:6000], row["published"]) for row in chosen]
        for row, parsed in zip(chosen, Parser.load().parse_many(stories), strict=True):
            found = draw(row, parsed, nouns, dice)
            if found:
                print(json.dumps(found))


if __name__ == "__main__":
    main()
