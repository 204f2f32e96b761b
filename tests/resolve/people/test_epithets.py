"""Trades by which a report comes back to whom it has named."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told

TOLD = "Senator Marta Velde spoke in Denmark on Monday."


def test_a_marked_trade_is_whoever_did_something_last(read: Read) -> None:
    """The retired surgeon whom nobody has told of is the senator of the sentence before."""
    resolved = read(f"{TOLD} The retired surgeon expected an inquiry.")
    assert told(at(resolved, "surgeon")).sectors == told(at(resolved, "Velde")).sectors


def test_a_bare_trade_is_somebody_of_his_own(read: Read) -> None:
    """Without a word that marks it a trade is another's."""
    assert told(at(read(f"{TOLD} The surgeon expected an inquiry."), "surgeon")).sectors == ("MED",)
