"""One story being coded: everything its stages share, and the way from drafts to events."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.coding.arguments import Graph
from dateline.coding.attribution import said_by
from dateline.coding.cast import Cast
from dateline.coding.casualties import read_casualties
from dateline.coding.classifier import Classifier
from dateline.coding.dates import Dates
from dateline.coding.drafts import Composer, Draft, from_match, obligation
from dateline.coding.matching import Match, Matcher, OperatorMatch, others
from dateline.coding.places import Places
from dateline.coding.second_opinion import SecondOpinion, Setting
from dateline.coding.speaking import Partners
from dateline.coding.status import Reading, read_status
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.contexts import ContextLexicon
from dateline.knowledge.frames import FrameLexicon
from dateline.model import (
    Event,
    EventType,
    Evidence,
    EvidenceKind,
    Participant,
    QuadClass,
    Resolution,
    ResolvedStory,
    Span,
    Statement,
    Status,
    Token,
)

TRIGGER_POS = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN"})
VERBAL = frozenset({QuadClass.VERBAL_COOPERATION, QuadClass.VERBAL_CONFLICT})
# Verbal cooperation that is always towards somebody.
TOWARDS = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE})
# Violence, protest and repression count whoever is in them; words and deals only between those who act for somebody.
ANYBODY = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION})
PRIVATE = frozenset({"CVL", "EDU", "MED", "AGR", "LAB", "BUS", "JRN", "REL", "UNK", "CRM"})
# What somebody answers another's deed with, and how many sentences back that deed may stand.
ANSWERS = frozenset({EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT, EventType.THREATEN, EventType.PROTEST})
DEED_REACH = 3
VIOLENT_DEEDS = frozenset(
    {"attack", "raid", "strike", "bombing", "shelling", "assault", "invasion", "offensive", "killing", "incursion"}
)
# What is done to somebody even where only a thing is named as its object, and how far below the trigger to look.
AIMED = frozenset(set(EventType) - {EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT, EventType.AGREE})
AIMING = frozenset({"of", "to", "on", "against", "from", "for", "with", "over", "between", "toward", "towards", "by"})
AIM_DEPTH = 4
# Harm that accidents and floods do as well as people.
HARMS = frozenset(
    {"kill", "injure", "wound", "hurt", "die", "perish", "leave", "claim", "destroy", "burn", "damage", "drown"}
)
ACCIDENTS = frozenset(
    [
        "crash",
        "collide",
        "collision",
        "derail",
        "capsize",
        "earthquake",
        "quake",
        "flood",
        "landslide",
        "mudslide",
        "avalanche",
        "storm",
        "cyclone",
        "hurricane",
        "typhoon",
        "tornado",
        "blaze",
        "wildfire",
        "fire",
        "heatwave",
        "outbreak",
        "epidemic",
        "stampede",
        "collapse",
        "shipwreck",
    ]
)
VIOLENT_SETS = ("violence", "explosives", "firearms", "heavy_weapons", "drones", "suicide", "violent_words")
# Verbal events that name what is to be done.
PROMISING = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.THREATEN})
# What one is criticised or punished for is told as a reproach, not as news.
REPROACHES = frozenset({EventType.ACCUSE, EventType.SANCTION, EventType.COERCE, EventType.REJECT, EventType.THREATEN})
# Statuses in which an event is no news: it is what somebody imagines, wants or fears.
UNTOLD = frozenset({Status.HYPOTHETICAL})


class StoryReading:
    """Codes one resolved story; made anew for each."""

    def __init__(
        self,
        resolved: ResolvedStory,
        statements: tuple[Statement, ...],
        *,
        codebook: Codebook,
        lexicon: FrameLexicon,
        contexts: ContextLexicon,
        classifier: Classifier | None = None,
        setting: Setting | None = None,
    ) -> None:
        self.resolved = resolved
        self.parsed = resolved.parsed
        self.statements = statements
        self.graph = Graph(self.parsed)
        self.cast = Cast(resolved, self.graph)
        self.matcher = Matcher(lexicon, self.graph, self.cast)
        self.composer = Composer(self.matcher, self.graph, codebook)
        self.dates = Dates(resolved, self.graph)
        self.places = Places(resolved, self.graph)
        self.partners = Partners(resolved, statements)
        self.lexicon = lexicon
        self._codebook = codebook
        self._contexts = contexts
        self._second = (
            SecondOpinion(classifier, setting, self.graph, self.cast, codebook) if classifier and setting else None
        )

    def drafts(self) -> list[Draft]:
        """Return what the frames find and what the operators above make of it."""
        found: list[Draft] = []
        operators: list[OperatorMatch] = []
        for token in self.parsed.tokens:
            if token.pos not in TRIGGER_POS:
                continue
            match = self.matcher.frames(token)
            if match is not None:
                found.append(from_match(match, self._modes(match), self._codebook))
            operators.extend(self.matcher.operators(token)[:1])
        found.extend(self._obligations())
        return self._without_reproaches(self.composer.compose(self._without_echoes(found), operators))

    def reviewed(self) -> list[Draft]:
        """Return the drafts after the classifier has seen them, with those that it adds."""
        drafts = self.drafts()
        return sorted(self._second.review(drafts), key=lambda d: d.token) if self._second else drafts

    def _obligations(self) -> list[Draft]:
        """Read "X said Y must do it" as a demand of X on Y (CAMEO 10: the speaker asks, whatever the verb)."""
        found = []
        for token in self.parsed.tokens:
            if token.pos not in {"VERB", "AUX"} or not any(
                c.text.lower() in {"must", "should"} for c in self.parsed.children(token, "aux")
            ):
                continue
            asked = self.cast.actors(self.graph.slots(token.i).get("subj", ()))
            speakers = self.partners.speaker(Span(token.start, token.end))
            apart = (
                asked
                and speakers
                and not ({_code(m.resolution) for m in asked} & {_code(p.resolution) for p in speakers})
            )
            if apart and any(_code(p.resolution) for p in speakers):
                found.append(obligation(token.i, asked))
        return found

    def settled(self) -> list[Draft]:
        """Return the drafts with the rulings on future and refused events applied, whoever their parties are."""
        return [self._settled(draft) for draft in self.drafts()]

    def _settled(self, draft: Draft) -> Draft:
        reading = self._status(draft)
        draft = self.composer.future(draft, reading.status)
        return self.composer.refused(draft) if reading.refused else draft

    def depth(self, i: int) -> int:
        """Return how many steps a token stands below its sentence's root."""
        return self.composer.depth(i)

    def events(self) -> Iterator[Event]:
        """Yield one event for every draft that stands."""
        told: list[tuple[int, Event]] = []
        for draft in self.reviewed():
            draft = self._settled(draft)
            event = self._event(draft, told)
            if event is None:
                continue
            told.append((self.parsed.tokens[draft.token].sent, event))
            yield event
            if draft.content is not None:
                content = self._content(draft.content, event)
                if content is not None:
                    yield content

    def _modes(self, match: Match) -> list[str]:
        around = [token.i for token in self.graph.clause(match.token)]
        return [mode for item, mode in match.frame.mode_when if self.matcher.item_fits(item.rpartition(".")[2], around)]

    def _without_echoes(self, drafts: list[Draft]) -> list[Draft]:
        """Drop an event noun that is only the object of the verb that already tells the event ("held talks")."""
        verbs = [d for d in drafts if self.parsed.tokens[d.token].pos in {"VERB", "AUX"}]
        echoed: set[int] = set()
        for draft in verbs:
            slots = self.graph.slots(draft.token)
            under = {h for name, heads in slots.items() if name not in {"comp", "subj"} for h in heads}
            for other in drafts:
                if other.token in under and self._echoes(draft, other):
                    echoed.add(other.token)
        return [d for d in drafts if d.token not in echoed or self.parsed.tokens[d.token].pos in {"VERB", "AUX"}]

    def _echoes(self, verb: Draft, noun: Draft) -> bool:
        if noun.type == verb.type or self._codebook.types[noun.type].quad in VERBAL:
            return True
        # "condemned the Turkish attack": the attack is told too when it has an actor of its own.
        return not noun.actors or {m.head for m in noun.actors} <= {m.head for m in verb.actors}

    def _without_reproaches(self, drafts: list[Draft]) -> list[Draft]:
        """Drop what stands under an event as its reason or object: "jailed for insulting", "helped it train troops".

        What stands under a promise or a threat is what is promised: it stays with it.
        """
        by_token = {d.token: d for d in drafts}
        promised = self._promised(drafts, by_token)
        kept = []
        for draft in drafts:
            if draft.token in promised.values() or self._is_reproach(draft, by_token):
                continue
            content = by_token.get(promised.get(draft.token, -1))
            kept.append(replace(draft, content=content) if content is not None else draft)
        return kept

    def _promised(self, drafts: list[Draft], by_token: dict[int, Draft]) -> dict[int, int]:
        """Return, for each promise or threat, the token of the event that is its complement."""
        found: dict[int, int] = {}
        for draft in drafts:
            if draft.type in PROMISING and draft.content is None:
                below = [i for i in self.graph.slots(draft.token).get("comp", ()) if i in by_token and i != draft.token]
                if below:
                    found[draft.token] = below[0]
        return found

    def _is_reproach(self, draft: Draft, by_token: dict[int, Draft]) -> bool:
        token = self.parsed.tokens[draft.token]
        above = self.parsed.head(token)
        if token.dep == "pcomp" or (token.dep == "pobj" and above.lemma in {"of", "for"} and not draft.actors):
            noun = self.parsed.head(above)
            governor = by_token.get(noun.head if noun.dep == "dobj" else noun.i)
            return governor is not None and governor.type in REPROACHES
        same = above.i in by_token and by_token[above.i].type == draft.type
        return same and above.i != token.i and token.dep in {"xcomp", "ccomp"}

    def _event(self, draft: Draft, told: Sequence[tuple[int, Event]] = ()) -> Event | None:
        token = self.parsed.tokens[draft.token]
        reading = self._status(draft)
        status = self._final_status(draft, reading)
        actors, recipients = self._parties(draft)
        recipients = recipients or self._whose_deed(draft, actors, told) or self._named_in_clause(draft, actors)
        if status in UNTOLD or not self._stands(draft, actors, recipients, status):
            return None
        chain = said_by(self._span(draft.trigger), self.statements)
        spoken = draft.needs_speaker or (bool(chain) and self._codebook.types[draft.type].quad in VERBAL)
        date, timex = self.dates.of(
            token,
            spoken=spoken and draft.type is not EventType.CONSULT,
            status=status,
            announced=draft.content is not None,
        )
        place, place_span = self.places.of(token, event_type=draft.type, mode=draft.mode, recipients=recipients)
        modes = (draft.mode,) if draft.mode else ()
        entry = self._codebook.types[draft.type]
        return Event(
            id=self._id(draft),
            story_id=self.parsed.story.id,
            type=draft.type,
            modes=modes,
            contexts=self._context_of(draft),
            cameo=draft.cameo,
            quad=entry.quad,
            plover_score=self._codebook.score(draft.type, modes),
            goldstein=self._codebook.goldstein(draft.cameo),
            actors=actors,
            recipients=recipients,
            status=status,
            date=date,
            place=place,
            casualties=read_casualties(token, draft.type, self.graph),
            said_by=chain,
            confidence=self._confidence(draft, actors, recipients),
            evidence=self._evidence(draft, actors, recipients, timex.span if timex else None, place_span, reading),
            opinions=draft.opinions,
        )

    def _content(self, draft: Draft, above: Event) -> Event | None:
        """Return the planned event that a promise or threat is about."""
        actors, recipients = self._parties(draft)
        if not actors:
            actors = above.actors
        modes = (draft.mode,) if draft.mode else ()
        entry = self._codebook.types[draft.type]
        if entry.needs_recipient and not recipients:
            recipients = above.recipients
        return Event(
            id=self._id(draft),
            story_id=self.parsed.story.id,
            type=draft.type,
            modes=modes,
            contexts=above.contexts,
            cameo=draft.cameo,
            quad=entry.quad,
            plover_score=self._codebook.score(draft.type, modes),
            goldstein=self._codebook.goldstein(draft.cameo),
            actors=actors,
            recipients=recipients,
            status=Status.PLANNED,
            date=self.dates.planned(self.parsed.tokens[draft.token]),
            said_by=above.said_by,
            confidence=above.confidence,
            evidence=self._evidence(draft, actors, recipients, None, None, Reading(Status.PLANNED)),
            opinions=draft.opinions,
            content_of=above.id,
        )

    def _status(self, draft: Draft) -> Reading:
        if draft.asserted is not None:
            return Reading(draft.asserted)
        return read_status(self.parsed.tokens[draft.token], self.graph)

    def _final_status(self, draft: Draft, reading: Reading) -> Status:
        # What is said, promised or refused happened in the saying, whatever its content's status.
        if draft.rule.startswith("ruling") and reading.status in {Status.PLANNED, Status.NEGATED}:
            return Status.HAPPENED
        return reading.status

    def _parties(self, draft: Draft) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        actors = tuple(self.cast.participant(m) for m in draft.actors)
        recipients = tuple(self.cast.participant(m) for m in draft.recipients)
        span = self._span(draft.trigger)
        if draft.needs_speaker:
            actors = self.partners.speaker(span)
            recipients = _others(recipients, actors)
        if not recipients and draft.type in TOWARDS and len(actors) == 1 and not actors[0].resolution.countries:
            recipients = self._named_below(draft) or self.partners.other_side(span, actors)
        if draft.type in TOWARDS:
            recipients = _not_itself(recipients, actors)
        return actors, _others(recipients, actors) if draft.needs_speaker else recipients

    def _named_in_clause(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom a deed is aimed at when its object is a thing: "eased the curfew on Chile", "the demands of Chile".

        The nearest actor below the trigger counts, level by level, who is not of the acting side.
        """
        if draft.type not in AIMED or draft.reciprocal or not actors:
            return ()
        own = {(p.resolution.country, p.resolution.sectors) for p in actors}
        level = [self.parsed.tokens[t] for t in (draft.token, *draft.trigger)]
        seen = {t.i for t in level}
        for _ in range(AIM_DEPTH):
            level = [c for t in level for c in self.parsed.children(t) if c.i not in seen and self._leads_on(c)]
            seen.update(t.i for t in level)
            heads = [h for t in level if t.pos != "PRON" for h in self.graph.conjuncts(t.i)]
            named = [self.cast.participant(m) for m in others(self.cast.actors(heads), draft.actors)]
            found = tuple(p for p in named if _is_aim(p.resolution, own))
            if found:
                return found
        return ()

    def _leads_on(self, token: Token) -> bool:
        """Say whether what a deed is aimed at may stand below a token: not its doer, place, time or next clause."""
        if token.dep in {
            "nsubj",
            "csubj",
            "agent",
            "advmod",
            "npadvmod",
            "conj",
            "parataxis",
            "appos",
            "relcl",
            "mark",
        }:
            return False
        if token.dep == "prep":
            return token.text.lower() in AIMING
        if token.dep in {"advcl", "ccomp"}:
            return any(c.lemma == "to" for c in self.parsed.children(token, "aux"))
        return True

    def _whose_deed(
        self, draft: Draft, actors: tuple[Participant, ...], told: Sequence[tuple[int, Event]]
    ) -> tuple[Participant, ...]:
        """Find who did what "the move" takes up: the actor of the last event told before, if another side's."""
        deeds = [i for i in self._objects(draft) if self._is_deed(i)]
        if draft.type not in ANSWERS or not actors or not deeds:
            return ()
        violent = any(self.parsed.tokens[i].lemma in VIOLENT_DEEDS for i in deeds)
        own = {p.resolution.country for p in actors}
        here = self.parsed.tokens[draft.token].sent
        for sentence, event in reversed(told):
            if here - sentence > DEED_REACH or event.type is draft.type:
                continue
            if violent and event.type is not EventType.ASSAULT:
                continue
            others = [p for p in event.actors if p.resolution.country and p.resolution.country not in own]
            if others:
                return tuple(replace(p, resolution=_as_doer(p.resolution)) for p in others)
        return ()

    def _objects(self, draft: Draft) -> list[int]:
        return [h for t in draft.trigger for h in (t, *self.graph.slots(t).get("obj", ()))]

    def _is_deed(self, i: int) -> bool:
        token = self.parsed.tokens[i]
        definite = any(c.lemma in {"the", "this", "that", "these", "those"} for c in self.parsed.children(token, "det"))
        return definite and token.lemma in self.lexicon.sets["deeds"] and not list(self.parsed.children(token, "prep"))

    def _named_below(self, draft: Draft) -> tuple[Participant, ...]:
        """Find the partner that the parser hung on another word: "share its expertise in fighting crime with Chile"."""
        heads = []
        for token in self.graph.clause(draft.token):
            above = self.parsed.head(token)
            towards = token.dep == "pobj" and above.lemma in {"with", "to", "for"}
            if token.i > max(draft.trigger) and (towards or token.dep in {"dobj", "dative", "nsubj"}):
                heads.extend(self.graph.conjuncts(token.i))
        return tuple(self.cast.participant(m) for m in others(self.cast.actors(heads), draft.actors))

    def _stands(
        self, draft: Draft, actors: tuple[Participant, ...], recipients: tuple[Participant, ...], status: Status
    ) -> bool:
        """Say whether an event has the parties that the codebook asks for."""
        if status is Status.NEGATED and not (actors and recipients):
            return False
        if not actors and not recipients:
            return False
        if draft.needs_recipient and not recipients:
            return False
        if draft.type not in ANYBODY and not any(_is_political(p.resolution) for p in (*actors, *recipients)):
            return False
        if self._codebook.types[draft.type].needs_recipient and not recipients:
            return len(actors) > 1 or any(p.resolution.countries for p in actors)
        if self._is_accident(draft):
            return False
        if not actors:
            # Somebody suffered it, and nobody says who did it.
            if draft.type is EventType.ASSAULT and not self._is_violent(draft):
                return False
            return draft.type in {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.RETREAT}
        return True

    def _is_accident(self, draft: Draft) -> bool:
        """Say whether harm is told of a crash, a storm or the like, and nothing violent stands beside it."""
        token = self.parsed.tokens[draft.token]
        if draft.type is not EventType.ASSAULT or token.lemma not in HARMS | {"crash"}:
            return False
        lemmas = {t.lemma for t in self.parsed.sentence_tokens(self.parsed.sentences[token.sent])}
        struck = any(not lemmas.isdisjoint(self.lexicon.sets[name]) for name in VIOLENT_SETS)
        return not struck and not lemmas.isdisjoint(ACCIDENTS)

    def _is_violent(self, draft: Draft) -> bool:
        """Say whether harm without an author is violence: some weapon, attack or fighter stands in its sentence."""
        if self.parsed.tokens[draft.token].lemma not in HARMS:
            return True
        sentence = self.parsed.sentences[self.parsed.tokens[draft.token].sent]
        lemmas = {t.lemma for t in self.parsed.sentence_tokens(sentence)}
        return any(not lemmas.isdisjoint(self.lexicon.sets[name]) for name in VIOLENT_SETS)

    def _context_of(self, draft: Draft) -> tuple[str, ...]:
        sentence = self.parsed.sentences[self.parsed.tokens[draft.token].sent]
        tokens = self.parsed.sentence_tokens(sentence)
        shown = self._contexts.show([t.lemma for t in tokens], [t.text.lower() for t in tokens])
        return tuple(sorted({*draft.contexts, *shown}))

    def _confidence(self, draft: Draft, actors: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> float:
        scores = [p.resolution.score for p in (*actors, *recipients)]
        parties = sum(scores) / len(scores) if scores else 0.3
        return round(min(0.99, draft.opinions[0].confidence * (0.7 + 0.3 * parties)), 3)

    def _evidence(
        self,
        draft: Draft,
        actors: Iterable[Participant],
        recipients: Iterable[Participant],
        date: Span | None,
        place: Span | None,
        reading: Reading,
    ) -> tuple[Evidence, ...]:
        text = self.parsed.story.text
        trigger = self._span(draft.trigger)
        found = [
            Evidence(kind=EvidenceKind.TRIGGER, span=trigger, text=trigger.of(text), rule=draft.rule),
            self._clause_evidence(draft),
        ]
        for kind, parties in ((EvidenceKind.ACTOR, actors), (EvidenceKind.RECIPIENT, recipients)):
            found.extend(Evidence(kind=kind, span=p.span, text=p.text, rule=p.resolution.rule) for p in parties)
        for kind, span in ((EvidenceKind.DATE, date), (EvidenceKind.PLACE, place)):
            if span is not None:
                found.append(Evidence(kind=kind, span=span, text=span.of(text)))
        if reading.cue is not None:
            cue = self.parsed.tokens[reading.cue]
            found.append(Evidence(kind=EvidenceKind.STATUS, span=Span(cue.start, cue.end), text=cue.text))
        return tuple(found)

    def _clause_evidence(self, draft: Draft) -> Evidence:
        tokens = sorted(t.i for t in self.graph.clause(draft.token) if t.sent == self.parsed.tokens[draft.token].sent)
        inside = [*tokens, *draft.trigger]
        span = self.parsed.span(min(inside), max(inside) + 1)
        return Evidence(kind=EvidenceKind.CLAUSE, span=span, text=span.of(self.parsed.story.text), rule=draft.rule)

    def _span(self, words: tuple[int, ...]) -> Span:
        return self.parsed.span(min(words), max(words) + 1)

    def _id(self, draft: Draft) -> str:
        start = self.parsed.tokens[min(draft.trigger)].start
        key = f"{self.parsed.story.id}|{draft.type}|{start}|{draft.rule}"
        return hashlib.sha256(key.encode()).hexdigest()[:16]


def _is_aim(resolution: Resolution, own: set[tuple[str | None, tuple[str, ...]]]) -> bool:
    """Say whether a party may be aimed at: another side than the doers' own."""
    countries = {country for country, _ in own}
    other = resolution.country is not None and resolution.country not in countries
    return other or (bool(resolution.sectors) and (resolution.country, resolution.sectors) not in own)


def _as_doer(resolution: Resolution) -> Resolution:
    """Lower the score of a party that stands in an earlier sentence, and say why it is named."""
    return replace(resolution, score=round(resolution.score * 0.8, 3), rule=f"whose deed it is: {resolution.rule}")


def _not_itself(recipients: tuple[Participant, ...], actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Take out a state's own people when the state itself acts, and the state when its people do."""
    bare = {p.resolution.country for p in actors if not p.resolution.sectors}
    own = {p.resolution.country for p in actors}
    return tuple(
        p
        for p in recipients
        if p.resolution.country not in bare and (p.resolution.sectors or p.resolution.country not in own)
    )


def _is_political(resolution: Resolution) -> bool:
    """Say whether somebody belongs to a state or body, rather than being just anybody ("the boy", "a firm")."""
    return bool(resolution.country or resolution.countries or set(resolution.sectors) - PRIVATE)


def _code(resolution: Resolution | None) -> str | None:
    return resolution.country if resolution else None


def _others(recipients: tuple[Participant, ...], actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Take the speaker out of "our relations": the other side is the recipient."""
    own = {
        c for p in actors for c in (p.resolution.countries or ((p.resolution.country,) if p.resolution.country else ()))
    }
    found = []
    for p in recipients:
        if p.resolution.countries:
            left = tuple(c for c in p.resolution.countries if c not in own)
            if left:
                single = left[0] if len(left) == 1 else None
                resolution = replace(
                    p.resolution, countries=() if single else left, country=single or p.resolution.country
                )
                found.append(replace(p, resolution=resolution))
        elif p.resolution.country is None or p.resolution.country not in own:
            found.append(p)
    return tuple(found)
