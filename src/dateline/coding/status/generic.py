"""What is told of anybody who might do it, or as long as it lasts: "every envoy who asks for it"."""

from __future__ import annotations

from dateline.coding.status.status_words import words
from dateline.coding.structure.arguments import Graph
from dateline.model import Token

PRESENT = frozenset({"VBZ", "VBP"})
# Tags that a participle after an auxiliary of the present may have: "until it is signed".
PARTICIPLES = frozenset({"VBD", "VBN"})


def generic(verb: Token, graph: Graph) -> Token | None:
    """Return the word that shows that a clause is told of nobody in particular, or of no one time.

    Args:
        verb: The clause's verb.
        graph: Arguments of the story.
    """
    above = graph.parsed.head(verb)
    if verb.dep == "relcl":
        anybody = [above, *graph.parsed.children(above, "det")]
        return next((t for t in anybody if t.text.lower() in words().anybody), None)
    helped = any(c.tag in PRESENT for c in graph.parsed.children(verb, "aux", "auxpass"))
    if verb.dep != "advcl" or not (verb.tag in PRESENT or (helped and verb.tag in PARTICIPLES)):
        return None
    not_yet = next((c for c in graph.parsed.children(verb, "mark") if c.text.lower() in {"before", "until"}), None)
    if not_yet is not None:
        return not_yet  # "must resign before they disarm"
    mark = next((c for c in graph.parsed.children(verb, "mark") if c.text.lower() == "as"), None)
    before = graph.tokens[mark.i - 1].text.lower() if mark is not None and mark.i > 0 else ""
    if mark is not None and before in words().as_far_as:
        return mark
    awaited = next(
        (c for c in graph.parsed.children(verb, "mark", "advmod") if c.text.lower() in words().awaited), None
    )
    later = any(c.text.lower() in words().future for c in graph.parsed.children(above, "aux"))
    return awaited if later else None
