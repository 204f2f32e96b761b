"""Who "he", "it" and "they" are: the best character so far that agrees, by recency, role and paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.actor_words import ActorWords
from dateline.model import EntityKind, MentionKind, Resolution, Token
from dateline.resolve import bindings, prominence
from dateline.resolve.cast import Cast, Character, Draft
from dateline.resolve.syntax import Syntax

# How many sentences back an antecedent may lie: people stay in mind longer than things.
REACH_PERSON = 6
REACH_OTHER = 3
# What an object gains whose verb judges it for what the pronoun did.
JUDGED = 4.0

# What the subject gains whose verb stands above the pronoun: "the league, which Chad has joined, said it would".
COMMANDING = 1.0

# What the speaker of a quotation loses for a pronoun inside it, and within how many sentences.
QUOTED, SPEAKING = 3.0, 2

# What somebody loses of whom nothing tells the gender, and a name of "she", as most names in the news are of "he".
UNTOLD, UNTOLD_NAME = 1.0, 1.0
# What the doer of a possessive's own clause gains, where another verb's object it is ("urged Peru to cut its debt"),
# where one body is "they", whom the possessive's noun is joined to ("Lee and his aides"), and what a speaker loses.
DOING, DOING_PERSON, NO_SUBJECT, MANY, BESIDE, SPEAKER = 1.5, 1.0, 1.5, 1.0, 3.5, 5.0

# What a thing loses for "its", which the news has mostly of states and firms.
OWNING = 1.0

# What whoever does to a thing what is done to another's loses for its possessive.
ANOTHERS = 3.0

# How deep in somebody's words a name may stand.
TOLD_DEPTH = 40

# Rules of countries, which "they" does not go back to.
LANDS = frozenset({"country name", "capital", "capital for its government", "the country", "seat of power"})


# Subjects of which a noun may tell for the first time who it was: "It was a nurse. She ...".
NOBODY = frozenset({"it", "there", "this", "that", "who", "which", "what"})


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun phrase that is no actor; it competes for "it" and "they"."""

    head: int
    sentence: int
    plural: bool
    subject: bool


@dataclass(frozen=True, slots=True)
class Form:
    """What a pronoun agrees with."""

    gender: str | None
    person: bool
    plural: bool
    possessive: bool
    reflexive: bool
    team: bool = False


def form(token: Token, words: ActorWords, *, playing: bool = False) -> Form | None:
    """Return what a third-person pronoun agrees with, or None for other words.

    Args:
        token: The pronoun.
        words: The shipped word lists.
        playing: The story tells of a match, in which a land is a team: "Japan said they would attack".
    """
    lemma = token.text.lower()
    lists = words.pronouns
    possessive = token.tag == "PRP$"
    reflexive = lemma.endswith(("self", "selves"))
    for key, gender, person, plural in (("m", "m", True, False), ("f", "f", True, False), ("n", None, False, False)):
        if lemma in lists[key]:
            return Form(gender, person, plural, possessive, reflexive)
    plural = lemma in lists["plural"]
    return Form(None, False, True, possessive, reflexive, team=playing) if plural else None


def antecedent(
    i: int, want: Form, syntax: Syntax, cast: Cast, things: list[Thing], words: ActorWords
) -> Character | None:
    """Return the character that a pronoun at token `i` goes back to, or None.

    Args:
        i: The pronoun's token.
        want: What it agrees with.
        syntax: The story.
        cast: Everyone named before.
        things: Noun phrases before it that are no actors.
        words: The shipped word lists.
    """
    found = scored(i, want, syntax, cast, things, words)
    return found[1] if found else None


