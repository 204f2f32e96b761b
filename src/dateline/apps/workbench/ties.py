"""Takes reviews of standing ties, and shows where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.apps.review import REVIEWED_OF_TIES, State, Verdict, check_tie, machine_tie
from dateline.apps.review.log import Entry
from dateline.apps.workbench.base import Row
from dateline.apps.workbench.reviewing import lead_to, note_of, text_of, version_of
from dateline.apps.workbench.site import Site, link
from dateline.knowledge.ties import TieLexicon
from dateline.model import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class TieCard:
    """One tie as the page of its story shows it: as found, the verdict, and what stands."""

    tie: Row
    verdict: Verdict
    values: Mapping[str, str]

    @property
    def changed(self) -> list[tuple[str, str, str]]:
        """What was corrected: label, the machine's value, the human's."""
        machine = machine_tie(self.tie)
        names = REVIEWED_OF_TIES.items()
        return [(says, machine[n], self.values[n]) for n, says in names if self.values[n] != machine[n]]


@cache
def kinds() -> tuple[str, ...]:
    """Return the kinds of ties that the lexicon knows, in alphabetical order."""
    return tuple(sorted({pattern.kind for found in TieLexicon.load().by_word.values() for pattern in found}))


def cards(ties: Sequence[Row], state: State) -> list[TieCard]:
    """Return the ties of a story with what reviewers say of them."""
    made = []
    for tie in ties:
        verdict = state.tie_verdict(tie["tie_id"])
        human = {name: str(value) for name, value in verdict.human.items() if name in REVIEWED_OF_TIES}
        made.append(TieCard(tie=tie, verdict=verdict, values={**machine_tie(tie), **human}))
    return made


def judge(form: FormData, request: Request, site: Site) -> Response:
    """Keep what a coder says of a standing tie."""
    action = text_of(form, "action")
    if action not in {"accept", "reject", "correct"}:
        raise HTTPException(400, "There is no such action.")
    tie = site.base.first("SELECT * FROM ties WHERE tie_id = ?", [text_of(form, "tie")])
    if tie is None:
        raise HTTPException(404, "There is no such tie in this run.")
    machine = machine_tie(tie)
    given = {name: text_of(form, name) for name in REVIEWED_OF_TIES if name in form}
    human = check_tie(given, machine=machine, kinds=kinds()) if action == "correct" else {}
    if action == "correct" and not human:
        raise UsageError("nothing was changed; accept the tie, or change a value")
    site.log.append(
        Entry(
            coder=site.coder_of(request),
            action=action,
            event_id=tie["tie_id"],
            story_id=tie["story_id"],
            machine=machine,
            human=human,
            note=note_of(form),
            run=version_of(site),
        )
    )
    return lead_to(link("/story", id=tie["story_id"], done=f"{action}ed") + "#ties")
