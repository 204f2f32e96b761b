"""Which mentions of somebody a pronoun is measured by: those of the last sentence that names him."""

from __future__ import annotations

from dateline.model import MentionKind
from dateline.resolve.cast import Character, Draft
from dateline.resolve.pronouns.agreement import Pronoun

# How deep in somebody's words a name may stand.
TOLD_DEPTH = 40


def latest_before(character: Character, pronoun: Pronoun) -> list[Draft]:
    """Return the mentions before a token in the last sentence that names the character.

    "Lee told his aides that ... He said": he is as much in mind as the subject Lee is, not as "his". Nor is it the
    words that explain a name by which it is measured: "Acme Corp, a unit of Zenith Co, said it ...".

    Args:
        character: Who is named.
        pronoun: The pronoun.
    """
    earlier = [d for d in character.drafts if d.head < pronoun.i and not d.modifier]
    if not earlier:
        return earlier
    last = max(d.sentence for d in earlier)
    if last == pronoun.token.sent and (told := _told_by(pronoun, earlier)):
        if any(d.kind is MentionKind.NAME for d in told):
            return []
        earlier = [d for d in earlier if d not in told]
        last = max((d.sentence for d in earlier), default=last)
    return [d for d in earlier if d.sentence == last]


def _told_by(pronoun: Pronoun, drafts: list[Draft]) -> list[Draft]:
    """Return the mentions, but for pronouns, that stand in the words which a pronoun says."""
    own = (d for d in drafts if d.kind is not MentionKind.PRONOUN)
    return [d for d in own if _is_told_by(pronoun, d.head)]


def _is_told_by(pronoun: Pronoun, head: int) -> bool:
    """Say whether a pronoun says the very words that name somebody: in "Lee would go, he said" it is not Lee."""
    syntax, token, verb, speech = pronoun.syntax, pronoun.token, pronoun.verb, pronoun.speech
    if token.dep != "nsubj" or verb.lemma not in speech or head > token.i or syntax.tokens[head].sent != token.sent:
        return False
    if syntax.subject(head) and syntax.governor(head).lemma in speech:
        return False  # "What we must do, Lee said, is act, he added"
    told = [c for c in syntax.parsed.children(verb, "ccomp") if c.i < token.i]
    doing = syntax.subject(head) and syntax.governor(head).i in {c.i for c in told}
    # "The agency will fly them home, it announced" is the agency.
    return not doing and any(syntax.hangs_below(head, c.i, steps=TOLD_DEPTH) for c in told)
