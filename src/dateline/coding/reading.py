"""One story being coded: everything its stages share, and the way from drafts to events."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dateline.coding.announcements import Announcements
from dateline.coding.arguments import Graph
from dateline.coding.attribution import said_by
from dateline.coding.cast import Cast
from dateline.coding.casualties import Tolls
from dateline.coding.classifier import Classifier, StoryClassifier
from dateline.coding.composer import Composer
from dateline.coding.custom import CustomType
from dateline.coding.dates import Dates
from dateline.coding.dating import Asked
from dateline.coding.demands import Demands
from dateline.coding.denials import Denials
from dateline.coding.doubts import Doubts
from dateline.coding.drafts import Draft, from_match
from dateline.coding.errands import Errands
from dateline.coding.judgements import Judgements
from dateline.coding.matching import Match, Matcher, OperatorMatch
from dateline.coding.parties import Parties
from dateline.coding.places import Places
from dateline.coding.plain_verbs import PlainVerbs, announced, country_of
from dateline.coding.same_deeds import SameDeeds
from dateline.coding.second_opinion import SecondOpinion, Setting
from dateline.coding.sieve import PROMISING, VERBAL, Sieve
from dateline.coding.speaking import Partners
from dateline.coding.standing import Case, Standing, Stands
from dateline.coding.status import Reading, read_status
from dateline.coding.triggered import TriggeredWords
from dateline.coding.triggers import StoryReads
from dateline.coding.weighed import weighed_as
from dateline.coding.weighing import LONG, Weighing
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.contexts import ContextLexicon
from dateline.knowledge.counts import count_words
from dateline.knowledge.frames import FrameLexicon
from dateline.model import (
    Event,
    EventType,
    Evidence,
    EvidenceKind,
    Participant,
    Precision,
    ResolvedStory,
    Span,
    SpeechAct,
    Statement,
    Status,
)

TRIGGER_POS = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADP"})
# Statuses in which an event is no news: it is what somebody imagines, wants or fears.
UNTOLD = frozenset({Status.HYPOTHETICAL})
# So many events make a story one of politics; of a brief, so many and this share of its sentences.
POLITICAL, BRIEF, SHARE = 4, 2, 0.3
# How fine the date of a deed is that a report looks back on.
HISTORIC = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.DECADE, Precision.RANGE})
# So many events a sentence make a story one whose every sentence the trigger model reads, and so many sentences: one
# sentence alone is no report, and what is told in it its frame reads better.
READ, LEAST = 0.2, 3
# Who says that he will do these does them in saying so.
FORETOLD, WILLING = frozenset({*PROMISING, EventType.REJECT}), frozenset({"will", "would", "'ll", "shall"})
Told = tuple[Draft, Event]


class StoryReading:
    """Codes one resolved story; made anew for each.

    Attributes:
        read_whole: Whether it is a report of politics, whose every sentence the trigger model reads; known once the
            events are.
    """

    def __init__(
        self,
        resolved: ResolvedStory,
        statements: tuple[Statement, ...],
        *,
        graph: Graph | None = None,
        codebook: Codebook,
        lexicon: FrameLexicon,
        contexts: ContextLexicon,
        classifier: Classifier | None = None,
        reads: StoryReads | None = None,
        setting: Setting | None = None,
        custom: Sequence[CustomType] = (),
    ) -> None:
        self.resolved = resolved
        self.parsed = resolved.parsed
        self.statements = statements
        self.graph = graph or Graph(self.parsed)
        self.cast = Cast(resolved, self.graph)
        self.matcher = Matcher(lexicon, self.graph, self.cast)
        self.composer = Composer(self.matcher, self.graph, codebook)
        self.dates = Dates(resolved, self.graph)
        self.places = Places(resolved, self.graph, sites=lexicon.sets["sites"])
        self.partners = Partners(resolved, statements)
        self.parties = Parties(self.graph, self.cast, self.partners, lexicon)
        self.standing = Standing(self.graph, codebook, lexicon, dates=resolved.timexes)
        self.sieve = Sieve(self.graph, self.cast, codebook, lexicon)
        self.tolls = Tolls(self.graph, self.cast, count_words(), people=lexicon.sets["people"])
        self._lexicon, self._sets = lexicon, lexicon.sets
        self._codebook = codebook
        self._contexts = contexts
        # Read once a sentence and a word, however many drafts ask.
        self._shown: dict[int, tuple[str, ...]] = {}
        self._statuses: dict[int, Reading] = {}
        quiet = lexicon.sets["eventless_verbs"]
        asked = StoryClassifier(classifier) if classifier is not None and setting is not None else None
        self._second = (
            SecondOpinion(
                asked, setting, self.graph, self.cast, codebook, quiet=quiet, custom=custom, statements=statements
            )
            if asked and setting
            else None
        )
        self._doubts = Doubts(asked, setting, self.graph) if asked and setting else None
        self._triggered = (
            TriggeredWords(
                reads,
                setting.trigger,
                self.graph,
                self.cast,
                self.matcher,
                codebook,
                asked,
                answers=self._sets["answers"],
            )
            if reads is not None and asked and setting
            else None
        )
        weighs = setting is not None and setting.weighs
        self._weighing = Weighing(self.graph, asked, depth=self.depth, resolved=resolved) if asked and weighs else None
        self._errands = Errands(self.graph, self.cast)
        self._same = SameDeeds(self.graph, self.cast)
        self.read_whole = False

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
            operators.extend(self.composer.chosen(self.matcher.operators(token)))
        plain = PlainVerbs(self.graph, self.cast, self.partners, self._sets)
        found.extend((*plain.obligations(), *plain.sojourns()))
        told_above = self.composer.governing(operators, {d.token for d in found})
        found.extend(plain.refusals({d.token for d in found} | told_above))
        found.extend(plain.promises({d.token for d in found} | told_above))
        told = self.sieve.without_tolls(self.sieve.without_echoes(found))
        said = [self._errands.aimed(d) for d in self.composer.compose(told, operators)]
        for kind in (Judgements, Denials, Demands, Announcements):
            said = kind(self.graph, self.cast, self.partners, self._sets).joined(said)
        kept = self.sieve.without_reproaches(self.sieve.without_purposes(said))
        return sorted([*kept, *self._same.among(kept)], key=lambda d: d.token)

    def proposed(self) -> list[Draft]:
        """Return the drafts of the frames with those that the classifier adds, in text order."""
        drafts = self.drafts()
        return sorted([*drafts, *self._second.added(drafts)], key=lambda d: d.token) if self._second else drafts

    def settled(self) -> list[Draft]:
        """Return the drafts with the rulings on future and refused events applied, whoever their parties are."""
        return [self._unreal(self._settled(draft)) for draft in self.drafts()]

    def _unreal(self, draft: Draft) -> Draft:
        """Mark a draft of which the clause only says that it may or should be."""
        unreal = draft.asserted is None and self._status(draft).status is Status.HYPOTHETICAL
        return replace(draft, asserted=Status.HYPOTHETICAL) if unreal else draft

    def _settled(self, draft: Draft) -> Draft:
        draft = self.composer.forsworn(self._reproach(draft))
        reading = self._status(draft)
        speakers = self.partners.speaker(self._span(draft.trigger))
        lawsuit = self._lexicon.marked(draft.rule, "lawsuit")
        effect = weighed_as(draft, reading, speakers, self.graph, lawsuit=lawsuit)
        if effect is not None:
            ruled = self.composer.future(draft, reading.status, effect=effect)
            return replace(ruled, asserted=Status.HAPPENED, needs_speaker=not draft.actors)
        draft = announced(self.composer.future(draft, reading.status), speakers)
        # Who does not give leave refuses it, and who is not ready to talk refuses that.
        given = any(self._lexicon.marked(draft.rule, mark) for mark in ("leave", "readiness"))
        withheld = reading.status is Status.NEGATED and given
        refused = reading.refused or self._would_not(draft, reading)
        return self.composer.refused(draft) if refused or withheld else draft

    def _would_not(self, draft: Draft, reading: Reading) -> bool:
        """Say whether a tale tells a refusal: "he declared an emergency but would not bow to the demand"."""
        token = self.parsed.tokens[draft.token]
        helpers = {c.text.lower() for c in self.parsed.children(token, "aux")}
        told = reading.status is Status.NEGATED and "would" in helpers and "have" not in helpers
        return told and not any(c.text.lower() in {"if", "unless"} for c in self.parsed.children(token, "mark"))

    def _reproach(self, draft: Draft) -> Draft:
        """Read a breach that the other side tells as its reproach: "Chile broke the pact, Peru said"."""
        broken = self.parsed.tokens[draft.token].lemma in self._sets["breaking"]
        if (
            not (broken and self._lexicon.marked(draft.rule, "broken-word"))
            or not draft.actors
            or self._fails_together(draft)
        ):
            return draft
        speakers = self.partners.speaker(self._span(draft.trigger))
        own = {country_of(m.resolution) for m in draft.actors}
        if not speakers or {country_of(p.resolution) for p in speakers} & own or None in own:
            return draft
        return replace(
            draft,
            type=EventType.ACCUSE,
            mode="disapprove",
            cameo="111",
            actors=(),
            recipients=draft.actors,
            needs_speaker=True,
            asserted=Status.HAPPENED,
            content=None,
        )

    def _fails_together(self, draft: Draft) -> bool:
        """Say whether what failed is no duty: "failed to agree on a price"."""
        below = [self.parsed.tokens[h].lemma for h in self.graph.slots(draft.token).get("comp", ())]
        return self.parsed.tokens[draft.token].lemma == "fail" and self._sets["duties"].isdisjoint(below)

    def depth(self, i: int) -> int:
        """Return how many steps a token stands below its sentence's root."""
        return self.composer.depth(i)

    def events(self) -> Iterator[Event]:
        """Yield one event for every draft that stands, in text order.

        A story that tells several is one of politics: what is doubtful elsewhere stands there.
        """
        told, held = self._told_of(self.proposed())
        if self._is_politics(told):
            told += [
                t
                for draft, case in held
                if case.stands is not Stands.NEVER
                and (t := self._told(draft, case, self._before(draft, told), political=True))
            ]
        self.read_whole = self._triggered is not None and self._is_read(told)
        told = self._mended(told)
        told += self._triggered_of(told, [draft for draft, _ in held])
        told.sort(key=lambda t: t[0].token)
        looked = list(self._looked_at(told, political=self._is_politics(told)))
        looked = [(draft, event) for draft, event in looked if self._shows(draft, event, read=self._is_read(told))]
        for draft, event in self._weighing.kept(looked) if self._weighing is not None else looked:
            yield event
            content = self._content(draft.content, event) if draft.content is not None else None
            if content is not None:
                yield content

    def _shows(self, draft: Draft, event: Event, *, read: bool) -> bool:
        """Say whether a word of the sentence or a party alone shows an event; what is known is asked first.

        What a report looks back on with its year is told as a deed, whatever the models make of it: what they learnt
        from is news.
        """
        if self._triggered is None or self._doubts is None or self._weighing is None or self._is_history(draft, event):
            return True
        asked = (self._triggered.is_seen, self._doubts.is_likely)
        return any(ask(draft) for ask in (asked if read else asked[::-1]))

    def _is_history(self, draft: Draft, event: Event) -> bool:
        """Say whether a report itself tells a frame's deed of a year gone by: "which fought a war with it in 1995"."""
        if draft.of_classifier or event.said_by or event.status is not Status.HAPPENED:
            return False
        plain = self.parsed.tokens[draft.token].pos == "VERB" and event.date.precision in HISTORIC
        day, end = self.parsed.story.day, event.date.end
        past = day is not None and end is not None and end.year < day.year
        return plain and past and any(e.kind is EvidenceKind.DATE for e in event.evidence)

    def _is_read(self, told: Sequence[Told]) -> bool:
        """Say whether a story is a report of politics, whose every sentence the trigger model reads."""
        length = len(self.parsed.sentences)
        return LEAST <= length < LONG and len(told) >= READ * length

    def _triggered_of(self, told: Sequence[Told], held: Sequence[Draft]) -> list[Told]:
        """Return what a report of politics tells by words that name a deed and have no event yet."""
        if self._triggered is None or not self._is_read(told):
            return []
        found: list[Told] = []
        for draft in self._triggered.found([d for d, _ in told], held):
            before = self._before(draft, [*told, *found])
            one = self._told(draft, self._case(draft, before), before, political=True)
            found += [one] if one is not None else []
        return found

    def _mended(self, told: Sequence[Told]) -> list[Told]:
        """Return the events of a report of politics with the parties that only the trigger model finds."""
        if self._triggered is None or not self._is_read(told):
            return list(told)
        found: list[Told] = []
        for draft, event in told:
            mended = self._triggered.mended(draft, event)
            before = self._before(draft, found)
            again = mended is not draft
            one = self._told(mended, self._case(mended, before), before, political=True) if again else None
            found.append(one or (draft, event))
        return found

    def _is_politics(self, told: Sequence[Told]) -> bool:
        """Say whether so much is told that a story is one of politics: in four events, or in a third of a brief."""
        return len(told) >= POLITICAL or len(told) >= max(BRIEF, SHARE * len(self.parsed.sentences))

    def _told_of(self, drafts: Iterable[Draft]) -> tuple[list[Told], list[tuple[Draft, Case]]]:
        """Return the drafts that stand with their events, and the others with what they stand for."""
        told: list[Told] = []
        held: list[tuple[Draft, Case]] = []
        for draft in drafts:
            before = self._before(draft, told)
            case = self._case(draft, before)
            found = self._told(draft, case, before)
            if found is not None:
                told.append(found)
            else:
                held.append((draft, case))
        return told, held

    def _before(self, draft: Draft, told: Sequence[Told]) -> list[tuple[int, Event]]:
        """Return the events told up to a draft's sentence, each with its own."""
        numbered = [(self.parsed.tokens[d.token].sent, event) for d, event in told]
        return [(number, event) for number, event in numbered if number <= self.parsed.tokens[draft.token].sent]

    def _looked_at(self, told: Iterable[Told], *, political: bool) -> Iterator[Told]:
        """Yield what stands after the last look; in a story of politics only the classifier's own events need one."""
        for draft, event in told:
            if self._doubts is None or (political and not draft.of_classifier):
                yield draft, event
                continue
            sure = self._doubts.confirmed(draft)
            if sure is not None:
                yield sure, self._as_sure(event, sure)

    def _told(
        self, draft: Draft, case: Case, told: Sequence[tuple[int, Event]], *, political: bool = False
    ) -> Told | None:
        """Return a draft as both opinions have it, and its event; None where there is none.

        The classifier costs most of coding: it is asked only about what would be written.
        """
        event = self._event(case, political=political)
        if self._second is None or draft.of_classifier:
            return (case.draft, event) if event is not None else None
        if event is None and not self._second.asks_always:
            return None
        joined = self._second.joined(draft)
        if joined is None:
            return None
        again = self._unaimed(self._settled(joined), told)
        if event is not None and replace(again, opinions=case.draft.opinions) == case.draft:
            return again, self._as_sure(event, again)
        event = self._event(self._judged(again, told), political=political)
        return (again, event) if event is not None else None

    def _case(self, draft: Draft, told: Sequence[tuple[int, Event]]) -> Case:
        """Return a draft of the frames as its clause settles it, with its parties and its standing."""
        return self._judged(self._unaimed(self._settled(draft), told), told)

    def _judged(self, draft: Draft, told: Sequence[tuple[int, Event]]) -> Case:
        reading = self._status(draft)
        status = self._final_status(draft, reading)
        actors, recipients = self.parties.of(draft, told)
        never = status in UNTOLD or (draft.of_classifier and self._is_denied(draft))
        stands = Stands.NEVER if never else self.standing.of(draft, actors, recipients, status)
        return Case(draft, actors, recipients, reading, status, stands)

    def _unaimed(self, draft: Draft, told: Sequence[tuple[int, Event]]) -> Draft:
        """Read leaving a pact whose other side nobody names as a refusal: "Manila walked away from a deal on land"."""
        if not self._lexicon.marked(draft.rule, "leaving") or self.parties.of(draft, told)[1]:
            return draft
        return replace(draft, type=EventType.REJECT, mode="", cameo="120")

    def _as_sure(self, event: Event, draft: Draft) -> Event:
        """Give an event the opinions that a draft has after the last look."""
        if draft.opinions == event.opinions:
            return event
        sure = self._confidence(draft, event.actors, event.recipients)
        return replace(event, opinions=draft.opinions, confidence=sure)

    def counted(self) -> list[Event]:
        """Return the events with the numbers of people that the story gives for them."""
        return self.tolls.given(list(self.events()))

    def _modes(self, match: Match) -> list[str]:
        if not match.frame.mode_when:
            return []
        around = [token.i for token in self.graph.clause(match.token)]
        return [
            mode
            for item, mode in match.frame.mode_when
            if self.matcher.restrictions.fits(item.rpartition(".")[2], around)
        ]

    def _event(self, case: Case, *, political: bool) -> Event | None:
        if case.stands is Stands.NEVER or (case.stands is Stands.IN_POLITICS and not political):
            return None
        draft, actors, recipients, status = case.draft, case.actors, case.recipients, case.status
        token = self.parsed.tokens[draft.token]
        chain = said_by(self._span(draft.trigger), self.statements)
        spoken = draft.needs_speaker or (bool(chain) and self._codebook.types[draft.type].quad in VERBAL)
        met = draft.type is EventType.CONSULT
        when, timex = self.dates.of(
            Asked(
                token=token,
                status=status,
                spoken=spoken and not met,
                announced=draft.content is not None or draft.type in PROMISING,
                verbal=self._codebook.types[draft.type].quad in VERBAL and not met,
            )
        )
        if status is Status.ONGOING and when.begin is not None and self._is_to_come(when.begin):
            status = Status.PLANNED  # "is travelling to Somalia on Tuesday", in a report of Monday
        place, place_span = self.places.of(
            token, event_type=draft.type, mode=draft.mode, actors=actors, recipients=recipients
        )
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
            date=when,
            place=place,
            said_by=chain,
            confidence=self._confidence(draft, actors, recipients),
            evidence=self._evidence(draft, actors, recipients, timex.span if timex else None, place_span, case.reading),
            opinions=draft.opinions,
        )

    def _is_to_come(self, day: date) -> bool:
        return self.parsed.story.day is not None and day > self.parsed.story.day

    def _is_denied(self, draft: Draft) -> bool:
        """Say whether a draft stands in what somebody denies: the denial tells it."""
        span = self._span(draft.trigger)
        denials = (s for s in self.statements if s.act is SpeechAct.DENIES and not s.negated)
        return any(content.contains(span) for s in denials for content in s.content)

    def _content(self, draft: Draft, above: Event) -> Event | None:
        """Return the planned event that a promise or threat is about."""
        actors, recipients = self.parties.named(draft)
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
        if draft.token not in self._statuses:
            self._statuses[draft.token] = read_status(self.parsed.tokens[draft.token], self.graph)
        return self._statuses[draft.token]

    def _final_status(self, draft: Draft, reading: Reading) -> Status:
        # What is said, promised or refused happened in the saying, whatever its content's status. So did what somebody
        # says that he will promise or give up: "said it would drop its demand".
        ruled = draft.rule.startswith("ruling") and reading.status in {Status.PLANNED, Status.NEGATED}
        foretold = draft.type in FORETOLD and reading.status is Status.PLANNED and self._is_willing(draft.token)
        return Status.HAPPENED if ruled or foretold else reading.status

    def _is_willing(self, token: int) -> bool:
        """Say whether a verb, or one that it joins, stands with "will": who only plans to warn has warned nobody."""
        verb = self.parsed.tokens[token]
        while verb.dep == "conj" and not self.parsed.has(verb, "aux"):
            verb = self.parsed.head(verb)
        return any(c.text.lower() in WILLING for c in self.parsed.children(verb, "aux"))

    def _context_of(self, draft: Draft) -> tuple[str, ...]:
        sentence = self.parsed.sentences[self.parsed.tokens[draft.token].sent]
        shown = self._shown.get(sentence.i)
        if shown is None:
            tokens = self.parsed.sentence_tokens(sentence)
            shown = self._contexts.show([t.lemma for t in tokens], [t.text.lower() for t in tokens])
            self._shown[sentence.i] = shown
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
