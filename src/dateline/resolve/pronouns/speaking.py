"""What speech tells of whom a pronoun means: who spoke goes on speaking, and seldom calls himself "he"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.resolve.cast import Draft
from dateline.resolve.pieces.syntax import Syntax
from dateline.resolve.pronouns.agreement import Pronoun

# What the speaker of a quotation loses for a pronoun inside it, and within how many sentences.
QUOTED, SPEAKING = 3.0, 2


def gains_of_speaker(pronoun: Pronoun, draft: Draft) -> Iterator[float]:
    """Give what somebody gains who spoke in a sentence before, for a pronoun that speaks: "...," he said.

    Args:
        pronoun: The pronoun.
        draft: The mention.
    """
    syntax, distance = pronoun.syntax, pronoun.sentences_behind(draft)
    if not distance or not syntax.subject(pronoun.i) or pronoun.verb.lemma not in pronoun.speech:
        return
    spoke, cited = _speaks(pronoun, draft), _is_cited(draft, syntax)
    if pronoun.want.plural and not draft.plural and spoke and distance == 1:
        yield 2.0  # "the authority told reporters. They said ..."
    apart = pronoun.want.person and _is_paragraphs_before(syntax, pronoun.i, draft.sentence)
    if (cited or spoke) and not apart:
        yield 2.0 if distance == 1 else 1.0
    if cited:
        yield 2.0  # "according to the army" tells as a subject does


def losses_in_speech(pronoun: Pronoun, draft: Draft) -> Iterator[float]:
    """Give what somebody loses who is only told of in a quotation, who says it, or who is told something.

    Args:
        pronoun: The pronoun.
        draft: The mention.
    """
    inside, near = pronoun.syntax.quoted[pronoun.i], pronoun.sentences_behind(draft) < SPEAKING
    if draft.quoted and not inside:
        yield -1.5
    if inside and not draft.quoted and near and _speaks(pronoun, draft):
        yield -QUOTED  # whom a quotation calls "he" is seldom who says it
    known = draft.resolution
    if known is not None and "JRN" in known.sectors and not draft.subject:
        yield -3.0  # "told Reuters": who is told a thing seldom does the next


def _speaks(pronoun: Pronoun, draft: Draft) -> bool:
    """Say whether a mention is the subject of a verb of speech."""
    return draft.subject and pronoun.syntax.governor(draft.head).lemma in pronoun.speech


def _is_cited(draft: Draft, syntax: Syntax) -> bool:
    """Say whether something is told "according to" somebody."""
    above = syntax.governor(draft.head)
    return above.lemma == "to" and syntax.tokens[above.head].lemma in {"accord", "according"}


def _is_paragraphs_before(syntax: Syntax, i: int, sentence: int) -> bool:
    """Say whether a sentence stands in an earlier paragraph, and a pronoun not in the first one of its own."""
    sentences = syntax.parsed.sentences
    here = syntax.tokens[i].sent
    opens = here == 0 or sentences[here - 1].segment != sentences[here].segment
    return not opens and sentences[sentence].segment != sentences[here].segment
