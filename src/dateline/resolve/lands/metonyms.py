"""When a capital stands for its government and when it is only a place."""

from __future__ import annotations

from dateline.knowledge.actor_words import ActorWords
from dateline.resolve.pieces.syntax import Syntax


def acts(syntax: Syntax, head: int, words: ActorWords) -> bool:
    """Say whether a capital city at token `head` stands for its government.

    It does as the subject of an act or of words, as the one they are done to, after "with", "between" and the like,
    and with the noun of an act ("Moscow's decision"). "In Moscow" is a place (see `capitals.toml`).

    Args:
        syntax: The story.
        head: Head token of the capital's name.
        words: The shipped word lists.
    """
    tokens, lists = syntax.tokens, words.capitals
    token = syntax.first_joined(head)
    above = tokens[token.head]
    if token.dep == "ROOT":
        return True
    if token.dep == "nsubj":
        return above.pos in {"VERB", "AUX"} and above.lemma not in lists["subject_unless"]
    if token.dep in {"dobj", "nsubjpass", "dative"}:
        return above.lemma in lists["object_of"]
    if token.dep == "pobj":
        return _after_preposition(syntax, above.i, words)
    if token.dep == "poss":
        return above.pos == "NOUN" and above.ent not in {"GPE", "FAC", "LOC"} and above.lemma not in lists["sights"]
    return False


def _after_preposition(syntax: Syntax, i: int, words: ActorWords) -> bool:
    lists = words.capitals
    preposition, above = syntax.tokens[i], syntax.governor(i)
    if preposition.lemma in lists["party_prepositions"] or preposition.dep == "agent":
        return True
    if preposition.lemma in {"to", "for", "from", "on"}:
        return above.lemma in lists["to_after"] or (preposition.lemma != "from" and above.lemma in lists["object_of"])
    return False