def scored(
    i: int, want: Form, syntax: Syntax, cast: Cast, things: list[Thing], words: ActorWords
) -> tuple[float, Character] | None:
    """Return the antecedent of a pronoun with its score; the arguments are those of `antecedent`."""
    best: tuple[float, Character] | None = None
    lists = words.pronouns
    bound = bindings.read(syntax, i, lists, person=want.person)
    given = prominence.weights(person=want.person, plural=want.plural)
    tied = False  # whether grammar ties the pronoun to the best, so that no thing stands between them
    able = _candidates(i, want, syntax, cast, words, bound)
    heads = {draft.head for _, draft, _ in able}
    for score, draft, character in able:
        since = sum(head > draft.head for head in heads)
        # "himself" is the subject of its own clause, however often another was named
        score += 0.0 if want.reflexive else prominence.added(i, draft, character, since, given, syntax, lists["speech"])
        if best is None or score > best[0]:
            best = (score, character)
            tied = draft.head in bound.doers | bound.judged
    party = tied or _only_party(i, syntax, words)
    if best and not want.person and not party and _thing_wins(i, best[0], want, syntax, things, bound):
        return None
    return best


def _candidates(
    i: int, want: Form, syntax: Syntax, cast: Cast, words: ActorWords, bound: bindings.Binding
) -> list[tuple[float, Draft, Character]]:
    """Return the mentions that a pronoun may go back to, with what recency and grammar give each."""
    lists, found = words.pronouns, []
    for character in cast.characters:
        earlier = _latest_before(character, i, syntax, lists["speech"])
        if any(_same_clause(syntax, i, draft.head, want, lists["results"]) for draft in earlier):
            continue
        for draft in earlier:
            score = _weigh(i, want, draft, character, syntax, words, bound)
            if score is not None:
                found.append((score, draft, character))
    return found


def _weigh(
    i: int,
    want: Form,
    draft: Draft,
    character: Character,
    syntax: Syntax,
    words: ActorWords,
    bound: bindings.Binding,
) -> float | None:
    doing = bound.doers == {draft.head}
    if not agrees(character, draft, want, doing=doing) or _generic(draft, syntax):
        return None
    if want.possessive and _explains(syntax, i, draft.head):
        return None
    score = weight(i, draft, syntax, words, want)
    if score is None:
        return None
    score += _tied(draft, character, want, syntax, bound)
    if want.person:
        rare = want.gender == "f" and draft.kind is MentionKind.NAME
        return score if character.gender else score - UNTOLD - rare * UNTOLD_NAME
    return score + _deed(i, draft, character, syntax, words)


def _tied(draft: Draft, character: Character, want: Form, syntax: Syntax, bound: bindings.Binding) -> float:
    """Weigh what the grammar of the pronoun's sentence says of a mention."""
    score = 0.0
    if draft.head in bound.doers:
        score += (DOING_PERSON if want.person else DOING) + (0.0 if draft.subject else NO_SUBJECT)
        score += MANY if want.plural and not draft.plural and len(bound.doers) == 1 else 0.0
    score += MANY if want.team and not draft.plural and not character.person else 0.0
    score += JUDGED if draft.head in bound.judged else 0.0
    score += BESIDE if draft.head in bound.beside else 0.0
    score -= ANOTHERS if draft.head in bound.others else 0.0
    if any(_is_speaker(speaker, draft, character, syntax) for speaker in bound.speakers):
        score -= SPEAKER
    return score


def _is_speaker(speaker: int, draft: Draft, character: Character, syntax: Syntax) -> bool:
    """Say whether a character says the quotation: by its mention there, or by a name that is still to come."""
    token = syntax.tokens[speaker]
    if any(d.head == speaker for d in character.drafts):
        return True
    return token.pos == "PROPN" and speaker > draft.head and token.text.lower() in character.words


def _latest_before(character: Character, i: int, syntax: Syntax, speech: frozenset[str]) -> list[Draft]:
    """Return the mentions before a token in the last sentence that names the character.

    "Lee told his aides that ... He said": he is as much in mind as the subject Lee is, not as "his". Nor is it the
    words that explain a name by which it is measured: "Acme Corp, a unit of Zenith Co, said it ...".
    """
    earlier = [d for d in character.drafts if d.head < i and not d.modifier]
    if not earlier:
        return earlier
    last = max(d.sentence for d in earlier)
    if last == syntax.tokens[i].sent and (told := _told_by(i, earlier, syntax, speech)):
        if any(d.kind is MentionKind.NAME for d in told):
            return []
        earlier = [d for d in earlier if d not in told]
        last = max((d.sentence for d in earlier), default=last)
    return [d for d in earlier if d.sentence == last]


