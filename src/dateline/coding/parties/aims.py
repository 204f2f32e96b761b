"""Whom a deed is aimed at where its object is a thing, a deed or another clause: the sides that the sentence names."""

from __future__ import annotations

from dateline.coding.drafts import Draft, objects_of
from dateline.coding.frames.plain_verbs import country_of
from dateline.coding.frames.recipients import others
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.ends import is_border
from dateline.coding.parties.victims import Victims
from dateline.coding.parties.whose import MOVES, ONE_TO_ONE, is_aim, supposed
from dateline.coding.speech.speaking import Partners
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.controllers import CALLING, OBJECT_CONTROL
from dateline.coding.structure.voices import is_infinitive
from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.parties import party_words
from dateline.model import EventType, Mention, Participant, Token

SETS = party_words()
# What is done to somebody even where only a thing is named as its object, and how far below the trigger to look.
AIMED = frozenset(set(EventType) - {EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT, EventType.AGREE})
AIMING = SETS.set("aiming")
AIM_DEPTH = 5
ASIDE = frozenset({"nsubj", "csubj", "agent", "advmod", "npadvmod", "conj", "parataxis", "appos", "relcl", "mark"})
# What is asked for somebody, or against him, of whoever holds him.
CUSTODY = SETS.set("custody")
# Whom a protest at home is aimed at, the likeliest first.
RULERS = SETS.listed("rulers")
# Forces that are moved and not aimed at.
OWN_FORCES = (("MIL",), ("COP",), ("GOV", "MIL"), ("PRM",), ("SPY",))
# The ruling of a threat to send forces.
SENDING = "threaten.mobilize"
# Whoever is named in what somebody denies is not whom he answers.
DENIALS = ("operator deny", "ruling deny")
# Prepositions of a mere place or source.
SETTINGS = SETS.set("settings")


