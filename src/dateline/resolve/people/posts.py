"""Posts that somebody is put into ("swore in Ann Lee as justice minister"), and people of a first name alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.model import Resolution
from dateline.resolve.cast import Character, Draft
from dateline.resolve.pieces.link import Hints
from dateline.resolve.pieces.phrases import Phrase

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# How far before a name the verb may stand that puts its bearer into a post, and how far behind it the post.
BEFORE, BEHIND = 12, 8


def put_into(phrase: Phrase, reader: Reader) -> Draft | None:
    """Return the mention of the post that a person is put into, right behind the name.

    Args:
        phrase: The phrase of the name.
        reader: The work on the story.
    """
    syntax, at = reader.syntax, phrase.last
    if at >= len(syntax.tokens) or syntax.tokens[at].text != "as":
        return None
    sentence = syntax.parsed.sentences[syntax.tokens[at].sent]
    before = syntax.tokens[max(sentence.first, at - BEFORE) : at]
    if not any(t.lemma in reader.words.definites["naming"] for t in before):
        return None
    for i in range(at + 1, min(at + BEHIND, sentence.last)):
        other = reader.phrases.get(i)
        if other is not None and other.core is not None and other.first <= at + 2:
            noun = other.core.noun
            return reader.visit(i) if noun is not None and noun.kind in {"person", "office"} else None
    return None


def led_by(phrase: Phrase, reader: Reader) -> Draft | None:
    """Return whom somebody is told to lead by what stands before his name: "rebels led by Ann Lee".

    Args:
        phrase: The phrase of the name.
        reader: The work on the story.
    """
    syntax = reader.syntax
    agent = syntax.tokens[syntax.tokens[phrase.head].head]
    verb = syntax.tokens[agent.head]
    if agent.text != "by" or verb.dep != "acl" or verb.lemma not in reader.words.definites["heading"]:
        return None
    led = reader.visit(verb.head) if verb.head < phrase.first else None
    known = led.resolution if led else None
    told = known is not None and bool(known.sectors) and not known.countries and known.rule != "country name"
    return led if told and led is not None and (led.plural or not led.person) else None


def first_named(word: str, hints: Hints, reader: Reader) -> tuple[Character | None, Resolution] | None:
    """Find whom news calls by the first name alone: "Hillary" of a report of 2016.

    Args:
        word: The folded name.
        hints: What stands around it.
        reader: The story's.
    """
    full = next((n for n in reader.words.names["first_named"] if name_key(n).split()[0] == word), None)
    found = reader.linker.full_name(full, hints, reader.on) if full else None
    if found is None or found.entity is None or found.stale:
        return None
    return reader.cast.by_key(("person", found.entity.id)), replace(found, score=0.6, rule="first name alone")


def posted_before(phrase: Phrase, reader: Reader) -> Draft | None:
    """Return the post right before a name that swallows its land: "the Ruritanian ambassador to Peru Ann Lee".

    Args:
        phrase: The person's name, with nothing but a land before it.
        reader: The story's.
    """
    tokens, left = reader.syntax.tokens, phrase.left
    land = len(left) == 1 and left[0].country is not None and left[0].noun is None
    if not land or not phrase.first or phrase.core is None or left[0].last != phrase.core.first:
        return None
    before = tokens[left[0].first - 1] if left[0].first else tokens[0]
    before = tokens[before.i - 1] if before.text == "the" and before.i else before
    if before.text not in {"to", "of", "for", "in"} or before.head >= before.i:
        return None
    post = reader.visit(before.head)
    held = post is not None and post.person and not post.plural and post.resolution is not None
    return post if held else None


def posted_to(phrase: Phrase, reader: Reader) -> Draft | None:
    """Return the post whose land the parser takes a name to explain: "the ambassador to Peru, Ann Lee, said".

    Args:
        phrase: The person's name.
        reader: The story's.
    """
    tokens = reader.syntax.tokens
    token = tokens[phrase.head]
    land = tokens[token.head]
    if token.dep != "appos" or land.i > token.i or land.dep != "pobj" or land.ent not in {"GPE", "LOC"}:
        return None
    above = tokens[land.head]
    if above.text not in {"to", "of", "for", "in"} or above.head >= above.i or tokens[above.head].pos == "VERB":
        return None
    post = reader.visit(above.head)
    held = post is not None and post.person and not post.plural and post.resolution is not None
    return post if held else None