def _told_by(i: int, drafts: list[Draft], syntax: Syntax, speech: frozenset[str]) -> list[Draft]:
    """Return the mentions, but for pronouns, that stand in the words which a pronoun says."""
    own = (d for d in drafts if d.kind is not MentionKind.PRONOUN)
    return [d for d in own if _is_told_by(i, d.head, syntax, speech)]


def _generic(draft: Draft, syntax: Syntax) -> bool:
    """Say whether a noun names a post and no holder: "running for president", "her speech as president"."""
    token = syntax.tokens[draft.head]
    if draft.kind is not MentionKind.NOMINAL or draft.plural or not draft.person or token.dep not in {"pobj", "attr"}:
        return False
    if token.dep == "attr" and _is_said_of(token, syntax):
        return True  # "Lee is a critic of the plan. She ...": Lee
    if token.dep == "pobj" and syntax.tokens[token.head].lemma == "as" and syntax.indefinite(draft.head):
        return True  # "named her as an adviser"
    bare = not any(t.dep in {"det", "poss", "nummod"} for t in syntax.parsed.children(token))
    return bare and (token.dep == "attr" or syntax.tokens[token.head].lemma in {"for", "as"})


def _is_said_of(token: Token, syntax: Syntax) -> bool:
    """Say whether a noun only says what a clause's subject is."""
    subjects = syntax.parsed.children(syntax.tokens[token.head], "nsubj")
    return any(s.pos in {"PROPN", "NOUN", "PRON"} and s.text.lower() not in NOBODY for s in subjects)


def agrees(character: Character, draft: Draft, want: Form, *, doing: bool = False) -> bool:
    """Say whether a mention can be what a pronoun means, by person, gender and number.

    Args:
        character: Whose mention it is.
        draft: The mention.
        want: What the pronoun agrees with.
        doing: It is the subject of the pronoun's own clause, so that a land may be "their": "England had their chance".
    """
    if want.person:
        gender_fits = character.gender is None or character.gender == want.gender
        return _may_be_person(character) and gender_fits and not draft.plural
    if want.plural:
        known = character.resolution
        return draft.plural or not (
            character.person or known is None or (known.rule in LANDS and not (doing or want.team))
        )
    return not character.person and not draft.plural


def _may_be_person(character: Character) -> bool:
    """Say whether a character is a person, or a name of which nobody knows what it is ("Ferhad said he ...")."""
    known = character.resolution
    return bool(character.person) or (
        character.person is None and known is not None and known.rule.startswith("unknown organisation")
    )


def _explains(syntax: Syntax, i: int, head: int) -> bool:
    """Say whether a possessive stands in what explains a name: "Peru, its ally" is no ally of its own."""
    thing = syntax.tokens[syntax.tokens[i].head]
    return thing.dep == "appos" and thing.head == head


def _is_told_by(i: int, head: int, syntax: Syntax, speech: frozenset[str]) -> bool:
    """Say whether a pronoun says the very words that name somebody: in "Lee would go, he said" it is not Lee."""
    token, verb = syntax.tokens[i], syntax.governor(i)
    if token.dep != "nsubj" or verb.lemma not in speech or head > i or syntax.tokens[head].sent != token.sent:
        return False
    if syntax.subject(head) and syntax.governor(head).lemma in speech:
        return False  # "What we must do, Lee said, is act, he added"
    told = [c for c in syntax.parsed.children(verb, "ccomp") if c.i < i]
    doing = syntax.subject(head) and syntax.governor(head).i in {c.i for c in told}
    # "The agency will fly them home, it announced" is the agency.
    return not doing and any(_below(syntax, head, c.i, steps=TOLD_DEPTH) for c in told)


