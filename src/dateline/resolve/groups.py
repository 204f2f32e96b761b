"""Pairs: "the two countries", "both leaders", "the three sides", and who they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dateline.knowledge.actor_words import ActorWords
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import MentionKind, Resolution, Token
from dateline.resolve.cast import Cast, Character, Draft
from dateline.resolve.phrases import Phrase
from dateline.resolve.scene import Mentioned, Scene
from dateline.resolve.syntax import Syntax

# Rules of mentions that may only be where something takes place.
PLACES = frozenset({"capital"})
# Rules by which a state is named, or stands for itself by its capital.
NAMED = frozenset({"country name", "capital", "capital for its government"})
MAX_STEPS = 4
# Bodies that are nobody's state.
PRIVATE = frozenset({("BUS",), ("JRN",), ("SOC",), ("LAB",)})
# What takes up one of two named before, and as what it stands.
ONE_OF_TWO = frozenset({"former", "latter"})
FILLING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss"})
# Both of a civil war have them, as two states do.
ARMIES = frozenset({"army", "force", "military"})
# As which a pair has something done to it.
SUFFERING = frozenset({"dobj", "nsubjpass"})
# How many times as often as any other a report names the one land that it is about.
CLEARLY = 3.0
# Who run against one another at home, and all who may be of one land.
RUNNING = frozenset({"candidate", "nominee", "contender", "rival", "finalist", "hopeful", "contestant"})
ALIKE = RUNNING | {"man", "woman"}
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "2": 2, "3": 3}


def pair_size(phrase: Phrase, syntax: Syntax, words: ActorWords) -> int:
    """Return how many a phrase points back to: 2 for "the two countries", 0 when it is no such phrase."""
    lemma = syntax.tokens[phrase.head].lemma
    if is_bare(phrase, syntax):
        return NUMBERS.get(syntax.tokens[phrase.head].text.lower(), 2)
    if lemma in words.pair_single and phrase.head - phrase.first == 1 and syntax.tokens[phrase.first].lemma == "the":
        return 0 if any(syntax.parsed.children(syntax.tokens[phrase.head], "prep")) else 2
    inside = syntax.tokens[phrase.first : phrase.head]
    if lemma in words.paired and [t.text.lower() for t in inside] == ["each"]:
        return 2  # "each side blamed the other"
    if lemma not in words.paired or not syntax.plural(phrase.head):
        return 0
    number = next((NUMBERS[t.text.lower()] for t in inside if t.text.lower() in NUMBERS), 0)
    known = any(t.lemma in {"all", "the", "these", "those", "both", "our", "their"} for t in inside)
    owned = any(t.lemma in {"our", "their"} for t in inside)
    if owned and lemma not in words.pair_owned:
        return 0
    if number and known:
        return number
    if syntax.tokens[phrase.head].text.lower() == "people":
        return 0  # "our people" are one, "our peoples" two
    # "our countries", "their governments", "the sides": two unless a number says otherwise.
    named = any(c.lemma == "of" for c in syntax.parsed.children(syntax.tokens[phrase.head], "prep"))
    bare = len(inside) == 1 and inside[0].lemma == "the" and lemma in words.pair_bare and not named
    return 2 if bare or owned else 0


def is_bare(phrase: Phrase, syntax: Syntax) -> bool:
    """Say whether a phrase is "both", "each" or "the two" and names nothing: "both have signed it"."""
    token = syntax.tokens[phrase.head]
    word = token.text.lower()
    if word not in {"both", "each", "two", "three", "four"} or token.dep in {"appos", "nummod"}:
        return False
    if any(syntax.parsed.children(token, "prep")) or any(c.lemma == "other" for c in syntax.parsed.children(token)):
        return False
    if word == "each":
        return token.dep == "nsubj"
    return word == "both" or syntax.definite(phrase.head)


def members(
    phrase: Phrase, size: int, syntax: Syntax, words: ActorWords, cast: Cast, scene: Scene
) -> tuple[list[Character], tuple[str, ...]]:
    """Return the characters and countries that a pair stands for.

    People for "leaders" and "ministers", countries for "countries" and "governments", whichever is nearer for "sides".
    """
    lemma = syntax.tokens[phrase.head].lemma
    at = phrase.head
    together = _named_together(phrase, syntax, words)
    if len(together) == size:
        return [], together
    if lemma in words.pair_single and syntax.tokens[at].dep in SUFFERING:
        lemma = "man"  # "the pair were arrested"
    people = _people(cast, at, size, lemma, syntax) if lemma not in words.pair_countries else []
    if lemma in RUNNING:
        return people if len(people) == size else [], ()  # candidates are of one land
    if len(people) == size and (lemma in words.pair_persons or _nearer(people, cast, at)):
        countries = tuple(dict.fromkeys(c.resolution.country for c in people if c.resolution and c.resolution.country))
        return people, countries
    if lemma in {"man", "woman"}:
        return [], ()  # "the three men" are no three countries
    told = _told_together(cast, at, lemma, syntax)
    if told:
        return [told] * size, (told.resolution.country,) if told.resolution and told.resolution.country else ()
    bare = is_bare(phrase, syntax)
    here = _two_here(cast, at, syntax) if bare and size == 2 else ()
    pointing = (bare or lemma in words.pair_any) and size == 2 and not here
    joined = _joined(cast, at, syntax, anybody=bare) if pointing else []
    private = phrase.core is not None and phrase.core.noun is not None and phrase.core.noun.sectors[:1] in PRIVATE
    if private and not (joined and all(c.resolution and c.resolution.rule not in NAMED for c in joined)):
        return [], ()  # "both banks" are no two states
    if lemma in words.pair_any and _are_bystanders(joined, scene):
        joined = []
    if here:
        return [], here
    sides = bare or lemma in words.pair_any or lemma in ARMIES
    joined = joined or (_contest(cast, at, scene) if sides and size == 2 else [])
    if joined:
        codes = (c.resolution.country for c in joined if c.resolution)
        return joined, tuple(dict.fromkeys(code for code in codes if code))
    between = _between(cast, at, syntax) if size == 2 else None
    beside, sided = _beside(cast, at, syntax), lemma in words.pair_any
    countries = _countries(cast, at, size, scene, syntax, beside=beside, one=between, sided=sided)
    shown = [c for c in (cast.by_key(("country", code)) for code in countries) if c]
    return shown, countries


def _named_together(phrase: Phrase, syntax: Syntax, words: ActorWords) -> tuple[str, ...]:
    """Return the states that go by one name before a noun: "the three Baltic ministers"."""
    inside = (t.text for t in syntax.tokens[phrase.first : phrase.head] if t.text[:1].isupper())
    found = (words.definites.get(f"{text.lower()}_states") for text in inside)
    return tuple(sorted(next((states for states in found if states), ())))


def pair_resolution(
    phrase: Phrase, syntax: Syntax, words: ActorWords, countries: tuple[str, ...], sectors: tuple[str, ...]
) -> Resolution:
    """Return the resolution of a pair: several countries, and GOV for governments, leaders and ministers."""
    lemma = syntax.tokens[phrase.head].lemma
    alone = len(countries) == 1 and lemma in words.pair_any
    rule = "pair of countries" if lemma in words.pair_countries | words.pair_any else "pair of people"
    return Resolution(
        name=syntax.words(phrase.first, phrase.last),
        country=countries[0],
        sectors=sectors,
        score=0.7,
        rule="sides within a country" if alone else rule,
        countries=countries,
    )


def partners(cast: Cast, sentence: int, syntax: Syntax) -> tuple[Draft, ...]:
    """Return who met whom in the sentence before: a subject, and whom its verb or meeting is "with".

    Args:
        cast: Everyone named so far.
        sentence: The sentence of the pronoun that goes back to both.
        syntax: The story.
    """
    told = [d for c in cast.characters for d in c.drafts if d.sentence == sentence - 1 and _is_somebody(d)]
    doers = [d for d in told if d.subject]
    others = [d for d in told if not d.subject and _is_met(d, syntax)]
    for doer in doers:
        for other in others:
            if doer.resolution and other.resolution and doer.resolution.country != other.resolution.country:
                return doer, other
    return ()


def joined_before(cast: Cast, at: int, syntax: Syntax) -> list[tuple[Draft, ...]]:
    """Return the actors that the story named together before a token, each list in text order.

    Only what is of one kind counts: people with people, bodies and states among themselves.

    Args:
        cast: Everyone named so far.
        at: The token of the pronoun.
        syntax: The story.
    """
    near = syntax.tokens[at].sent - 1
    told = {d.head: d for c in cast.characters for d in c.drafts if d.sentence >= near and d.head < at}
    told = {i: d for i, d in told.items() if not d.modifier and d.resolution and (d.resolution.country or d.person)}
    found: dict[int, list[Draft]] = {}
    for head in sorted(told):
        top = syntax.first_joined(head)
        if top.i != head and top.i in told and bool(told[top.i].person) == bool(told[head].person):
            found.setdefault(top.i, [told[top.i]]).append(told[head])
    return [tuple(members) for members in found.values()]


def is_one_of_two(token: Token, syntax: Syntax) -> bool:
    """Say whether a word is "the former" or "the latter" alone: "the latter accused Lima", not "the former minister".

    Args:
        token: A word.
        syntax: The story.
    """
    alone = token.text.lower() in ONE_OF_TWO and token.dep in FILLING
    return alone and any(c.lemma == "the" for c in syntax.parsed.children(token, "det"))


def one_of_two(cast: Cast, at: int, syntax: Syntax) -> Draft | None:
    """Return whom "the former" or "the latter" means: of the two lands' parties that were named just before.

    Args:
        cast: Everyone named so far.
        at: The word.
        syntax: The story.
    """
    token = syntax.tokens[at]
    told = {d.head: d for c in cast.characters for d in c.drafts if d.head < at and d.kind is not MentionKind.PRONOUN}
    for sentence in (token.sent, token.sent - 1):
        near = [d for _, d in sorted(told.items()) if d.sentence == sentence and not d.modifier and d.resolution]
        first = {d.resolution.country: d for d in reversed(near) if d.resolution and d.resolution.country}
        if len(first) == 2:
            pair = sorted(first.values(), key=lambda d: d.head)
            return pair[token.text.lower() == "latter"]
    return None


def both_resolution(both: tuple[Draft, ...]) -> Resolution:
    """Return the resolution of two who met, taken together."""
    known = [d.resolution for d in both if d.resolution]
    held = {r.sectors[:1] for r in known if r.sectors}
    # Two of one land, or two who both rule: the first named says what both are.
    ruling = held <= {("GOV",), ("ELI",), ("LEG",), ("MIL",)}
    alike = len(held) == 1 or len({r.country for r in known}) == 1 or ruling
    return Resolution(
        name=" and ".join(r.name for r in known),
        country=known[0].country,
        sectors=next((r.sectors[:1] for r in known if r.sectors), ()) if alike else (),
        score=0.6,
        rule="pronoun: pair of people",
        countries=tuple(r.country for r in known if r.country),
    )


def _is_somebody(draft: Draft) -> bool:
    known = draft.resolution
    return not draft.modifier and not draft.plural and known is not None and bool(known.country) and not known.countries


def _is_met(draft: Draft, syntax: Syntax) -> bool:
    above = syntax.governor(draft.head)
    return above.lemma == "with" or (above.lemma == "meet" and syntax.tokens[draft.head].dep == "dobj")


def _two_here(cast: Cast, at: int, syntax: Syntax) -> tuple[str, ...]:
    """Return the two countries that a sentence has named before "both"; nothing for one or more than two."""
    named = [
        d.resolution.country
        for c in cast.characters
        for d in c.drafts
        if d.head < at and d.sentence == syntax.tokens[at].sent and d.resolution and d.resolution.country
    ]
    codes = tuple(dict.fromkeys(code for code in named if code and code not in INTERNATIONAL))
    return codes if len(codes) == 2 else ()


def _contest(cast: Cast, at: int, scene: Scene) -> list[Character]:
    """Return a government and the rebels of its country, where the story is mostly about them: the sides of a war."""
    known = [(c, c.resolution) for c in _before(cast, at) if c.resolution]
    rebels = next(((c, r) for c, r in known if not c.person and _contests(r, scene)), None)
    if rebels is None:
        return []
    ruling = [(c, r) for c, r in known if r.sectors[:1] in {("GOV",), ("MIL",), ()} and r.rule not in PLACES]
    beside = {d.sentence for d in rebels[0].drafts}  # of whom no word says it, whoever stands beside them tells it
    near = (r.country for c, r in ruling if beside & {d.sentence for d in c.drafts} and r.sectors)
    land = rebels[1].country or next(near, None)
    if land is None or _others_act(cast, at, land, rebels[0]):
        return []
    other = next((c for c, r in ruling if r.country == land and c is not rebels[0]), None)
    return [other or rebels[0], rebels[0]]


def _contests(known: Resolution, scene: Scene) -> bool:
    """Say whether a party is one side of a contest within a land: its rebels, or its opposition."""
    rebels = "REB" in known.sectors and known.country in {None, *scene.top(2)}
    return rebels or ("OPP" in known.sectors and known.country in {None, *scene.top(1)})


def _others_act(cast: Cast, at: int, land: str, rebels: Character) -> bool:
    """Say whether another state takes part more than the rebels do: a war of two states, and not at home."""
    counts: Counter[str] = Counter()
    for character in _before(cast, at):
        known = character.resolution
        if known is None or not known.country or known.rule in PLACES or known.country in INTERNATIONAL:
            continue
        counts[known.country] += sum(d.subject and not d.modifier and d.head < at for d in character.drafts)
    told = sum(d.head < at for d in rebels.drafts)
    return any(count > told for code, count in counts.items() if code != land)


def _told_together(cast: Cast, at: int, lemma: str, syntax: Syntax) -> Character | None:
    """Return several of one land that were just called so: "Libya's rival governments"."""
    for character in _before(cast, at):
        last = max((d for d in character.drafts if d.head < at), key=lambda d: d.head)
        if syntax.tokens[at].sent - last.sentence > 1:
            continue
        known = character.resolution
        if last.plural and last.lemma == lemma and _is_of_one_land(known):
            return character
    return None


def _is_of_one_land(known: Resolution | None) -> bool:
    return known is not None and known.country not in {None, *INTERNATIONAL} and not known.countries


def _joined(cast: Cast, at: int, syntax: Syntax, *, anybody: bool = False) -> list[Character]:
    """Return the last two actors that the story joined before: "the government and a rebel group declared ..."."""
    owners = {d.head: c for c in cast.characters for d in c.drafts if d.head < at and c.resolution}
    for head in sorted(owners, reverse=True):
        token = syntax.tokens[head]
        if anybody and syntax.tokens[at].sent - token.sent > 1:
            return []
        if token.dep == "conj" and token.head in owners and owners[token.head] is not owners[head]:
            pair = [owners[token.head], owners[head]]
            lands = {c.resolution.country for c in pair if c.resolution}
            if anybody and len(lands) < 2 and not all(c.person for c in pair):
                return []
            return pair if anybody or all(_is_party(c) for c in pair) else []
    return []


def _are_bystanders(joined: list[Character], scene: Scene) -> bool:
    """Say whether two states are not whom the story is about: no "two sides" of its quarrel."""
    lands = {c.resolution.country for c in joined if c.resolution and c.resolution.rule in NAMED}
    return len(lands) == 2 and lands.isdisjoint(scene.top(2))


def _is_party(character: Character) -> bool:
    resolution = character.resolution
    armed = resolution is not None and not {"REB", "GOV", "OPP", "MIL", "SEP"}.isdisjoint(resolution.sectors)
    return resolution is not None and (armed or (not character.person and resolution.country is not None))


def _people(cast: Cast, at: int, size: int, lemma: str, syntax: Syntax) -> list[Character]:
    found: list[Character] = []
    telling = _doers(syntax, at)
    for character in _before(cast, at):
        if not character.person or character.latest.plural or character.resolution is None:
            continue
        if any(d.head in telling for d in character.drafts):
            continue  # whoever telephones "both leaders" is neither
        code = character.resolution.country
        if lemma not in ALIKE and (code is None or code in {c.resolution.country for c in found if c.resolution}):
            continue
        found.append(character)
        if len(found) == size:
            break
    return found


def _doers(syntax: Syntax, at: int) -> frozenset[int]:
    """Return the subjects of the verb that a phrase is an argument of, a relative clause's noun included.

    Whoever tells what the phrase does is none of them either: "the envoy said the two men had agreed".
    """
    verb = syntax.governor(at)
    if verb.pos == "ADP":
        verb = syntax.tokens[verb.head]
    if syntax.subject(at):
        if verb.dep != "ccomp":
            return frozenset()
        verb = syntax.tokens[verb.head]
    if verb.pos not in {"VERB", "AUX"}:
        return frozenset()
    found = {c.i for c in syntax.parsed.children(verb, "nsubj", "nsubjpass")}
    return frozenset(found | ({verb.head} if verb.dep == "relcl" else set()))


def _before(cast: Cast, at: int) -> list[Character]:
    return [c for c in cast.recent() if any(d.head < at for d in c.drafts)]


def _nearer(people: list[Character], cast: Cast, at: int) -> bool:
    """Say whether the people were named after the last pair of countries."""
    oldest = min(max(d.head for d in c.drafts if d.head < at) for c in people)
    lands = [c for c in _before(cast, at) if c.resolution and c.resolution.rule == "country name" and not c.person]
    if len(lands) < 2:
        return True
    return oldest > max(d.head for d in lands[1].drafts if d.head < at)


def _beside(cast: Cast, at: int, syntax: Syntax) -> frozenset[str]:
    """Return the country of whoever does something to a pair: the envoy of Peru who "thanked both countries"."""
    if syntax.subject(at):
        return frozenset()
    doing = _doers(syntax, at)
    known = (d.resolution for c in cast.characters for d in c.drafts if d.head in doing)
    return frozenset(r.country for r in known if r is not None and r.country and r.country not in INTERNATIONAL)


def _between(cast: Cast, at: int, syntax: Syntax) -> str | None:
    """Return the country of whoever speaks of what is "between the two countries": one of the two is his."""
    prep = syntax.governor(at)
    if prep.lemma != "between":
        return None
    verb = prep
    for _ in range(MAX_STEPS):
        verb = syntax.tokens[verb.head]
        if verb.pos in {"VERB", "AUX"} or verb.head == verb.i:
            break
    doing = {c.i for c in syntax.parsed.children(verb, "nsubj", "nsubjpass")}
    known = (d.resolution for c in cast.characters for d in c.drafts if d.head in doing and not d.plural)
    return next((r.country for r in known if r and r.country and r.country not in INTERNATIONAL), None)


def _countries(
    cast: Cast,
    at: int,
    size: int,
    scene: Scene,
    syntax: Syntax,
    *,
    beside: frozenset[str],
    one: str | None = None,
    sided: bool = False,
) -> tuple[str, ...]:
    """Return those named together just before, else the countries named most so far, else in the story."""
    coordinated = _coordinated(cast, at, size, beside=beside) or _listed(cast, at, size, syntax)
    if not coordinated:
        row = _named_in_a_row(scene, at, size, syntax) if size > 2 else None
        coordinated = row or (_opening_pair(cast, at, syntax, beside=beside) if size == 2 else None)
    if coordinated and not (sided and set(coordinated).isdisjoint(scene.top(2))):
        return coordinated
    if sided and (alone := _only_land(scene)):
        return (alone,)
    out = INTERNATIONAL | beside
    counted = [code for code, _ in cast.countries.most_common() if code not in out]
    ranked = [code for code in counted if code in scene.top(4)] or counted
    for code in scene.ranked:
        only_host = sided and code == scene.dateline and code not in scene.named.union(scene.lands.values())
        if code not in ranked and code not in INTERNATIONAL and code not in beside and not only_host:
            ranked.append(code)
    if one:
        ranked = [one, *(code for code in ranked if code != one)]
    if size > 2 and len(ranked) < size:
        return ()  # "the four ministers", of whom the story has named two
    return tuple(sorted(ranked[:size])) if len(ranked) >= size else tuple(ranked)


def _only_land(scene: Scene) -> str | None:
    """Return the land of a report that is about no other: its "both sides" are a union and a firm, or two parties."""
    ranked = [code for code in scene.ranked if code not in INTERNATIONAL]
    shares = [scene.share(code) for code in ranked[:2]]
    alone = len(shares) == 1 or (len(shares) == 2 and shares[1] * CLEARLY <= shares[0])
    return ranked[0] if alone else None


def _listed(cast: Cast, at: int, size: int, syntax: Syntax) -> tuple[str, ...] | None:
    """Return the countries of the last list of just so many: "Kenya, Uganda and Tanzania"."""
    lists = joined_before(cast, at, syntax)
    codes = (tuple(d.resolution.country for d in members if d.resolution) for members in lists)
    fitting = [tuple(c for c in dict.fromkeys(found) if c) for found in codes]
    return next((found for found in reversed(fitting) if len(found) == size), None)


def _named_in_a_row(scene: Scene, at: int, size: int, syntax: Syntax) -> tuple[str, ...] | None:
    """Return the lands of a list of just so many: of the one that follows in the sentence, else of the last before.

    "The four countries behind the craft, France, Germany, Spain and Britain"; "Russia, Turkey and Iran. The three ...".
    """
    rows: list[list[Mentioned]] = []
    for land in (m for m in scene.mentioned if not m.describes):
        if rows and _is_next(rows[-1][-1], land, syntax):
            rows[-1].append(land)
        else:
            rows.append([land])
    fitting = [row for row in rows if len(row) == size == len({m.land for m in row})]
    after = [r for r in fitting if r[0].token > at and _is_beside(syntax.tokens[at : r[0].token + 1])]
    before = [r for r in fitting if r[-1].token < at]
    row = next(iter([*after[:1], *reversed(before)]), None)
    return tuple(m.land for m in row) if row else None


def _is_beside(tokens: Sequence[Token]) -> bool:
    """Say whether no verb stands between a group and a list: "joined by France and Italy" tells of others."""
    return tokens[0].sent == tokens[-1].sent and all(t.pos != "VERB" for t in tokens)


def _is_next(first: Mentioned, second: Mentioned, syntax: Syntax) -> bool:
    """Say whether only a comma or "and" stands between two names of lands."""
    between = syntax.tokens[first.token + 1 : second.token]
    return bool(between) and all(t.text in {",", "and", "the"} or t.dep == "compound" for t in between)


def _opening_pair(cast: Cast, at: int, syntax: Syntax, *, beside: frozenset[str]) -> tuple[str, ...] | None:
    """Return the two lands that a report opens with side by side: "Latvian and Estonian engineers ... both armies"."""
    told = sorted((d for c in cast.characters for d in c.drafts if d.head < at), key=lambda d: d.head)
    known = {d.head: d.resolution.country for d in told if d.resolution and d.resolution.country and not d.sentence}
    for head, code in known.items():
        token = syntax.tokens[head]
        first = known.get(token.head) if token.dep == "conj" else None
        more = any(syntax.parsed.children(token, "conj"))
        if first and first != code and not more and not {first, code} & (INTERNATIONAL | beside):
            return first, code
    return None


def _coordinated(cast: Cast, at: int, size: int, *, beside: frozenset[str]) -> tuple[str, ...] | None:
    drafts: list[Draft] = sorted(
        (
            d
            for c in cast.characters
            for d in c.drafts
            if d.head < at and d.resolution and d.resolution.rule in NAMED and d.resolution.country not in beside
        ),
        key=lambda d: -d.head,
    )
    for right, left in pairwise(drafts):
        near = right.sentence == left.sentence and right.first - left.last in {1, 2} and size == 2
        if near and right.resolution and left.resolution and right.resolution.country != left.resolution.country:
            pair = (left.resolution.country, right.resolution.country)
            return tuple(c for c in pair if c)
        break
    return None