class Aims:
    """Finds the other side of the deeds of one story."""

    def __init__(self, graph: Graph, cast: Cast, partners: Partners, lexicon: FrameLexicon) -> None:
        """Prepare for one story."""
        self.graph = graph
        self.parsed = graph.parsed
        self.cast = cast
        self.partners = partners
        self.victims = Victims(graph, harms=lexicon.sets["attack_deeds"])
        self.lexicon = lexicon

    def in_clause(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom a deed is aimed at when its object is a thing: "eased the curfew on Chile", "the demands of Chile".

        The nearest actor below the trigger counts, level by level, who is not of the acting side.
        """
        if draft.type not in AIMED or draft.reciprocal or not actors or self._asks_somebody(draft):
            return ()
        if draft.rule.startswith(DENIALS):
            return ()
        own = {(p.resolution.country, p.resolution.sectors) for p in actors}
        if draft.type in MOVES:
            own |= {(country, sectors) for country, _ in own for sectors in OWN_FORCES}
        level = [self.parsed.tokens[t] for t in (draft.token, *draft.trigger)]
        seen = {t.i for t in level}
        for _ in range(AIM_DEPTH):
            around = draft.type is EventType.PROTEST
            level = [
                c
                for t in level
                for c in self.parsed.children(t)
                if c.i not in seen and (self._leads_on(c) or (around and self._is_around(c)))
            ]
            seen.update(t.i for t in level)
            heads = [h for t in level if t.pos != "PRON" for h in self.graph.conjuncts(t.i)]
            heads = [h for h in heads if not (self._is_victim(h, draft) or is_border(self.parsed, h))]
            named = [self.cast.participant(m) for m in others(self.cast.actors(heads), draft.actors)]
            named = [p for p in named if not self._is_moved(p, draft)]
            # "Danish and Greek forces" are one actor whose parts are actors too.
            inside = [p for p in named if any(a.span.contains(p.span) for a in actors)]
            found = tuple(p for p in named if is_aim(p.resolution, own) and p not in inside)
            if found:
                return found
        return ()

    def _is_moved(self, party: Participant, draft: Draft) -> bool:
        """Say whether forces are only whom somebody moves: "rushed another battalion up", "sent Greek sappers"."""
        sent = draft.type is EventType.MOBILIZE or SENDING in draft.rule
        if not sent or party.resolution.sectors[:1] not in OWN_FORCES:
            return False
        moved = {i for h in objects_of(self.graph, draft) for i in self.graph.conjuncts(h)}
        inside = {t.i for t in self.parsed.tokens_in(party.span)}
        return party.resolution.of_the_story or not moved.isdisjoint(inside)

    def own_government(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom a protest at home is aimed at: the protesters' own rulers, where the sentence names them."""
        countries = {p.resolution.country for p in actors} - {None}
        if draft.type is not EventType.PROTEST or len(countries) != 1:
            return ()
        named = [m for m in others(self._sentence_actors(draft), draft.actors) if m.resolution]
        named = [m for m in named if not any(p.span.contains(m.span) for p in actors)]  # "exiles from three states"
        own = [m for m in named if m.resolution and m.resolution.country in countries]
        ruling = [m for sector in RULERS for m in own if m.resolution and sector in m.resolution.sectors]
        return tuple(supposed(self.cast.participant(m), "the protesters' own rulers") for m in ruling[:1])

    def only_other(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find the only other side that a sentence names, for deeds that are always aimed at somebody."""
        own = {code for p in actors for code in (p.resolution.codes or (None,))}
        aside = self.parsed.tokens[draft.token].dep in {"relcl", "acl"}
        left = self.lexicon.marked(draft.rule, "leaving")  # "walked out of the talks after Peru had shelled a town"
        freed = any(self.is_held_by_others(m, draft) for m in draft.recipients)
        closed = draft.reciprocal or draft.points_back or aside or left or freed or draft.rule.startswith(DENIALS)
        if draft.type not in ONE_TO_ONE or closed or not own or None in own:
            return ()
        named = [
            m
            for m in self._sentence_actors(draft)
            if m.resolution and m.resolution.country and not m.resolution.of_the_story
            if not self._is_victim(m.head, draft)
        ]
        other = {m.resolution.country: m for m in named if m.resolution and m.resolution.country not in own}
        if len(other) != 1 or any(m.resolution and m.resolution.countries for m in named) or self._asks_somebody(draft):
            return ()
        aimed = (m for m in other.values() if not self._is_told_of(m.head, draft))
        return tuple(supposed(self.cast.participant(m), "the only other side named") for m in aimed)

    def _is_told_of(self, head: int, draft: Draft) -> bool:
        """Say whether a party only says who the doers are, or who made something: "a Norwegian-brokered truce"."""
        doers = {t.i for m in draft.actors for t in self.parsed.subtree(self.parsed.tokens[m.head])}
        after = self.parsed.tokens[head + 1 : head + 3]
        return head in doers or [t.text == "-" or t.tag in {"VBN", "VBD"} for t in after] == [True, True]

    def _is_victim(self, head: int, draft: Draft) -> bool:
        """Say whether somebody only suffered what is condemned, or is to be freed or handed over.

        Chad in "condemned the raid on Chad", the sailors of "demanded the release of two Greek sailors".
        """
        return self._is_wanted(head, draft) or (draft.type is EventType.ACCUSE and self.victims.suffered(head))

    def is_held_by_others(self, mention: Mention, draft: Draft) -> bool:
        """Say whether somebody who is no countryman of who asks is only to be freed or handed over.

        Of "demanded the release of Mali's leader" no word tells who holds him; a land's own people are held abroad.
        """
        return country_of(mention.resolution) not in {
            country_of(m.resolution) for m in draft.actors
        } and self._is_wanted(mention.head, draft)

    def _is_wanted(self, head: int, draft: Draft) -> bool:
        party = self.parsed.tokens[head]
        prep = self.parsed.head(party)
        asked = draft.type is EventType.REQUEST and party.dep == "pobj" and prep.lemma == "of"
        return asked and self.parsed.head(prep).lemma in CUSTODY

    def _sentence_actors(self, draft: Draft) -> tuple[Mention, ...]:
        """Return the parties of a draft's sentence that neither tell the report nor are only where it happens."""
        sentence = self.parsed.sentences[self.parsed.tokens[draft.token].sent]
        telling = {p.span for p in self.partners.speaker(self.parsed.span(min(draft.trigger), max(draft.trigger) + 1))}
        clause = self._main_clause(self.parsed.tokens[draft.token])
        inside = [t for t in self.parsed.sentence_tokens(sentence) if self._main_clause(t) == clause]
        passed = {"PRON"} if draft.type is EventType.MOBILIZE else {"PRON", "ADJ"}  # "Iranian missiles" answer nobody
        found = [t for t in inside if t.pos not in passed and not self._is_setting(t)]
        heads = [t.i for t in found if not self._is_aside(t, draft)]

        named = (m for m in self.cast.actors(heads) if not any(m.span.overlaps(span) for span in telling))
        return tuple(m for m in named if m.resolution is not None and "JRN" not in m.resolution.sectors)

    def _asks_somebody(self, draft: Draft) -> bool:
        """Say whether words are to people whom the base does not know: "urged private banks to grant new loans"."""
        slots = self.graph.slots(draft.token)
        asked = [h for name in ("obj", "on", "to") for h in slots.get(name, ()) if self.parsed.tokens[h].pos == "NOUN"]
        telling = self.parsed.tokens[draft.token].lemma in OBJECT_CONTROL | set(CALLING)
        hoped = [s for c in slots.get("comp", ()) for s in self.graph.slots(c).get("subj", ())]
        wished = self.parsed.tokens[draft.token].lemma == "hope" and bool(hoped)
        return draft.type is EventType.REQUEST and "comp" in slots and (wished or (telling and bool(asked)))

    def _is_aside(self, token: Token, draft: Draft) -> bool:
        """Say whether a party stands in a relative clause that the deed is not told in."""
        inside = {t.i for t in self.graph.clause(draft.token)}
        while token.head != token.i:
            told = token.dep == "relcl" and not is_infinitive(self.parsed, token)
            if told or (token.dep == "acl" and token.tag == "VBN"):
                return draft.token not in {t.i for t in self.parsed.subtree(token)} and token.i in inside
            token = self.parsed.head(token)
        return False

    def _is_setting(self, token: Token) -> bool:
        """Say whether a party is a place or a source: "in Chile", "according to Chile"."""
        token = self.parsed.first_joined(token)
        return token.dep == "pobj" and self.parsed.head(token).text.lower() in SETTINGS

    def _main_clause(self, token: Token) -> int:
        """Return the verb of the main clause that a token stands in; joined clauses with own subjects are apart."""
        while token.head != token.i:
            own = token.dep == "conj" and token.pos in {"VERB", "AUX"}
            if own and any(c.dep in {"nsubj", "nsubjpass"} for c in self.parsed.children(token)):
                return token.i
            token = self.parsed.head(token)
        return token.i

    def _is_around(self, token: Token) -> bool:
        """Say whether a protest's aim may stand below: "during a march against", "killings by the police"."""
        deed = token.text.lower() == "by" and self.parsed.head(token).pos == "NOUN"
        return token.dep == "prep" and (deed or token.text.lower() == "during")

    def _leads_on(self, token: Token) -> bool:
        """Say whether what a deed is aimed at may stand below a token: not its doer, place, time or next clause."""
        if token.dep in ASIDE:
            return False
        if token.dep == "prep":
            return token.text.lower() in AIMING
        if token.dep in {"advcl", "ccomp"}:
            return is_infinitive(self.parsed, token)
        return True