def _same_clause(syntax: Syntax, i: int, head: int, want: Form, results: frozenset[str]) -> bool:
    """Say whether both are arguments of one predicate, so that only a reflexive could join them."""
    if want.possessive or want.reflexive:
        return False
    explained = syntax.tokens[head]
    head = explained.head if explained.dep == "appos" else head  # "His host, Ann Lee, praised him"
    mine, other = syntax.governor(i), syntax.governor(head)
    if _owns_doer(syntax, i, head) or _describes(syntax, i, head, mine, want):
        return True
    if other.pos == "ADP" and syntax.subject(i):
        return False  # "As for Peres, he stays": a phrase set before its subject may name it
    while mine.pos == "ADP" and mine.head != mine.i:
        mine = syntax.tokens[mine.head]
    while other.pos == "ADP" and other.head != other.i:
        other = syntax.tokens[other.head]
    return mine.i == other.i or (other.i == _shared_with(mine, syntax, results) and syntax.subject(head))


def _describes(syntax: Syntax, i: int, head: int, verb: Token, want: Form) -> bool:
    """Say whether a pronoun acts in the clause that describes a noun: "the general he dismissed" is not himself.

    Near miss: "the general, whose aides accuse him", and "Roe, which he denied", where a deed is described.
    """
    if verb.dep != "relcl" or verb.head != head:
        return False
    subjects = [c.text.lower() for c in syntax.parsed.children(verb, "nsubj", "nsubjpass")]
    doing = not bindings.RELATIVE.isdisjoint(subjects)
    if want.person and not doing and any(syntax.tokens[c].text.lower() == "which" for c in range(verb.head, i)):
        return False
    return doing or syntax.tokens[i].dep in {"nsubj", "nsubjpass"}


def _owns_doer(syntax: Syntax, i: int, head: int) -> bool:
    """Say whether a land or body has the clause's subject: Peru in "Peru's president accused it" is not accused."""
    owner = syntax.tokens[head]
    doer = syntax.tokens[owner.head]
    verb = syntax.tokens[i].head
    acted_on = syntax.tokens[i].dep in {"dobj", "pobj"}
    return acted_on and owner.dep == "poss" and doer.head == verb and doer.dep == "nsubj"


def _shared_with(verb: Token, syntax: Syntax, results: frozenset[str]) -> int:
    """Return the verb whose subject a verb shares: "praised Ann Lee and invited her", "called Ann Lee to thank her"."""
    for _ in range(4):
        children = syntax.parsed.children
        if verb.dep == "xcomp" and not bindings.controllers(syntax, syntax.tokens[verb.head], verb):
            verb = syntax.tokens[verb.head]  # "vowed to help him": not who vows
            continue
        if verb.dep not in bindings.SHARING:
            return verb.i
        if any(True for _ in children(verb, "nsubj", "nsubjpass")):
            return verb.i
        own_deed = verb.tag == "VBG" and verb.lemma not in results  # "lifted limits on banks, giving them the right"
        aim = own_deed or any(c.tag == "TO" for c in children(verb, "aux"))
        if verb.dep == "advcl" and not aim:
            return verb.i
        verb = syntax.tokens[verb.head]
    return verb.i


