"""Whether a draft is an event at all: its parties, and whether harm was done by anybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from dateline.coding.desks import holds_office, is_sport
from dateline.coding.drafts import TRIGGERED, Draft
from dateline.coding.parties.assumed import is_assumed
from dateline.coding.parties.sides import verdict
from dateline.coding.status.habits import Habits
from dateline.coding.status.status import Reading
from dateline.coding.status.status_words import words
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.voices import is_passive
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.frames import FrameLexicon
from dateline.model import EventType, Participant, QuadClass, Resolution, Status, Timex, Token, codes_of

# Violence, protest and repression count whoever is in them; words and deals only between those who act for somebody.
ANYBODY = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION})
# Of whom it is news that he is reproached, whoever does it: "has come under fire".
ACCOUNTABLE = frozenset({"GOV", "MIL", "COP", "LEG", "PTY", "SPY"})
PRIVATE = frozenset({"CVL", "EDU", "MED", "AGR", "LAB", "BUS", "JRN", "REL", "UNK", "CRM"})
# What did not happen is news where somebody might have thought that it did.
DENIED = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION})
# What a named side gets is told though nobody says from whom: "Haiti was promised aid", "was granted asylum".
RECEIVED = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.AID})
# What a named side is told to do, though nobody says by whom: "was urged to sign", "was given a week to leave".
ORDERED = frozenset({EventType.REQUEST, EventType.THREATEN})
# Words that are an event once they are said: who will ask or accuse has not done so.
TOLD_WHEN_SAID = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.SUPPORT})
# What one holds to by saying it again and again: "has always denied", "has long demanded".
POSITIONS = frozenset({EventType.REJECT, EventType.REQUEST, EventType.ACCUSE})
# Cooperation in words: of a thing that it has made nobody hears anew.
COURTESIES = frozenset({EventType.SUPPORT, EventType.AGREE, EventType.CONCEDE})
# Stances and postings, by which somebody is described.
STANCES = frozenset({EventType.SUPPORT, EventType.ACCUSE, EventType.REJECT, EventType.MOBILIZE})
# Under these a deed is only spoken of: "hinted at relaxing the ban", "its view on barring the party".
MENTIONING = frozenset(
    {"on", "at", "of", "about", "for", "from", "against", "to", "toward", "towards", "over", "without"}
)
MATERIAL = frozenset({QuadClass.MATERIAL_COOPERATION, QuadClass.MATERIAL_CONFLICT})
OBLIGATION = "ruling obligation"
# "opened fire", "came under fire": no blaze.
SHOOTING = frozenset({"open", "exchange", "return", "trade", "draw", "cease", "under"})
VIOLENT_SETS = ("explosives", "firearms", "heavy_weapons", "drones", "suicide", "violent_words")


class Stands(Enum):
    """Where a draft is an event: in any story, only in one that tells several, or in none."""

    ALWAYS = "always"
    IN_POLITICS = "in politics"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Case:
    """A draft with all that its standing hangs on.

    Attributes:
        actors, recipients: Whom the story makes its parties.
        reading: What its clause says of its status, with the word that says so.
        status: Its status as an event.
    """

    draft: Draft
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    reading: Reading
    status: Status
    stands: Stands


class Standing:
    """Judges the drafts of one story."""

    def __init__(self, graph: Graph, codebook: Codebook, lexicon: FrameLexicon, *, dates: Sequence[Timex] = ()) -> None:
        self.parsed = graph.parsed
        self._sport = is_sport(self.parsed, lexicon.sets["sport_words"])
        self._habits = Habits(graph, adverbs=lexicon.sets["repetition"], periods=lexicon.sets["periods"], dates=dates)
        self.lexicon = lexicon
        self._codebook = codebook

    def of(
        self, draft: Draft, actors: tuple[Participant, ...], recipients: tuple[Participant, ...], status: Status
    ) -> Stands:
        """Say whether an event was told as one, and has the parties that the codebook asks for.

        Args:
            draft: The event as its words tell it.
            actors: Who acts.
            recipients: Who is acted upon.
            status: What the clause says of it.
        """
        token = self.parsed.tokens[draft.token]
        demanded = draft.rule == OBLIGATION  # "Free the prisoners!" frees nobody, and asks for it
        if not (actors or recipients) or (not demanded and self._is_imperative(token)):
            return Stands.NEVER
        if self._is_backdrop(draft, actors):
            return Stands.NEVER
        if not self._is_told(draft, actors, recipients, status):
            return Stands.NEVER
        if self._has_parties(draft, actors, recipients, political=False):
            return Stands.ALWAYS
        return Stands.IN_POLITICS if self._has_parties(draft, actors, recipients, political=True) else Stands.NEVER

    def _is_told(
        self, draft: Draft, actors: tuple[Participant, ...], recipients: tuple[Participant, ...], status: Status
    ) -> bool:
        """Say whether the clause tells something that happened once: no absence, habit, forecast or play."""
        if status is Status.NEGATED and not (actors and recipients and draft.type in DENIED):
            return False
        if status is Status.PLANNED and draft.type in TOLD_WHEN_SAID and not self._is_told_ahead(draft):
            return False
        token = self.parsed.tokens[draft.token]
        if (self._sport and not holds_office((*actors, *recipients))) or self._is_opinion(token, draft):
            return False
        if status is Status.NEGATED and self._is_unable(token):
            return False  # "cannot detain them", "urged it not to detain them": no denial
        if draft.type is EventType.SUPPORT and not (recipients or draft.reciprocal) and self._is_own_cause(draft):
            return False
        told_of = token.dep == "acl" and self.parsed.head(token).lemma not in words().notices
        if told_of and not recipients and draft.type in COURTESIES and not _are_two(actors):
            return False  # "a resolution passed by the council", "a deal reached by the town": told of a thing
        described = token.dep == "acl" and any(token.head == m.head for m in draft.actors)
        if described and draft.type in STANCES and not self._is_set_off(token):
            return False  # "rebels opposing the president": who they are, not what they did
        if token.dep == "pcomp" and self._is_only_mentioned(token):
            return False
        # "Have been killed since May": the war goes on, and its dead are news; "have been fighting since May" is a tie.
        fights = draft.type is EventType.ASSAULT and token.tag != "VBG"
        met = draft.type is EventType.CONSULT and draft.mode != "third-party"
        if not (fights or met) and self._habits.is_state(token):
            return False
        if draft.of_classifier and self._habits.goes_on_since(token):
            return False
        deed = self._codebook.types[draft.type].quad in MATERIAL or draft.type is EventType.CONSULT
        material = deed and draft.rule.startswith("frame")
        named = any(p.resolution.country for p in actors)
        if draft.type in POSITIONS and self._habits.is_position(token):
            return True
        return not self._habits.is_habit(token, material=material, named=named)

    def _is_unable(self, token: Token) -> bool:
        """Say whether a denied verb tells what one cannot or is not to do, unlike "has yet to attack"."""
        helpers = {c.tag for c in self.parsed.children(token, "aux")}
        return "MD" in helpers or ("TO" in helpers and self.parsed.has(token, "neg"))

    def _is_backdrop(self, draft: Draft, actors: Sequence[Participant]) -> bool:
        """Say whether fights of nobody named only set the scene: "fled as battles raged between rebels and police"."""
        token = self.parsed.tokens[draft.token]
        fight = draft.reciprocal and draft.type is EventType.ASSAULT and token.dep == "advcl"
        beside = any(c.text.lower() == "as" for c in self.parsed.children(token, "mark"))
        return fight and beside and all(p.resolution.of_the_story for p in actors)

    def _is_opinion(self, token: Token, draft: Draft) -> bool:
        """Say whether words only tell what is or what one thinks: "there is no threat", "I agree with you"."""
        if token.text.lower() == "given" and token.dep in {"prep", "mark"}:
            return True  # "given its actions in Syria, Russia cannot mediate"
        if draft.type is EventType.ACCUSE and self.parsed.has(token, "expl"):
            return True
        present = token.tag in {"VBP", "VBZ"} and not self.parsed.has(token, "aux")
        of_mind = any(c.lemma == "with" for c in self.parsed.children(token, "prep"))
        return draft.type is EventType.AGREE and token.lemma == "agree" and present and of_mind

    def _is_set_off(self, token: Token) -> bool:
        """Say whether a participle tells a deed beside the clause's own: "Peru's premier, rejecting the bill, said"."""
        before = self.parsed.tokens[token.i - 1] if token.i else token
        return token.tag == "VBG" and before.text == ","

    def _is_told_ahead(self, draft: Draft) -> bool:
        """Say whether a reproach is news before it is made: an inquiry or a lawsuit that somebody plans."""
        return draft.mode == "investigate" or self.lexicon.marked(draft.rule, "lawsuit")

    def _is_imperative(self, token: Token) -> bool:
        """Say whether a verb only calls for a deed: "Free the prisoners!", "they yelled, 'Lock him up!'"."""
        quoted = token.dep in {"ccomp", "xcomp"} and token.i > 0 and self.parsed.tokens[token.i - 1].tag == "``"
        called = token.dep == "ROOT" or quoted or self._is_listed(token)
        bare = token.pos == "VERB" and token.tag in {"VB", "VBP"} and called
        above = self.parsed.children(token, "nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass")
        return bare and not any(True for _ in above)

    def _is_listed(self, token: Token) -> bool:
        """Say whether a verb stands in a list of demands after a colon: "gave it an ultimatum: free them, or go"."""
        while token.tag in {"VB", "VBP"} and token.i > 0:
            if self.parsed.tokens[token.i - 1].text == ":":
                return token.tag == "VB"
            if token.dep != "conj":
                return False
            token = self.parsed.head(token)
        return False

    def _is_only_mentioned(self, token: Token) -> bool:
        """Say whether a deed under a preposition is only spoken of; "a base from where they invaded" tells it."""
        told = any(c.tag == "WRB" for c in self.parsed.children(token, "advmod")) or self._is_granted(token)
        return self.parsed.head(token).text.lower() in MENTIONING and not told

    def _is_granted(self, token: Token) -> bool:
        """Say whether a deed is what somebody is thanked or praised for: "thanked Chad for freeing the men"."""
        above = self.parsed.head(self.parsed.head(token))
        return above.lemma in self.lexicon.sets["thanking"]

    def _is_own_cause(self, draft: Draft) -> bool:
        """Say whether somebody stands by what is his own: "defended their strategy", "stood by his remarks"."""
        tokens = self.parsed.tokens
        below = [c for i in draft.trigger for c in self.parsed.children(tokens[i], "dobj", "pobj")]
        below = [noun for noun in below if noun.lemma not in self.lexicon.sets["lent"]]
        return any(c.tag == "PRP$" for noun in below for c in self.parsed.children(noun, "poss"))

    def _has_parties(
        self,
        draft: Draft,
        actors: tuple[Participant, ...],
        recipients: tuple[Participant, ...],
        *,
        political: bool,
    ) -> bool:
        if draft.needs_recipient and not recipients:
            return False
        if draft.rule == TRIGGERED:
            return bool(actors)
        rule = verdict(
            self.lexicon, draft, actors=actors, recipients=recipients, parsed=self.parsed, political=political
        )
        if rule is not None and not rule.keeps:
            return False
        if draft.type not in ANYBODY and not any(_is_political(p.resolution) for p in (*actors, *recipients)):
            return False
        if self._codebook.types[draft.type].needs_recipient and not recipients:
            joint = draft.type is EventType.COOPERATE or draft.reciprocal
            if political and draft.type is EventType.SANCTION and actors:
                return True  # "the president took the country out of the accord"
            if actors and self.lexicon.marked(draft.rule, "relief"):
                return True  # "the navy joined the rescue": of help the place says enough
            return joint and (len(actors) > 1 or any(p.resolution.countries for p in actors))
        suffered = self._is_suffered(draft, recipients) or (draft.type in RECEIVED and _is_named(recipients))
        suffered = suffered or (draft.type in ORDERED and self._is_told_to(draft, recipients))
        return not self._is_accident(draft) and (bool(actors) or suffered)

    def _is_suffered(self, draft: Draft, recipients: tuple[Participant, ...]) -> bool:
        """Say whether an event stands though nobody says who did it: somebody suffered it."""
        if draft.type is EventType.ASSAULT:
            return self._is_violent(draft)
        if draft.type is EventType.ACCUSE:
            if draft.needs_speaker or self.parsed.tokens[draft.token].dep == "acl":
                return False  # "the official charged with the task"
            return any(ACCOUNTABLE & set(p.resolution.sectors) for p in recipients)
        return draft.type in {EventType.COERCE, EventType.SANCTION, EventType.RETREAT}

    def _is_told_to(self, draft: Draft, recipients: Sequence[Participant]) -> bool:
        """Say whether a named side is asked by nobody in particular: "Hungary was urged to reopen the crossing"."""
        return is_passive(self.parsed, self.parsed.tokens[draft.token]) and _is_named(recipients)

    def _is_accident(self, draft: Draft) -> bool:
        """Say whether harm is told of a crash, a storm or the like, and nothing violent stands beside it."""
        token = self.parsed.tokens[draft.token]
        if draft.type is not EventType.ASSAULT or token.lemma not in self.lexicon.sets["harms"] | {"crash", "leave"}:
            return False
        return self._stands_beside(draft, ("accidents",)) and not self._stands_beside(draft, ("violent_deeds",))

    def _is_violent(self, draft: Draft) -> bool:
        """Say whether harm without an author is violence: some weapon, attack or fighter stands in its sentence."""
        if self.parsed.tokens[draft.token].lemma not in self.lexicon.sets["harms"]:
            return True
        if self._stands_beside(draft, VIOLENT_SETS):
            return True
        return self._stands_beside(draft, VIOLENT_SETS, back=1) and not self._stands_beside(
            draft, ("accidents",), back=1
        )

    def _stands_beside(self, draft: Draft, sets: Iterable[str], *, back: int = 0) -> bool:
        """Say whether a word of some sets stands in the draft's sentence, or `back` ones before in its paragraph."""
        number = self.parsed.tokens[draft.token].sent
        sentence = self.parsed.sentences[max(0, number - back)]
        if sentence.segment != self.parsed.sentences[number].segment:
            return False
        lemmas = {t.lemma for t in self.parsed.sentence_tokens(sentence) if not self._is_gunfire(t)}
        return any(not lemmas.isdisjoint(self.lexicon.sets[name]) for name in sets)

    def _is_gunfire(self, token: Token) -> bool:
        """Say whether a word that may name a mishap tells a deed: "opened fire", "stormed the building"."""
        above = self.parsed.head(token)
        return token.lemma in {"fire", "storm"} and (token.pos == "VERB" or above.lemma in SHOOTING)


def _is_named(recipients: Sequence[Participant]) -> bool:
    return any(p.resolution.country and not is_assumed(p.resolution) for p in recipients)


def _are_two(actors: Sequence[Participant]) -> bool:
    """Say whether two states act: "the treaty, signed by Peru and Chile" tells what both did."""
    return len(codes_of(actors)) > 1


def _is_political(resolution: Resolution) -> bool:
    """Say whether somebody belongs to a state or body, rather than being just anybody ("the boy", "a firm")."""
    return bool(resolution.codes or set(resolution.sectors) - PRIVATE)
