"""What event candidates become under the words that stand above them: operators and rulings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.arguments import Graph
from dateline.coding.complements import ASKING, Complements
from dateline.coding.drafts import Draft
from dateline.coding.effects import (
    AHEAD,
    ASPECT,
    COMMITTING,
    DECREED,
    DENIABLE,
    DENYING,
    FORGOING,
    GIVEN,
    GIVING_UP,
    HARMFUL,
    HAVING,
    JUDGING,
    MEANT,
    NAMING_BY_OF,
    OWN_DEEDS,
    PUT_FORWARD,
    RESOLVING,
    SPOKEN,
    SUFFERED,
    SWALLOWING,
    SWEARING,
    TELLING,
    TOLD_BY_IT,
    TRANSPARENT,
    TRIED,
    VOTED,
    VOWING,
    WITHHOLDING,
    YIELDED,
)
from dateline.coding.matching import Matcher, OperatorMatch
from dateline.coding.recipients import others
from dateline.coding.status import PRESENT, is_first_person, performed, read_status
from dateline.knowledge.codebook import Codebook, Ruling
from dateline.model import EventType, Mention, Opinion, Status


class Composer:
    """Applies operators and rulings to drafts, from the innermost word outwards."""

    def __init__(self, matcher: Matcher, graph: Graph, codebook: Codebook) -> None:
        self._matcher = matcher
        self._graph = graph
        self._tokens = graph.tokens
        self._rulings = codebook.rulings
        self._below = Complements(matcher, graph)

    def compose(self, drafts: Sequence[Draft], operators: Sequence[OperatorMatch]) -> list[Draft]:
        """Return the drafts as they read under their operators."""
        standing: dict[int, list[Draft]] = {}
        for draft in drafts:
            standing.setdefault(draft.token, []).append(draft)
        for match in sorted(operators, key=lambda m: -self.depth(m.token)):
            self._apply(match, standing)
        return [draft for token in sorted(standing) for draft in standing[token]]

    def chosen(self, found: Sequence[OperatorMatch]) -> Sequence[OperatorMatch]:
        """Return the operator that a word is: "warn" threatens when somebody warns of his own deed, else it reports."""
        own = [m for m in found if self._commits_to_own_deed(m)]
        return own[:1] or found[:1]

    def governing(self, operators: Iterable[OperatorMatch], events: set[int]) -> set[int]:
        """Return the tokens of operators that have an event under them: "will not give up bombing it"."""
        above = (o for o in operators if o.operator.effect not in TRANSPARENT | {"allow"})
        return {o.token for o in above if o.operator.effect not in GIVING_UP or not events.isdisjoint(self._targets(o))}

    def future(self, draft: Draft, status: Status, *, effect: str = "") -> Draft:
        """Apply the rulings on planned events without an operator ("will visit"), or on weighed ones ("might")."""
        ruling = self._ruling(effect, draft, status)
        return self._ruled(draft, ruling, keep=draft) if ruling else draft

    def forsworn(self, draft: Draft) -> Draft:
        """Read a threat that is denied as a promise: "vowed never to attack"."""
        token = self._tokens[draft.token]
        below = self._graph.slots(draft.token).get("comp", ())
        if draft.type is not EventType.THREATEN or token.lemma not in VOWING or not below:
            return draft
        if not all(self._denied(i) for i in below):
            return draft
        return replace(draft, type=EventType.AGREE, mode="", cameo="030", content=None)

    def refused(self, draft: Draft) -> Draft:
        """Read "will not withdraw": a refusal, as if the word itself stood there."""
        ruling = self._ruling("refuse", draft, None)
        if ruling is None:
            return draft
        keep = draft
        if draft.reciprocal and len(draft.actors) > 1 and not draft.recipients:  # "there will be no talks with Chile"
            keep = replace(draft, actors=draft.actors[:1], recipients=draft.actors[1:], reciprocal=False)
        return replace(self._ruled(keep, ruling, keep=keep), content=None)

    def depth(self, i: int) -> int:
        """Return how many steps a token stands below its sentence's root."""
        depth = 0
        while self._tokens[i].head != i and depth < 60:
            i = self._tokens[i].head
            depth += 1
        return depth

    def _apply(self, match: OperatorMatch, standing: dict[int, list[Draft]]) -> None:
        operator, token = match.operator, match.token
        targets = self._targets(match)
        inner = [draft for t in targets for draft in standing.get(t, ()) if draft.token != token]
        if any(draft.token == token and draft.rule.startswith("frame") for draft in standing.get(token, ())):
            if operator.effect in TOLD_BY_IT | DENIABLE | ASKING | {"want"}:
                self._absorb(inner, token, standing)
            if operator.effect in ASKING and inner:
                standing[token] = [self._asked_for(draft, inner[0]) for draft in standing[token]]
            return  # the frame on the same word is more specific
        if operator.effect in JUDGING or operator.effect == "report":
            return
        threat = operator.effect == "threaten" and self._commits_to_own_deed(match)
        if threat and not any(self._ruling("threaten", d, None) for d in inner):
            for draft in inner:
                standing[draft.token].remove(draft)
            inner = []
        for draft in inner:
            standing[draft.token].remove(draft)
            done = self._done_by_saying(match, draft)
            told = self._judged if match.operator.actor == SPOKEN else self._under
            for result in [done] if done is not None else told(match, draft):
                standing.setdefault(result.token, []).append(result)
        if (not inner and operator.type and operator.effect not in TRANSPARENT | SWALLOWING) or (
            operator.effect == "accuse" and operator.type and not standing.get(token)
        ):
            standing.setdefault(token, []).extend(self._alone(match))

    def _asked_for(self, draft: Draft, act: Draft) -> Draft:
        """Keep what is demanded with the demand: "demanded that China withdraw its ships"."""
        if draft.type is not EventType.REQUEST or draft.content is not None or self._finite(act.token):
            return draft
        return replace(draft, content=replace(act, asserted=Status.PLANNED))

    def _absorb(self, inner: Sequence[Draft], token: int, standing: dict[int, list[Draft]]) -> None:
        """Drop what stands under a frame that tells it: an accusation, a refusal. Whom it is aimed at stays."""
        for draft in inner:
            standing[draft.token].remove(draft)
        aimed = tuple(m for draft in inner for m in draft.recipients)
        standing[token] = [
            d if d.recipients or d.type is not EventType.REJECT else replace(d, recipients=others(aimed, d.actors))
            for d in standing[token]
        ]

    def _targets(self, match: OperatorMatch) -> list[int]:
        if match.operator.under:
            return [h for slot in match.operator.under for h in self._matcher.heads(match.token, slot, match.words)]
        found = [*self._matcher.heads(match.token, "comp", match.words)]
        if not found and match.operator.effect in COMMITTING | {"refuse", "order", "ask", "urge"}:
            # "threatened on Monday to impose ...": the parser takes the complement for a purpose
            found = [*self._matcher.heads(match.token, "purpose", match.words)]
        if match.operator.effect not in {"accuse", "report"}:
            found += self._matcher.heads(match.token, "obj", match.words)
            found += self._matcher.heads(match.token, "for", match.words)
            found += self._matcher.heads(match.token, "to", match.words)
        if self._tokens[match.token].pos == "NOUN" and match.operator.effect in NAMING_BY_OF:
            found += self._matcher.heads(match.token, "of", match.words)  # "a suspension of aid", "an offer of talks"
        if match.operator.effect in DENIABLE:
            found += [c for h in tuple(found) for c in self._that_clauses(h)]
        found += self._that_clauses(match.token)
        found += [c for h in tuple(found) for c in self._below.for_the_first_time(h)]
        found += [c for h in tuple(found) for c in self._matcher.restrictions.counted(h)]  # "much of its aid"
        return list(dict.fromkeys(h for h in found if not self._is_topic(match, h)))

    def _is_topic(self, match: OperatorMatch, i: int) -> bool:
        """Say whether something is only asked about or somebody's duty: "was asked about closing the border"."""
        token = self._tokens[i]
        topical = token.dep == "pcomp" and self._tokens[token.head].lemma == "about"
        if token.dep == "xcomp" and self._tokens[match.token].lemma == "have":
            return True  # "has to approve it": a duty
        aimed = match.operator.effect == "intend" and self._tokens[match.token].lemma in MEANT
        return (topical and match.operator.effect in ASKING) or (aimed and self._is_passive_subject(match.token, i))

    def _is_passive_subject(self, verb: int, i: int) -> bool:
        """Say whether a noun is what was meant for something: "his visit was aimed at mending ties"."""
        subjects = self._graph.parsed.children(self._tokens[verb], "nsubjpass")
        return any(i in self._graph.conjuncts(c.i) for c in subjects)

    def _that_clauses(self, i: int) -> list[int]:
        """Return the heads of what a noun says: "reports that its troops had crossed"."""
        if self._tokens[i].pos != "NOUN":
            return []
        below = self._graph.parsed.children(self._tokens[i], "acl", "ccomp", "relcl")
        marked = [c for c in below if any(m.lemma == "that" for m in self._graph.parsed.children(c, "mark"))]
        return [j for c in marked for j in self._graph.conjuncts(c.i)]

    def _commits_to_own_deed(self, match: OperatorMatch) -> bool:
        """Say whether somebody warns or promises what he will do himself: "warned that it would review its ties"."""
        if match.operator.effect not in OWN_DEEDS:
            return False
        own = {m.resolution.country for m in self._matcher.fill(match.token, (("subj",),), match.words) if m.resolution}
        for head in self._matcher.heads(match.token, "comp", match.words):
            ahead = any(c.text.lower() in AHEAD for c in self._graph.parsed.children(self._tokens[head], "aux"))
            doers = {m.resolution.country for m in self._matcher.fill(head, (("subj", "subj.poss"),)) if m.resolution}
            if ahead and own & doers - {None}:
                return True
        return False

    def _under(self, match: OperatorMatch, draft: Draft) -> list[Draft]:
        effect = match.operator.effect
        if effect in ASKING and self._finite(draft.token) and self._tokens[match.token].pos != "NOUN":
            return [replace(draft, token=draft.token)]  # "the court was told that soldiers beat him": told, not asked
        told = self._tokens[match.token].lemma in TELLING and not self._below.is_infinitive(match)
        if effect in ASKING and told:
            return [draft]  # "told the radio that nobody knew of a plan to meet"
        negated = effect in COMMITTING | DENYING | ASKING and self._is_negated(match.token)
        if self._is_left_open(effect, draft, negated=negated):
            return [replace(draft, token=match.token, asserted=Status.HYPOTHETICAL)]
        if effect == "light" and self._finite(draft.token):
            return [draft]  # "will visit Laos, a spokeswoman announced": the clause keeps its own tense
        if effect in TRANSPARENT:
            return [self._carried(match, draft)]
        if effect == "decide" and self._tokens[match.token].pos == "NOUN" and draft.type in DECREED:
            # "defended the decision to expel them"
            return [replace(self._carried(match, draft), asserted=Status.HAPPENED)]
        if self._tells_itself(match, draft):
            return [draft]
        effect = self._effect(match, draft, negated=negated)
        ruling = self._ruling(effect, draft, None)
        if ruling is None:
            foreseen = effect == "expect"  # what somebody expects is no plan of his
            return [replace(draft, token=match.token, asserted=Status.HYPOTHETICAL if foreseen else Status.PLANNED)]
        if effect in {"intend", "decide"} and self._others_deed(match, draft):
            return [replace(draft, token=match.token, asserted=Status.HYPOTHETICAL)]
        return [self._ruled(draft, ruling, keep=self._carried(match, draft), match=match)]

    def _tells_itself(self, match: OperatorMatch, draft: Draft) -> bool:
        """Say whether an event stands as if nothing stood above it.

        "Will not give in, the minister warned": he turns it down. "Chad's request was turned down": by nobody named.
        """
        effect = match.operator.effect
        turned_down = effect == "reject" and draft.type in PUT_FORWARD and self._below.is_by_nobody(match)
        return turned_down or (effect == "threaten" and self._denied(draft.token))

    def _effect(self, match: OperatorMatch, draft: Draft, *, negated: bool) -> str:
        """Return what an operator does to an event once the denials are counted."""
        effect, denied = match.operator.effect, self._denied(draft.token)
        if negated and self._tokens[match.token].lemma == "rule" and self._ruling("threaten", draft, None):
            return "threaten"  # "did not rule out closing the border"
        held_up = effect == "stop" and draft.type in YIELDED
        if negated or held_up or (effect in RESOLVING and draft.type in GIVEN and denied):
            return "refuse"  # "does not plan to give in", "vowed not to give in", "blocked the release"
        return "forgo" if effect in FORGOING and denied else effect  # "promised not to attack"

    def _is_left_open(self, effect: str, draft: Draft, *, negated: bool) -> bool:
        """Say whether the words above an event leave nothing of it.

        "Has not decided to leave", "accept attacks on us", "wanted a pact", "tried to broker a pact".
        """
        if negated and effect == "refuse" and draft.type in HARMFUL:
            return False
        if negated:
            return effect not in WITHHOLDING or draft.type not in GIVEN
        if effect == "agree" and self._suffers(draft):
            return True
        if effect in SWALLOWING:
            return effect != "fail" or self._ruling(effect, draft, None) is None
        return effect == "attempt" and draft.type not in TRIED

    def _done_by_saying(self, match: OperatorMatch, draft: Draft) -> Draft | None:
        """Return an event that the words above it do: "I want to thank Norway", "decided to condemn the raid"."""
        if draft.type in VOTED and self._is_decided(match, draft):
            return replace(self._carried(match, draft), asserted=Status.HAPPENED)
        wished = match.operator.effect in {"want", "allow"} and self._says_it(match, draft)
        return replace(draft, asserted=Status.HAPPENED) if wished else None

    def _is_decided(self, match: OperatorMatch, draft: Draft) -> bool:
        """Say whether a decision has been taken: not "will decide whether to ask", nor "decided not to ask"."""
        verb = self._tokens[match.token]
        taken = match.operator.effect == "decide" and verb.pos == "VERB" and not self._denied(draft.token)
        return taken and not self._is_open(draft) and read_status(verb, self._graph).status is Status.HAPPENED

    def _is_open(self, draft: Draft) -> bool:
        marks = self._graph.parsed.children(self._tokens[draft.token], "mark")
        return any(c.text.lower() in {"whether", "if"} for c in marks)

    def _says_it(self, match: OperatorMatch, draft: Draft) -> bool:
        """Say whether somebody does in words what he says that he wants to: "I want to thank", "let me thank"."""
        token, verb = self._tokens[match.token], self._tokens[draft.token]
        if verb.lemma not in performed() or self._denied(match.token):
            return False
        if match.operator.effect == "allow":
            mine = any(c.text.lower() in {"me", "us"} for c in self._graph.parsed.children(verb, "nsubj"))
            return token.lemma == "let" and mine
        return token.tag in PRESENT and is_first_person(token, self._graph)

    def _judged(self, match: OperatorMatch, draft: Draft) -> list[Draft]:
        """Read a deed that a speaker turns down: "Lifting the ban is out of the question, Chad said"."""
        ruling = self._ruling(match.operator.effect, draft, None)
        if ruling is None:
            return [replace(draft, token=match.token, asserted=Status.HYPOTHETICAL)]
        actors = () if draft.reciprocal else draft.actors
        recipients = draft.recipients or (draft.actors if draft.reciprocal else ())
        words = tuple(sorted({*match.words, *draft.trigger}))
        keep = replace(draft, token=match.token, trigger=words, actors=actors, recipients=recipients)
        ruled = self._ruled(keep, ruling, keep=keep)
        return [replace(ruled, content=None, reciprocal=False, needs_speaker=not actors, asserted=Status.HAPPENED)]

    def _denied(self, i: int) -> bool:
        """Say whether a verb is denied: "vowed never to sign"."""
        return self._graph.parsed.has(self._tokens[i], "neg")

    def _is_negated(self, i: int) -> bool:
        """Say whether an operator is itself told as not so: "is not prepared to", "has no plans to"."""
        token = self._tokens[i]
        reading = read_status(token, self._graph)
        kept = token.pos == "NOUN" and token.dep == "dobj" and self._tokens[token.head].lemma not in HAVING
        return reading.status is Status.NEGATED and not reading.refused and not kept  # "did not keep its promise to"

    def _suffers(self, draft: Draft) -> bool:
        """Say whether an accepted event is somebody else's deed that is put up with, not one agreed to."""
        return draft.type in SUFFERED and self._tokens[draft.token].pos in {"NOUN", "PROPN"}

    def _others_deed(self, match: OperatorMatch, draft: Draft) -> bool:
        """Say whether what is prepared for is done by somebody else: "prepare for an invasion by ..."."""
        if self._tokens[draft.token].pos not in {"NOUN", "PROPN"} or not draft.actors:
            return False
        own = {m.head for m in self._matcher.fill(match.token, (("subj",),), match.words)}
        return own.isdisjoint(m.head for m in draft.actors)

    def _finite(self, i: int) -> bool:
        token = self._tokens[i]
        if token.pos not in {"VERB", "AUX"} or token.dep == "conj":
            return False
        return self._matcher.restrictions.is_finite(i)

    def _carried(self, match: OperatorMatch, draft: Draft) -> Draft:
        """Move a draft up to its operator, which may name parties that the event's own word does not."""
        actors = draft.actors
        if not actors:
            actors = self._matcher.fill(match.token, (("subj",),), match.words)
        recipients = draft.recipients or self._operator_recipients(match, actors)
        helpers = self._graph.parsed.children(self._tokens[match.token], "aux")
        ahead = any(c.text.lower() in AHEAD | {"to"} for c in helpers)
        asserted = draft.asserted or (None if ahead else ASPECT.get(match.operator.effect))
        return replace(draft, token=match.token, actors=actors, recipients=recipients, asserted=asserted)

    def _operator_recipients(self, match: OperatorMatch, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
        taken = {m.head for m in actors}
        if match.operator.effect in {"light", "begin", "continue", "resume", "complete", "report"}:
            return ()
        found = self._matcher.fill(match.token, match.operator.recipient, match.words)
        return others(tuple(m for m in found if m.head not in taken), actors)

    def _ruling(self, effect: str, draft: Draft, status: Status | None) -> Ruling | None:
        for ruling in self._rulings:
            if (effect in ruling.effects if ruling.effects else not effect) and draft.type in ruling.inner:
                if ruling.modes and draft.mode not in ruling.modes:
                    continue
                if not ruling.status or status in ruling.status:
                    return ruling
        return None

    def _ruled(self, draft: Draft, ruling: Ruling, *, keep: Draft, match: OperatorMatch | None = None) -> Draft:
        """Turn an event into the verbal event that a ruling makes of it; what was promised stays as its content."""
        actors, recipients, trigger = keep.actors, keep.recipients, draft.trigger
        if match is not None:
            actors = self._matcher.fill(match.token, (("subj",),), match.words) or actors
            asked = self._operator_recipients(match, actors)
            inner = (
                (*draft.recipients, *draft.actors)
                if match.operator.effect in COMMITTING
                else (*draft.actors, *draft.recipients)
            )
            recipients = asked or others(inner, actors)
            trigger = (*match.words, *draft.trigger)
        commits = match is None or match.operator.effect in COMMITTING | ASKING
        commits = commits and ruling.type is not EventType.REJECT  # "does not plan to withdraw"
        opinion = Opinion(
            decider=f"ruling {ruling.id}", says=f"{draft.type} becomes {ruling.type}: {ruling.source}", confidence=0.8
        )
        return replace(
            keep,
            type=ruling.type,
            mode=ruling.mode,
            cameo=ruling.cameo,
            actors=actors,
            recipients=recipients,
            token=match.token if match else keep.token,
            trigger=tuple(sorted(set(trigger))),
            rule=f"ruling {ruling.id}",
            opinions=(opinion, *draft.opinions),
            # "denied that it had a hand in the raid": who denies is named, whoever else may be telling the story
            needs_speaker=keep.needs_speaker and not (match and actors),
            asserted=None,
            content=replace(draft, asserted=Status.PLANNED) if commits else None,
            reciprocal=keep.reciprocal and len(actors) > 1,
        )

    def _alone(self, match: OperatorMatch) -> list[Draft]:
        """Read an operator whose complement is no event that we know: "Norway refused to comment on Chile"."""
        operator = match.operator
        assert operator.type is not None
        actors = self._matcher.fill(match.token, operator.actor, match.words)
        recipients = self._operator_recipients(match, actors)
        # "undertook in 2004 to complete it": the parser takes the complement for a purpose
        slots = ("comp", "purpose") if operator.effect in COMMITTING else ("comp",)
        below = [
            *self._below.asked(match),
            *(h for slot in slots for h in self._matcher.heads(match.token, slot, match.words)),
        ]
        clause = any(self._tokens[h].pos in {"VERB", "AUX"} for h in below)
        if not actors or not (recipients or clause):
            return []
        addressed = bool(recipients) or self._below.is_addressed(match)
        listed = not operator.alone or self._tokens[match.token].lemma in operator.alone
        if not listed and not self._commits_to_own_deed(match):
            return []
        if operator.effect == "refuse" and self._below.is_answer(match):
            return []
        if operator.effect == "accuse" and self._below.is_office(match.token):
            return []
        if self._tokens[match.token].lemma in SWEARING and all(self._denied(h) for h in self._below.asked(match)):
            operator = replace(operator, type=EventType.REJECT, cameo="120")  # "vowed never to pay"
        if operator.effect in ASKING and not (addressed and self._below.is_infinitive(match)):
            return []  # who is only told or advised something is asked for nothing
        sure = 0.7 if self._commits_to_own_deed(match) else 0.5
        opinion = Opinion(decider=f"operator {operator.id}", says=str(operator.type), confidence=sure)
        assert operator.type is not None
        return [
            Draft(
                type=operator.type,
                mode=operator.mode,
                cameo=operator.cameo,
                contexts=(),
                actors=actors,
                recipients=recipients,
                token=match.token,
                trigger=match.words,
                rule=f"operator {operator.id}",
                opinions=(opinion,),
            )
        ]
