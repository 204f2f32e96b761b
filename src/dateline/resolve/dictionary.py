"""Mentions from a user's PETRARCH or TABARI dictionaries, in place of the offline base."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dateline.knowledge.petrarch import ActorEntry, AgentEntry, Phrase
from dateline.model import Mention, MentionKind, ParsedStory, Resolution, ResolvedStory, Token

_Entry = TypeVar("_Entry", ActorEntry, AgentEntry)

# Codes that say "known, but not to be coded" and "discard".
NULL_CODES = frozenset({"---", "+++", "###"})
# How an agent and its actor hang together: "Gondor's government", "Arnor police", "the government of Gondor".
INSIDE = frozenset({"poss", "compound", "amod", "nmod", "appos"})


@dataclass(frozen=True, slots=True)
class Match:
    """Dictionary words found in the text: tokens `[first, last)` and what they stand for."""

    first: int
    last: int
    codes: tuple[str, ...]
    roles: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


class DictionaryResolver:
    """Finds dictionary actors and agents and joins those of one noun phrase.

    The longest phrase wins; the story's date picks among dated codes; an agent without an actor keeps
    no country, only its role (PETRARCH writes `---GOV`).
    """

    def __init__(self, actors: Iterable[ActorEntry], agents: Iterable[AgentEntry] = ()) -> None:
        self._actors = _index((p, entry) for entry in actors for p in entry.phrases)
        self._agents = _index((p, entry) for entry in agents for p in entry.phrases)

    def resolve(self, parsed: ParsedStory) -> ResolvedStory:
        """Return the story with one mention for every actor, agent, or actor with its agent."""
        day = parsed.story.day
        found = self._matches(parsed, day)
        mentions = [_mention(n, match, head, parsed) for n, (head, match) in enumerate(_joined(found, parsed))]
        return ResolvedStory(parsed=parsed, mentions=tuple(mentions), toponyms=(), timexes=())

    def _matches(self, parsed: ParsedStory, day: date | None) -> list[Match]:
        found = []
        i = 0
        words = [token.text.lower() for token in parsed.tokens]
        while i < len(words):
            actor = _longest(self._actors, words, i)
            agent = _longest(self._agents, words, i)
            match: Match | None = None
            if actor and (not agent or len(actor[0].words) >= len(agent[0].words)):
                match = Match(i, i + len(actor[0].words), actor[1].code_on(day))
            elif agent:
                role = (agent[1].role,)
                last = i + len(agent[0].words)
                match = Match(i, last, (), () if agent[1].before else role, role if agent[1].before else ())
            if match:
                found.append(match)
            i = match.last if match else i + 1
        return found


def occurs(entry: Phrase, words: Sequence[str]) -> bool:
    """Say whether a dictionary phrase stands anywhere among lower-case words."""
    return any(_fits(entry, words, i) for i in range(len(words)))


def _index(pairs: Iterable[tuple[Phrase, _Entry]]) -> dict[str, list[tuple[Phrase, _Entry]]]:
    table: dict[str, list[tuple[Phrase, _Entry]]] = {}
    for words, entry in pairs:
        if words.words:
            table.setdefault(words.words[0][:3], []).append((words, entry))
    for entries in table.values():
        entries.sort(key=lambda pair: (-len(pair[0].words), pair[0].stem, -len(pair[0].words[-1])))
    return table


def _longest(
    table: dict[str, list[tuple[Phrase, _Entry]]], words: Sequence[str], i: int
) -> tuple[Phrase, _Entry] | None:
    return next((pair for pair in table.get(words[i][:3], ()) if _fits(pair[0], words, i)), None)


def _fits(entry: Phrase, words: Sequence[str], i: int) -> bool:
    if i + len(entry.words) > len(words):
        return False
    *firm, final = entry.words
    if any(words[i + n] != word for n, word in enumerate(firm)):
        return False
    last = words[i + len(firm)]
    return last == final or (entry.stem and last.startswith(final))


def _joined(found: Sequence[Match], parsed: ParsedStory) -> list[tuple[Token, Match]]:
    heads = [(_head(match, parsed), match) for match in found]
    agents = {head.i: match for head, match in heads if match.roles or match.before}
    actors = {head.i: match for head, match in heads if match.codes}
    joined: dict[int, tuple[Token, Match]] = {}
    taken: set[int] = set()
    for head, match in heads:
        if not match.codes:
            continue
        above = _agent_above(head, agents, parsed)
        if above is None:
            joined[head.i] = (head, match)
            continue
        agent = agents[above.i]
        taken.add(above.i)
        first, last = min(match.first, agent.first), max(match.last, agent.last)
        earlier = joined[above.i][1].codes if above.i in joined else ()
        joined[above.i] = (above, Match(first, last, (*earlier, *match.codes), agent.roles, agent.before))
    for i, agent in agents.items():
        if i in taken:
            continue
        below = _actor_below(parsed.tokens[i], actors, parsed)
        if below is None:
            joined[i] = (parsed.tokens[i], agent)
        elif below.i in joined:
            actor = joined[below.i][1]
            first, last = min(actor.first, agent.first), max(actor.last, agent.last)
            joined[below.i] = (below, Match(first, last, actor.codes, agent.roles, agent.before))
    return [joined[i] for i in sorted(joined)]


def _head(match: Match, parsed: ParsedStory) -> Token:
    inside = parsed.tokens[match.first : match.last]
    return next((t for t in inside if not match.first <= t.head < match.last or t.head == t.i), inside[-1])


def _agent_above(head: Token, agents: dict[int, Match], parsed: ParsedStory) -> Token | None:
    token = head
    for _ in range(4):
        above = parsed.head(token)
        if token.dep == "conj":
            token = above
            continue
        if token.dep == "pobj" and above.lemma in {"of", "from", "in"}:
            above, token = parsed.head(above), above
            return above if above.i in agents else None
        if token.dep not in INSIDE or above.i == token.i:
            return None
        if above.i in agents:
            return above
        # "Gondor's Prime Minister Falastur": the title hangs on a name that no dictionary knows.
        title = next((child for child in parsed.children(above, "compound") if child.i in agents), None)
        if title is not None:
            return title
        token = above
    return None


def _actor_below(head: Token, actors: dict[int, Match], parsed: ParsedStory) -> Token | None:
    above = parsed.head(head)
    return above if head.dep in {"compound", "amod", "nmod"} and above.i in actors else None


def _mention(number: int, match: Match, head: Token, parsed: ParsedStory) -> Mention:
    codes = tuple(code for code in match.codes if code not in NULL_CODES)
    span = parsed.span(match.first, match.last)
    return Mention(
        i=number,
        first=match.first,
        last=match.last,
        head=head.i,
        span=span,
        kind=MentionKind.NAME,
        chain=number,
        resolution=_resolution(codes, match, span.of(parsed.story.text)) if codes or not match.codes else None,
    )


def _resolution(codes: tuple[str, ...], match: Match, words: str) -> Resolution:
    # `NGO~` writes the role first: a human rights group in Chile becomes NGOCHL.
    first = "".join(match.before) + codes[0] if codes else "".join(("---", *match.before))
    sectors = _threes(first[3:])
    for role in match.roles:
        sectors.extend(part for part in _threes(role) if part not in sectors)
    return Resolution(
        name=words,
        country=first[:3].replace("---", "") or None,
        sectors=tuple(sectors),
        score=1.0,
        rule="user dictionary",
        countries=tuple(code[:3] for code in codes) if len(codes) > 1 else (),
    )


def _threes(text: str) -> list[str]:
    return [text[i : i + 3] for i in range(0, len(text), 3)]
