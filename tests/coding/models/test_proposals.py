"""Which pairs that no frame joined are worth a question to the classifier."""

from __future__ import annotations

from collections.abc import Callable

from dateline.coding.models.proposals import Proposals
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.model import CodedStory

Code = Callable[..., CodedStory]


def _asked(coded: CodedStory, *, every: bool = False) -> list[tuple[str, str, str]]:
    assert coded.resolved is not None
    graph = Graph(coded.resolved.parsed)
    found = Proposals(graph, Cast(coded.resolved, graph), coded.statements, quiet=frozenset(), every=every).of([])
    text = coded.story.text
    return [(actor.span.of(text), recipient.span.of(text), predicate.text) for actor, recipient, predicate in found]


def test_actor_and_recipient_of_one_verb_are_asked_about(code: Code) -> None:
    assert ("Norway", "Chile", "outwitted") in _asked(code("Norway outwitted Chile on Monday."))


def test_parties_far_apart_are_asked_about_only_where_every_pair_is(code: Code) -> None:
    far = code("Norway outwitted, in a long, slow, patient and in the end quite bitter game of words and deeds, Chile.")
    assert _asked(far) == []
    assert _asked(far, every=True) == [("Norway", "Chile", "outwitted")]


def test_what_is_only_imagined_is_not_asked_about(code: Code) -> None:
    assert _asked(code("Norway could outwit Chile.")) == []
    assert _asked(code("Norway could outwit Chile."), every=True) == [("Norway", "Chile", "outwit")]


def test_a_pair_is_asked_about_once(code: Code) -> None:
    asked = _asked(code("Norway outwitted Chile. Norway outdid Chile."), every=True)
    assert len({(actor, recipient) for actor, recipient, _ in asked}) == len(asked) == 1
