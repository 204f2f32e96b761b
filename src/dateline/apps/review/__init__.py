"""Human review of a run: an append-only log beside it, what it adds up to, and what can be made of it."""

from dateline.apps.review.agreement import agreement, cohen_kappa, krippendorff_alpha
from dateline.apps.review.applied import standing_commitments, standing_events, standing_ties
from dateline.apps.review.log import ACTIONS, Entry, ReviewLog
from dateline.apps.review.plans import KINDS, Plan, draw
from dateline.apps.review.state import State, Verdict
from dateline.apps.review.values import (
    REVIEWED,
    REVIEWED_OF_TIES,
    check_tie,
    check_values,
    machine_tie,
    machine_values,
)

__all__ = [
    "ACTIONS",
    "KINDS",
    "REVIEWED",
    "REVIEWED_OF_TIES",
    "Entry",
    "Plan",
    "ReviewLog",
    "State",
    "Verdict",
    "agreement",
    "check_tie",
    "check_values",
    "cohen_kappa",
    "draw",
    "krippendorff_alpha",
    "machine_tie",
    "machine_values",
    "standing_commitments",
    "standing_events",
    "standing_ties",
]
