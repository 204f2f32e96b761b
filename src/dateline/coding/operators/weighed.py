"""What somebody says that he may, might or could do himself: a threat, or an offer."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.drafts import Draft
from dateline.coding.status.status import Reading
from dateline.coding.structure.arguments import Graph
from dateline.model import EventType, Participant, Status

# Who says that he may do one of these threatens; of the others, he offers.
HOSTILE = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.SANCTION,
        EventType.PROTEST,
        EventType.REJECT,
    }
)
OFFERED = frozenset({EventType.AID, EventType.COOPERATE, EventType.CONSULT, EventType.RETREAT, EventType.CONCEDE})
WEIGHING = frozenset({"may", "might", "could"})


def weighed_as(
    draft: Draft, reading: Reading, speakers: Sequence[Participant], graph: Graph, *, lawsuit: bool
) -> str | None:
    """Return the operator that "said it might ..." stands for: "threaten", "intend", or None.

    Args:
        draft: What may be done.
        reading: What its clause says of its status.
        speakers: Who says it.
        graph: Arguments of the story.
        lawsuit: Whether the draft takes somebody to court.
    """
    if reading.status is not Status.HYPOTHETICAL or reading.cue is None or not speakers:
        return None
    modal = graph.tokens[reading.cue]
    if modal.text.lower() not in WEIGHING or modal.head != draft.token or graph.passive(graph.tokens[draft.token]):
        return None
    if not draft.actors and not _is_pronoun(graph, draft.token):
        return None
    told = {p.resolution.country for p in speakers} - {None}
    own = {m.resolution.country for m in draft.actors if m.resolution} - {None}
    if not told or not own <= told:
        return None
    if draft.type in HOSTILE or lawsuit:
        return "threaten"
    return "intend" if draft.type in OFFERED else None


def _is_pronoun(graph: Graph, verb: int) -> bool:
    """Say whether a verb's subject is "it", "he" or the like, which whoever speaks means himself by."""
    subjects = graph.slots(verb).get("subj", ())
    return bool(subjects) and all(graph.tokens[i].tag == "PRP" for i in subjects)
