"""To which land people and services belong of whom no word says it.

One order of evidence holds for all of them, the strongest first:

1. the place of their own clause: what stands with themselves or with the deed that they do or suffer ("killed two
   guards at a depot in Lima"), then what opens the clause or one before it ("In Lima, police used water cannon");
2. the scene that an earlier sentence of the paragraph has opened so;
3. the story's land: what its dateline, its places and its sentences weigh together (`Scene`).

A land that is only named by the way, beside another party or in brackets, is never theirs.
"""

from __future__ import annotations

from dateline.knowledge.actor_words import ActorWords
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import Entity, MentionKind, Token
from dateline.resolve.cast import Character
from dateline.resolve.descriptions.nominals import LOCAL
from dateline.resolve.lands.land_counts import LOCATIVE
from dateline.resolve.lands.scene import Scene
from dateline.resolve.lands.weighed_lands import WeighedLands
from dateline.resolve.pieces.syntax import Syntax
from dateline.resolve.pronouns import bindings

PLACE_DEPTH = 2
# The share of the named of a story without lands that one land must have to be everybody's.
SHARED = 0.6
# Sectors of those who may act abroad, and are at home where they suffer.
ROVING = frozenset({"MIL", "GOV"})
SUFFERING = frozenset({"dobj", "nsubjpass"})
# "Will not recognise any government": of whichever land.
WHICHEVER = frozenset({"any", "every", "each", "no", "whatever", "whichever"})
# What may stand before the words that open a clause: "And in Lagos, ...".
OPENING = frozenset({"cc", "punct", "advmod", "mark", "npadvmod"})


