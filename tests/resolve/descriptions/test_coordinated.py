"""Phrases that cover an actor of each of several countries."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_soldiers_of_two_lands_are_two_actors(read: Read) -> None:
    """Each adjective stands for the soldiers of its land, and the whole for both."""
    resolved = read("Peruvian and Chilean soldiers closed the road.")
    parts = [at(resolved, word) for word in ("Peruvian", "Chilean")]
    assert [(told(p).country, told(p).sectors) for p in parts] == [("PER", ("MIL",)), ("CHL", ("MIL",))]
    whole = at(resolved, "soldiers")
    assert whole is not None
    assert whole.parts == tuple(p.i for p in parts if p)
