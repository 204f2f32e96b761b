"""Who "he", "it" and "they" are: the best character so far that agrees, by recency, role and paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import MentionKind
from dateline.resolve.cast import Cast, Character, Draft
from dateline.resolve.pieces.syntax import Syntax
from dateline.resolve.pronouns import bindings, deeds, generic_posts, nearness, prominence, same_clause
from dateline.resolve.pronouns.agreement import Pronoun, agrees
from dateline.resolve.pronouns.latest_mentions import latest_before
from dateline.resolve.pronouns.nearness import DOING, JUDGED
from dateline.resolve.pronouns.things import Thing, thing_wins

# What somebody loses of whom nothing tells the gender, and a name of "she", as most names in the news are of "he".
UNTOLD, UNTOLD_NAME = 1.0, 1.0
# What the doer of a possessive's own clause gains if a person, where another verb's object it is ("urged Peru to cut
# its debt"), where one body is "they", whom the possessive's noun is joined to ("Lee and his aides"), and what a
# speaker loses.
DOING_PERSON, NO_SUBJECT, MANY, BESIDE, SPEAKER = 1.0, 1.5, 1.0, 3.5, 5.0
# What whoever does to a thing what is done to another's loses for its possessive.
ANOTHERS = 3.0


def scored(pronoun: Pronoun, cast: Cast, things: Sequence[Thing]) -> tuple[float, Character] | None:
    """Return the character that a pronoun goes back to, with its score; None where it is nobody.

    Args:
        pronoun: The pronoun, with what it agrees with.
        cast: Everyone named before.
        things: Noun phrases before it that are no actors.
    """
    bound = bindings.read(pronoun.syntax, pronoun.i, pronoun.words.pronouns, person=pronoun.want.person)
    best = max(_weighed(pronoun, cast, bound), key=lambda found: found[0], default=None)
    if best is None:
        return None
    score, draft, character = best
    tied = draft.head in bound.doers | bound.judged  # by grammar, so that no thing stands between them
    firm = pronoun.want.person or tied or deeds.is_of_party(pronoun)
    return None if not firm and thing_wins(pronoun, score, things, bound.doers) else (score, character)


def _weighed(pronoun: Pronoun, cast: Cast, bound: bindings.Binding) -> list[tuple[float, Draft, Character]]:
    """Return the mentions that a pronoun may go back to, with what recency, grammar and prominence give each."""
    able = _candidates(pronoun, cast, bound)
    if pronoun.want.reflexive:
        return able  # "himself" is the subject of its own clause, however often another was named
    i, syntax, speech = pronoun.i, pronoun.syntax, pronoun.speech
    given = prominence.weights(person=pronoun.want.person, plural=pronoun.want.plural)
    heads, found = {draft.head for _, draft, _ in able}, []
    for score, draft, character in able:
        since = sum(head > draft.head for head in heads)
        in_mind = prominence.added(i, draft, character, since, given, syntax, speech)
        found.append((score + in_mind, draft, character))
    return found


def _candidates(pronoun: Pronoun, cast: Cast, bound: bindings.Binding) -> list[tuple[float, Draft, Character]]:
    """Return the mentions that a pronoun may go back to, with what recency and grammar give each."""
    found = []
    for character in cast.characters:
        earlier = latest_before(character, pronoun)
        if any(same_clause.shares_clause(pronoun, draft.head) for draft in earlier):
            continue
        for draft in earlier:
            score = _weigh(pronoun, draft, character, bound)
            if score is not None:
                found.append((score, draft, character))
    return found


def _weigh(pronoun: Pronoun, draft: Draft, character: Character, bound: bindings.Binding) -> float | None:
    """Return what recency and grammar give a mention; None where the pronoun cannot mean it."""
    want = pronoun.want
    fits = agrees(character, draft, want, doing=bound.doers == {draft.head})
    if not fits or generic_posts.is_generic(draft, pronoun.syntax):
        return None
    if want.possessive and same_clause.explains(pronoun, draft.head):
        return None
    score = nearness.weight(pronoun, draft)
    if score is None:
        return None
    score += _tied(draft, character, pronoun, bound)
    if want.person:
        rare = want.gender == "f" and draft.kind is MentionKind.NAME
        return score if character.gender else score - UNTOLD - rare * UNTOLD_NAME
    return score + deeds.weight(pronoun, draft, character)


def _tied(draft: Draft, character: Character, pronoun: Pronoun, bound: bindings.Binding) -> float:
    """Weigh what the grammar of the pronoun's sentence says of a mention."""
    want, score = pronoun.want, 0.0
    if draft.head in bound.doers:
        score += (DOING_PERSON if want.person else DOING) + (0.0 if draft.subject else NO_SUBJECT)
        score += MANY if want.plural and not draft.plural and len(bound.doers) == 1 else 0.0
    score += MANY if want.team and not draft.plural and not character.person else 0.0
    score += JUDGED if draft.head in bound.judged else 0.0
    score += BESIDE if draft.head in bound.beside else 0.0
    score -= ANOTHERS if draft.head in bound.others else 0.0
    if any(_is_speaker(speaker, draft, character, pronoun.syntax) for speaker in bound.speakers):
        score -= SPEAKER
    return score


def _is_speaker(speaker: int, draft: Draft, character: Character, syntax: Syntax) -> bool:
    """Say whether a character says the quotation: by its mention there, or by a name that is still to come."""
    token = syntax.tokens[speaker]
    if any(d.head == speaker for d in character.drafts):
        return True
    return token.pos == "PROPN" and speaker > draft.head and token.text.lower() in character.words