class Belonging:
    """Answers for one story; made anew for each."""

    def __init__(self, syntax: Syntax, scene: Scene, words: ActorWords) -> None:
        """Prepare a story.

        Args:
            syntax: The story.
            scene: Its lands.
            words: The shipped word lists: what people do or suffer where they live, who is a guest, who tells.
        """
        self._syntax = syntax
        self._scene = scene
        self._never, self._homes = words.never, words.homes
        self._deeds, self._guests = words.definites["local_deeds"], words.definites["guests"]
        self._abroad, self._everywhere = words.definites["abroad"], words.definites["everywhere"]
        self._market = words.definites["market_people"]
        self._lists, self._abroad_deeds = words.pronouns, words.definites["foreign_deeds"]
        self._opened = self._openings(words.pronouns["speech"])
        self._weighed = WeighedLands(syntax, scene)

    def of_people(self, character: Character) -> str | None:
        """Return the land of somebody whom nothing else in the story gives one."""
        first = character.drafts[0]
        plain = character.resolution is not None and character.resolution.sectors[:1] == ("CVL",)
        anyone = WHICHEVER - {"no"} if plain else WHICHEVER  # "no casualties" would be the story's
        if self._is_whichever(first.head, anyone) or self._is_of_many_lands(first.head):
            return None
        own = self.homeland(character.resolution.entity if character.resolution else None)
        if own:
            return own
        one = character.person and not character.plural
        local = first.kind is not MentionKind.NAME
        if first.sentence == 0 and first.subject and not local and not character.person and self._scene.dateline:
            return self._scene.dateline  # "OTTAWA, June 3 - Roe Systems Ltd said ..."
        if character.lemmas & self._market and (only := self._scene.only(first.sentence)):
            return only  # "Philippine shares closed flat, dealers said", in a round of many markets
        place = None if one else self._own_place(first.head) or self._opened_before(first.head)
        return (
            place
            or self._scene.home(first.sentence, local=local)
            or self._scene.likeliest(first.sentence, local=local)
            or self.of_everyone
        )

    @property
    def of_everyone(self) -> str | None:
        """The land that most of whom the story has named share, where it names no land: a report on one land's vote."""
        if self._scene.ranked:
            return None
        counts = self._scene.bearers
        code, most = min(counts.items(), key=lambda x: (-x[1], x[0]), default=("", 0))
        return code if most and most >= SHARED * counts.total() and code not in INTERNATIONAL else None

    @property
    def lands(self) -> frozenset[str]:
        """The lands that the story names, else the one that most of whom it names share."""
        return self._scene.told or frozenset(code for code in (self.of_everyone,) if code)

    def homeland(self, people: Entity | None) -> str | None:
        """Return the land of the story in which a people without a state lives; None for others.

        Of several it is the one in which things happen most: whoever acts against them is named as often.
        """
        lands = self._homes.get(people.name, ()) if people else ()
        return next((code for code in self._scene.grounds if code in lands), None)

    def of_office(
        self, head: int, sectors: tuple[str, ...], *, lemma: str = "", stays: bool = False, within: str = ""
    ) -> str | None:
        """Return the land of an office or service, by the head of its mention.

        Args:
            head: Head token of the mention.
            sectors: What the office is.
            lemma: The noun that names it; a diplomat is of the other land of a report that comes from one.
            stays: It acts at home, as ministries do: "In Vilnius, the Foreign Ministry"; a minister may be anywhere.
            within: The body that its words name: no land without a foreign ministry has "a Foreign Ministry official".
        """
        if self._is_whichever(head):
            return None
        if lemma in self._guests and self._scene.reporting:
            return self._scene.other
        local = bool(set(sectors[:1]) & LOCAL)
        suffers = bool(set(sectors[:1]) & ROVING) and self._syntax.first_joined(head).dep in SUFFERING
        opens, never = self._opens_own(head), self._lacking(lemma) | self._lacking(within)
        place = self._own_place(head) if local or suffers else None
        place = place or (self._opened_before(head) if local else opens if stays else None)
        if place and place not in never:
            return place
        return self._weighed.of(head, never=never, facing=self._facing(head), opens=opens) or self.of_everyone

    def _facing(self, head: int) -> frozenset[str]:
        """Return the lands that do to an office what states do to others: "Canberra urged the prime minister"."""
        verb = self._syntax.governor(head)
        verb = self._syntax.tokens[verb.head] if verb.pos == "ADP" else verb
        if self._syntax.subject(head) or verb.lemma not in self._abroad_deeds:
            return frozenset()
        doers = bindings.doers(self._syntax, head, self._lists)
        return frozenset(self._scene.lands[i] for i in doers if i in self._scene.lands)

    def of_official(self, head: int, sectors: tuple[str, ...], title: str) -> str | None:
        """Return the land of somebody named with a post and no land, as an office's."""
        if title.split(" ")[-1:] == ["leader"] and (place := self._opens_own(head)):
            return place  # "in Athens, opposition leader Costas Roe said"
        return self.of_office(head, sectors, lemma=title)

    def _lacking(self, lemma: str) -> frozenset[str]:
        """Return the countries that have no post of that name."""
        body = lemma.rpartition(" ")[0]  # the ministry of "foreign ministry official"
        lacking = self._never.get(lemma) or self._never.get(lemma.removesuffix("s"))
        return lacking or (self._never.get(body, frozenset()) if body.endswith(("ministry", "office")) else frozenset())

    def _is_whichever(self, head: int, words: frozenset[str] = WHICHEVER) -> bool:
        return any(c.lemma in words for c in self._syntax.parsed.children(self._syntax.tokens[head], "det"))

    def _is_of_many_lands(self, head: int) -> bool:
        """Say whether people are from elsewhere or all over: "foreign mercenaries", "arrested in 38 countries"."""
        tokens = self._syntax.tokens
        if any(c.lemma in self._abroad for c in self._syntax.parsed.children(tokens[head], "amod")):
            return True
        sentence = self._syntax.parsed.sentences[tokens[head].sent]
        inside = self._syntax.parsed.sentence_tokens(sentence)
        return any(t.lemma in self._everywhere or self._counts_lands(t) for t in inside)

    def _counts_lands(self, token: Token) -> bool:
        """Say whether a phrase counts the lands in which something is done: "in 39 countries"."""
        above = self._syntax.tokens[token.head]
        counted = any(c.ent == "CARDINAL" or c.pos == "NUM" for c in self._syntax.parsed.children(token, "nummod"))
        return token.lemma == "country" and counted and above.pos == "ADP" and above.lemma in {"in", "across"}

    def _own_place(self, head: int) -> str | None:
        """Return the land of a place that stands with a party or with the deed that it does or suffers."""
        if self._syntax.tokens[min(head + 1, len(self._syntax.tokens) - 1)].text == "here":
            return self._scene.dateline  # "judges here"
        verb = self._syntax.governor(head)
        verb = self._syntax.tokens[verb.head] if verb.pos == "ADP" and verb.dep == "agent" else verb
        heads = (head, verb.i) if verb.lemma in self._deeds else (head,)
        return next((c for i in heads if (c := self._below(i, steps=PLACE_DEPTH))), None)

    def _below(self, i: int, *, steps: int) -> str | None:
        """Return the land of a place that hangs on a token by "in", "near" or the like, at most so many steps down."""
        for preposition in self._syntax.parsed.children(self._syntax.tokens[i], "prep"):
            for noun in self._syntax.parsed.children(preposition, "pobj"):
                if preposition.lemma in LOCATIVE and noun.i in self._scene.lands:
                    return self._scene.lands[noun.i]
                inner = self._below(noun.i, steps=steps - 1) if steps else None
                if inner:
                    return inner
        return None

    def _opened_before(self, head: int) -> str | None:
        """Return the land of the last place that has opened a clause in the paragraph before a token."""
        own = self._segment(head)
        held = [land for i, land in self._opened if i < head and self._segment(i) == own]
        return held[-1] if held else None

    def _opens_own(self, head: int) -> str | None:
        """Return the land of the place that opens the very clause of which a token is the subject."""
        verb = self._syntax.governor(head)
        before = [p for p in self._syntax.parsed.children(verb, "prep") if p.i < head and p.text.lower() in LOCATIVE]
        nouns = [n.i for p in before for n in self._syntax.parsed.children(p, "pobj")]
        lands = (self._scene.lands[i] for i in nouns if i in self._scene.lands)
        return next(lands, None) if self._syntax.subject(head) else None

    def _segment(self, i: int) -> int:
        return self._syntax.parsed.sentences[self._syntax.tokens[i].sent].segment

    def _openings(self, speech: frozenset[str]) -> list[tuple[int, str]]:
        """Return the places that open clauses, each with its token, in text order."""
        found = []
        for token in self._syntax.tokens:
            if token.dep != "prep" or token.text.lower() not in LOCATIVE or not self._opens(token, speech):
                continue
            nouns = self._syntax.parsed.children(token, "pobj")
            land = next((code for noun in nouns if (code := self._scene.lands.get(noun.i))), None)
            if land:
                found.append((token.i, land))
        return found

    def _opens(self, preposition: Token, speech: frozenset[str]) -> bool:
        """Say whether a phrase stands before everything else of its clause, which tells of more than words."""
        verb, first = self._syntax.tokens[preposition.head], preposition
        if verb.dep == "npadvmod":
            verb, first = self._syntax.tokens[verb.head], verb  # "Sunday in Lima two men were shot"
        if verb.pos not in {"VERB", "AUX"} or verb.i < preposition.i or verb.lemma in speech:
            return False
        before = (c for c in self._syntax.parsed.children(verb) if c.i < first.i)
        return all(c.dep in OPENING for c in before)
