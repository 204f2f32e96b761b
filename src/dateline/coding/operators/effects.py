"""What operators do to the events under them: which effects, and which types of event they tell or leave open."""

from __future__ import annotations

from dateline.model import EventType, Status

# Operators that only lend a clause or an aspect to the event under them.
TRANSPARENT = frozenset({"light", "begin", "continue", "resume", "complete", "attempt", "report", "force"})
# Operators after which nothing is left of the event under them but what is said of it.
SWALLOWING = frozenset({"accuse", "discuss", "fear", "want", "prevent", "allow", "fail"})
JUDGING = frozenset({"condemn", "praise"})
OWN_DEEDS = frozenset({"threaten", "promise"})
# Who will not do these to a thing that is no event refuses: "will not give up the dam".
GIVING_UP = frozenset({"stop", "cancel", "begin", "continue", "resume", "complete", "intend"})
AHEAD = frozenset({"will", "would", "'ll", "'d", "shall"})
COMMITTING = frozenset({"promise", "offer", "agree", "threaten", "intend", "decide", "expect"})
SUFFERED = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.ACCUSE, EventType.THREATEN})
# Deeds that are told when they are only tried.
TRIED = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.MOBILIZE, EventType.COERCE})
TELLING = frozenset({"tell", "remind", "advise"})
TOLD_BY_IT = frozenset({"accuse", "reject", "refuse", "fail"})
# Operators whose nouns name the event with "of".
NAMING_BY_OF = frozenset({"stop", "cancel", "resume", "begin", "complete", "offer", "promise", "threaten", "fail"})
# Operators whose event is the speaker's word.
SPOKEN = (("speaker",),)
# Whoever turns these down turns down what they say: "denied that its men had crossed".
DENIABLE = frozenset({"deny", "reject"})
DENYING = frozenset({"deny", "reject", "refuse"})
HAVING = frozenset({"have", "make", "give", "take", "see"})
# Whoever is said not to do these withholds what stands under them: "does not intend to withdraw".
WITHHOLDING = frozenset({"intend", "agree"})
ASPECT = {"continue": Status.ONGOING}
# What is decided on is done, where a noun tells the decision.
DECREED = frozenset({EventType.SANCTION, EventType.COERCE, EventType.MOBILIZE})
# Whoever resolves not to do any of these turns it down.
RESOLVING = frozenset({"promise", "intend", "decide"})
GIVEN = frozenset(
    {
        EventType.RETREAT,
        EventType.CONCEDE,
        EventType.AGREE,
        EventType.CONSULT,
        EventType.AID,
        EventType.SUPPORT,
        EventType.COOPERATE,
    }
)
# Whoever stops one of these refuses it from now on.
YIELDED = frozenset({EventType.RETREAT, EventType.CONCEDE})
# Operators under which a denied deed of force is one that is given up.
FORGOING = frozenset({"promise", "agree", "offer", "intend", "decide"})
SWEARING = frozenset({"vow", "swear"})
# Verbs of giving one's word, in a frame of threats too: "vowed to attack", "vowed never to attack".
VOWING = frozenset({"promise", "pledge", "vow", "swear", "undertake", "resolve", "decide"})
# What nobody likes to hear that it is not ruled out.
HARMFUL = frozenset({EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE, EventType.PROTEST})
# What somebody puts to others, who may turn it down.
PUT_FORWARD = frozenset({EventType.REQUEST, EventType.AGREE})
# What one does by deciding or voting to say it.
VOTED = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.SUPPORT})
# Whatever is aimed at or meant for something takes place: "the talks were aimed at a truce".
MEANT = frozenset({"aim", "mean", "intend", "design"})