def weight(i: int, draft: Draft, syntax: Syntax, words: ActorWords, want: Form) -> float | None:
    """Return how near and how prominent a mention is for the pronoun at token `i`; None when it is out of reach."""
    distance = syntax.tokens[i].sent - draft.sentence
    told = 0 if syntax.quoted[i] else syntax.told_before[syntax.tokens[i].sent] - syntax.told_before[draft.sentence]
    if distance - told > (REACH_PERSON if want.person else REACH_OTHER):
        return None
    # Within a sentence the nearer of two subjects wins, across sentences the sentence counts.
    score = 4.0 - 1.5 * distance - (i - draft.head) * (0.01 if distance else 0.04)
    if draft.subject:
        score += 2.0 if syntax.tokens[draft.head].dep != "pobj" else 0.5  # "by a doctor" is less in mind
    if not want.person and not want.plural and _is_one_of_several(syntax, i, draft.head):
        score -= 3.0  # "Peru and Chile recalled their envoys over its vote": neither
    commands = draft.subject and not distance and _commands(syntax, i, draft.head)
    score += COMMANDING if commands and not want.person else 0.0
    score += 2.0 + COMMANDING if not distance and not want.person and _is_spoken_for(syntax, i, draft.head) else 0.0
    if want.plural and not draft.plural:
        # "the militia said that they": a body may be many where its own verb stands above
        beside = commands and syntax.governor(i).dep == "conj"  # "the army shelled the rebels, and they fled"
        score -= (3.0 if beside else 1.0) + COMMANDING if commands else 3.0
    mine = syntax.governor(i)
    above = syntax.governor(draft.head)
    if want.plural and not draft.plural and draft.subject and distance == 1 and syntax.subject(i):
        both = {mine.lemma, above.lemma} <= words.pronouns["speech"]
        score += 2.0 if both else 0.0  # "the authority told reporters. They said ..."
    if syntax.subject(i) and mine.lemma in words.pronouns["speech"] and distance:
        # "...," he said: the speaker goes on speaking.
        quoted_by = above.lemma == "to" and syntax.tokens[above.head].lemma in {"accord", "according"}
        spoke = quoted_by or (draft.subject and above.lemma in words.pronouns["speech"])
        apart = want.person and _is_paragraphs_before(syntax, i, draft.sentence)
        score += (2.0 if distance == 1 else 1.0) if spoke and not apart else 0.0
        score += 2.0 if quoted_by else 0.0  # "according to the army" tells as a subject does
    if (
        not want.person
        and above.pos == "ADP"
        and above.lemma in {"in", "at", "near", "from", "across", "into", "around"}
    ):
        score -= 2.0
    if draft.quoted and not syntax.quoted[i]:
        score -= 1.5
    if syntax.quoted[i] and not draft.quoted and draft.subject and distance < SPEAKING:
        # Whom a quotation calls "he" is seldom who says it.
        score -= QUOTED if above.lemma in words.pronouns["speech"] else 0.0
    known = draft.resolution
    if known is not None and "JRN" in known.sectors and not draft.subject:
        score -= 3.0  # "told Reuters": who is told a thing seldom does the next
    if want.possessive and _given_to(i, draft.head, syntax):
        score += JUDGED
    return score


def _is_paragraphs_before(syntax: Syntax, i: int, sentence: int) -> bool:
    """Say whether a sentence stands in an earlier paragraph, and a pronoun not in the first one of its own."""
    sentences = syntax.parsed.sentences
    here = syntax.tokens[i].sent
    opens = here == 0 or sentences[here - 1].segment != sentences[here].segment
    return not opens and sentences[sentence].segment != sentences[here].segment


def _is_one_of_several(syntax: Syntax, i: int, head: int) -> bool:
    """Say whether a land or body is only one of a list that does or suffers something together, away from a pronoun."""
    token, thing = syntax.tokens[head], syntax.first_joined(syntax.tokens[i].head)
    names = [c for c in syntax.parsed.children(token, "conj") if c.pos == "PROPN"]
    joined = token.pos == "PROPN" and (
        bool(names) or (token.dep == "conj" and syntax.tokens[token.head].pos == "PROPN")
    )
    return joined and thing.i != syntax.first_joined(head).i


def _given_to(i: int, head: int, syntax: Syntax) -> bool:
    """Say whether a possessive stands in what somebody gets or loses: "deny the men their rights"."""
    thing, owner = syntax.tokens[syntax.tokens[i].head], syntax.tokens[head]
    return thing.dep == "dobj" and owner.dep in {"dative", "dobj", "iobj"} and owner.head == thing.head and head < i


def _is_spoken_for(syntax: Syntax, i: int, head: int) -> bool:
    """Say whether somebody speaks for a body in words that hold a pronoun: "a spokesman for the bank said it ..."."""
    token = syntax.tokens[head]
    preposition = syntax.tokens[token.head]
    if token.dep != "pobj" or preposition.lemma not in {"for", "of"}:
        return False
    return syntax.subject(preposition.head) and _commands(syntax, i, preposition.head)


