"""What is known of somebody only when the whole story is read: his trade, his sector, whether he is at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.resolve.bodies import sport
from dateline.resolve.bodies.forms import settle_firms
from dateline.resolve.lands import local
from dateline.resolve.people import told, trades

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader


def settle(reader: Reader) -> None:
    """Give everyone named in a story what all of it tells of him.

    Args:
        reader: The work on the story, whose every mention has been read.
    """
    cast, syntax, words, lists = reader.cast, reader.syntax, reader.words, reader.words.definites
    told.tell(cast, syntax)
    trades.tell(cast, syntax)
    told.seats(cast, syntax, reader.scene.lands)
    told.own_forces(cast, syntax, lists["sending"])
    firms = settle_firms(cast, syntax, words.forms)
    plain = frozenset(words.genders) - words.state
    foreign = lists["from_abroad"], lists["worldwide"], lists["giving"]
    hosts = local.hosts(cast, syntax, lists["visits"])
    local.settle(cast, reader.belonging, words.state, plain, firms, hosts, *foreign)
    if reader.teams.playing:
        sport.settle(cast, words.sport)
