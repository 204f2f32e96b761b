"""How much somebody is in mind when a pronoun comes, beside how near and in which role he was named last.

Recency and grammar (`pronouns`, `bindings`) give every candidate a score; this adds what they leave out: how often the
story has named him, whether he stands where the pronoun stands, whether the sentence before is about him, how many
others that agree were named since, and whether it is known who he is. The weights are those of a linear choice among
candidates, fitted on 1,000 pronouns of reports marked for their parties and 370 of stories whose antecedents were read;
how often somebody is named counts half of that, for whom a long published story names most is less often meant.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import log, log1p

from dateline.model import MentionKind, Token
from dateline.resolve.cast import Character, Draft
from dateline.resolve.pieces.syntax import Syntax

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "iobj"})
# How a clause hangs below another, so that its subject is not what the sentence is about.
BELOW = frozenset({"ccomp", "relcl", "advcl", "acl", "pcomp", "csubj"})
# From how many mentions on somebody is in mind as much as can be: who fills a long report is not always meant.
FULL = 9
# How many steps up a token's clauses are looked for.
STEPS = 12


@dataclass(frozen=True, slots=True)
class Weights:
    """What one kind of pronoun gives for each sign.

    Attributes:
        often: For every time that the mentions so far are e times as many.
        alike: Its grammatical role is the pronoun's.
        leading: It is the subject of the main clause of the sentence before.
        unknown: Nobody knows who or what the name is.
        behind: Loss for every e times as many others named since.
        again: This mention is a personal pronoun itself, whose weight its own antecedent has already.
        telling: It is who says what the pronoun does: "the bloc, which Peru has joined, said it would wait".
    """

    often: float
    alike: float
    leading: float
    unknown: float
    behind: float
    again: float
    telling: float


PERSON = Weights(often=0.6, alike=0.5, leading=0.0, unknown=-1.3, behind=-0.4, again=-1.0, telling=0.0)
ONE = Weights(often=0.5, alike=0.35, leading=0.7, unknown=-0.6, behind=-0.5, again=-0.4, telling=2.0)
MANY = Weights(often=0.2, alike=0.6, leading=0.6, unknown=0.0, behind=-0.8, again=-0.8, telling=1.0)


def weights(*, person: bool, plural: bool) -> Weights:
    """Return the weights for a pronoun of a person, of one body or thing, or of several."""
    if person:
        return PERSON
    return MANY if plural else ONE


def added(
    i: int,
    draft: Draft,
    character: Character,
    since: int,
    given: Weights,
    syntax: Syntax,
    speech: Collection[str],
) -> float:
    """Return what the signs add to a candidate's score for the pronoun at token `i`.

    Args:
        i: The pronoun.
        draft: The candidate's mention.
        character: Whose mention it is.
        since: How many other candidates were named after it.
        given: The weights of the pronoun's kind.
        syntax: The story.
        speech: Verbs of speech: what follows on "Lee said that his men fled" may be of either.
    """
    told = min(sum(d.head < i for d in character.drafts), FULL)
    score = given.often * log(told) + given.behind * log1p(since)
    score += given.alike if role(i, syntax) == role(draft.head, syntax) else 0.0
    before = syntax.tokens[i].sent - draft.sentence == 1
    if before and draft.subject and _is_main(draft.head, syntax):
        told = syntax.governor(draft.head).lemma in speech and syntax.governor(i).lemma not in speech
        score += 0.0 if told else given.leading
    score += given.telling if _tells(draft.head, i, syntax, speech) else 0.0
    known = draft.resolution or character.resolution
    score += given.unknown if known is not None and "unknown" in known.rule else 0.0
    again = draft.kind is MentionKind.PRONOUN and syntax.tokens[draft.head].tag in {"PRP", "PRP$"}
    return score + (given.again if again else 0.0)


def role(i: int, syntax: Syntax) -> str:
    """Return the role of a token among the arguments of its clause."""
    token = syntax.first_joined(i)
    if token.dep in SUBJECTS:
        return "subject"
    if token.dep in OBJECTS:
        return "object"
    if token.dep == "pobj" and syntax.tokens[token.head].dep == "agent":
        return "agent"
    return token.dep if token.dep in {"poss", "pobj", "appos", "attr"} else "other"


def _tells(head: int, i: int, syntax: Syntax, speech: Collection[str]) -> bool:
    """Say whether a mention is the subject of the verb of speech right above a pronoun's clause."""
    token = syntax.tokens[i]
    verb = syntax.tokens[token.head]
    above = syntax.tokens[verb.head]
    told = token.dep in SUBJECTS and verb.dep == "ccomp" and above.lemma in speech
    return told and syntax.first_joined(head).head == above.i and syntax.first_joined(head).dep in SUBJECTS


def _is_main(i: int, syntax: Syntax) -> bool:
    token: Token = syntax.tokens[i]
    for _ in range(STEPS):
        if token.dep in BELOW:
            return False
        if token.head == token.i:
            break
        token = syntax.tokens[token.head]
    return True