def _commands(syntax: Syntax, i: int, head: int) -> bool:
    """Say whether a subject's verb stands above a pronoun: "the US stayed out, saying it ..."."""
    return _below(syntax, syntax.governor(i).i, syntax.governor(head).i, steps=40)


def _only_party(i: int, syntax: Syntax, words: ActorWords) -> bool:
    """Say whether the pronoun acts or owns as only states, bodies and firms do, so that it is no thing named before."""
    token, above = syntax.tokens[i], syntax.governor(i)
    if token.dep == "poss":
        return above.lemma in words.pronouns["owned"]
    return token.dep == "nsubj" and above.pos == "VERB" and above.lemma in words.pronouns["acting"]


def _deed(i: int, draft: Draft, character: Character, syntax: Syntax, words: ActorWords) -> float:
    """Weigh whether a character can have done what the pronoun did, and whether the clause tells why it is judged."""
    verb, lists = syntax.governor(i), words.pronouns
    if not syntax.subject(i) or verb.pos != "VERB":
        return 0.0
    known, score = character.resolution, 0.0
    if verb.lemma in lists["warlike"] and known and not _may_fight(known):
        score -= JUDGED
    if verb.lemma in lists["answering"] and not draft.subject and _was_addressed(i, draft, syntax, lists["addressing"]):
        score += JUDGED
    above = syntax.tokens[verb.head]
    marked = any(c.lemma in lists["causes"] for c in syntax.parsed.children(verb, "mark", "prep", "advmod"))
    if verb.dep == "advcl" and marked and above.lemma in lists["judging"] and not draft.subject:
        under = syntax.tokens[draft.head]
        score += JUDGED if under.i > above.i and _below(syntax, under.i, above.i) else 0.0
    return score


def _was_addressed(i: int, draft: Draft, syntax: Syntax, addressing: frozenset[str]) -> bool:
    """Say whether somebody was just asked, told or accused, who may now answer: "asked Laos, but it refused"."""
    if syntax.tokens[i].sent - draft.sentence > 1:
        return False
    above = syntax.governor(draft.head)
    above = syntax.tokens[above.head] if above.lemma in {"to", "on", "upon"} else above
    return above.lemma in addressing


def _may_fight(known: Resolution) -> bool:
    kind = known.entity.kind if known.entity else None
    peaceful = {EntityKind.IGO, EntityKind.COMPANY, EntityKind.MEDIA}
    return kind not in peaceful and not set(known.sectors[:1]) & {"BUS", "JRN", "EDU", "MED", "REL"}


def _below(syntax: Syntax, i: int, top: int, *, steps: int = 5) -> bool:
    """Say whether a token hangs at most so many steps below another."""
    for _ in range(steps):
        if syntax.tokens[i].head == i:
            return False
        i = syntax.tokens[i].head
        if i == top:
            return True
    return False


def _thing_wins(i: int, score: float, want: Form, syntax: Syntax, things: list[Thing], bound: bindings.Binding) -> bool:
    for thing in reversed(things):
        distance = syntax.tokens[i].sent - thing.sentence
        if distance > 1:
            return False
        owned = want.possessive and _is_owned(thing, syntax)
        if thing.head < i and thing.plural == want.plural and not owned:  # "its purchase will widen its reach"
            aside = distance and syntax.governor(thing.head).dep in {"ccomp", "advcl", "relcl"}
            own = 4.0 - 1.5 * distance - (i - thing.head) * (0.01 if distance else 0.04)
            own += 2.0 if thing.subject and not aside else 0.0  # "... said that any attack would be answered. It ..."
            own += DOING if thing.head in bound.doers else 0.0
            own -= OWNING if want.possessive and not want.plural else 0.0
            if own > score:
                return True
    return False


def _is_owned(thing: Thing, syntax: Syntax) -> bool:
    return any(c.tag == "PRP$" for c in syntax.parsed.children(syntax.tokens[thing.head], "poss"))
