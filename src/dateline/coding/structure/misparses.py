"""What the parser takes amiss about subjects, agents and sides, found by the words around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.coding.structure.voices import has_subject, is_helped, is_infinitive, with_subject
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory, Token

MAX_STEPS = 60
CLAUSAL = frozenset({"acl", "advcl", "ccomp", "conj", "dep", "xcomp"})
WORDS = party_words()
SUFFERING, LETTING, ANSWERING = WORDS.set("suffering"), WORDS.set("letting"), WORDS.set("answering")
ASKED = frozenset({"appeal", "ask", "beg", "call", "plead", "pray", "tell", "urge", "warn"})
DAYS = frozenset({"today", "yesterday", "tonight"})
# Tokens from the last of a list to a name behind an aside.
LATE_SPAN = 12
# What only people do with words.
VOICED = WORDS.set("voiced")
DESCRIBING = frozenset({"visiting", "founding", "acting", "incoming", "outgoing", "ruling", "sitting", "reigning"})
DENYING = frozenset({"deny", "reject", "dispute", "refute"})
# In which somebody is given time.
TERMS = frozenset({"minute", "hour", "day", "week", "month", "year"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})


def noun_root(parsed: ParsedStory, token: Token) -> Token | None:
    """Return the root of a token's sentence, if it is a noun."""
    above = token
    for _ in range(MAX_STEPS):
        if above.head == above.i:
            return above if above.pos in {"NOUN", "PROPN"} else None
        above = parsed.head(above)
    return None


def is_misread(parsed: ParsedStory, token: Token) -> bool:
    """Say whether a sentence's verb was taken for an attribute: a past form behind a day's name, under a noun."""
    if token.dep != "amod" or token.tag not in {"VBD", "VBN"} or token.i == 0:
        return False
    before, above = parsed.tokens[token.i - 1], noun_root(parsed, token)
    return above is not None and above.i < before.i and (before.ent == "DATE" or before.text.lower() in DAYS)


def is_first_of_list(parsed: ParsedStory, child: Token) -> bool:
    """Say whether the parser cut the head off a list of subjects: "Officials from Peru, Chile and Cuba met"."""
    if child.dep not in {"dep", "npadvmod"}:
        return False
    verb = parsed.head(child)
    subject = next(parsed.children(verb, "nsubj"), None)
    joined = child.pos == "PROPN" and parsed.has(child, "cc")
    if joined:  # "Peru as well as Chile", "Peru and, less loudly, Chile"
        return subject is not None and child.i < subject.i < verb.i and subject.pos == "PROPN"
    if child.dep != "npadvmod" or child.tag not in {"NNS", "NNPS"}:
        return False
    named = any(c.text.lower() in {"from", "of"} for c in parsed.children(child, "prep"))
    return named and subject is not None and child.i < subject.i < verb.i


def late_member(parsed: ParsedStory, last: Token) -> Token | None:
    """Return the name that ends a list behind an aside: "Peru, Chile and, for the first time, Oman".

    Args:
        parsed: The story.
        last: The last of the list as the parser has it.
    """
    after = [t for t in parsed.tokens[last.i + 1 : last.i + LATE_SPAN] if t.sent == last.sent]
    words = [t.text.lower() for t in after]
    opening = words[:1] if words[:1] == ["and"] else words[:2] if words[:2] == [",", "and"] else []
    if last.pos != "PROPN" or not opening:
        return None
    aside = after[len(opening) :]
    aside = aside[1:] if aside[:1] and aside[0].text == "," else aside
    comma = next((n for n, t in enumerate(aside) if t.text == "," and n), 0)
    name = [t for t in aside[comma + 1 :] if comma]
    if (
        not comma
        or aside[0].pos not in {"ADP", "ADV"}
        or any(t.pos in {"VERB", "AUX"} and t.tag != "VBN" for t in aside[:comma])
    ):
        return None
    return name[0] if name and name[0].pos == "PROPN" and name[0].ent in {"GPE", "NORP"} else None


def is_second_name(parsed: ParsedStory, child: Token) -> bool:
    """Say whether the parser took a name beside an office for a second subject: "Oman's sultan, Q. Said ruled"."""
    before = [c for c in parsed.children(parsed.head(child), "nsubj") if c.i < child.i]
    first = min((t.i for t in parsed.subtree(child)), default=child.i)
    named = child.pos == "PROPN" and bool(before) and before[-1].pos == "NOUN"
    return named and parsed.tokens[first - 1].text == ","


def is_sentence_before(parsed: ParsedStory, child: Token) -> bool:
    """Say whether a complement is a sentence of its own before a semicolon: "Oman shut the port; Yemen cut its aid"."""
    between = parsed.tokens[child.i : child.head]
    return child.dep == "ccomp" and any(t.text == ";" for t in between)


def loose_infinitives(parsed: ParsedStory, infinitive: Token) -> list[Token]:
    """Return the bare infinitives that go on with one, hung on the verb above: "agreed to disarm, recognise Chad"."""
    beside = parsed.children(parsed.head(infinitive), "dep", "conj")
    return [c for c in beside if joined_infinitive(parsed, c) == infinitive]


def joined_infinitive(parsed: ParsedStory, token: Token) -> Token | None:
    """Return the infinitive that a bare one goes on with, where the parser hung it on the verb above both."""
    above = parsed.head(token)
    if token.tag != "VB" or token.dep not in {"dep", "conj"} or above.tag == "VB" or has_subject(parsed, token):
        return None
    if token.i < above.i or is_helped(parsed, token):
        return None
    before = [c for c in parsed.children(above, "xcomp") if c.i < token.i and is_infinitive(parsed, c)]
    return before[-1] if before else None


def teller_beyond(parsed: ParsedStory, token: Token) -> Token | None:
    """Return the verb whose subject says what a joined verb tells: "said the plan was void and demanded a new one".

    The parser joins "demanded" to "was void"; whoever asks here knows that what is void is nobody.
    """
    if token.dep != "conj" or token.lemma not in VOICED or token.tag not in TENSED or has_subject(parsed, token):
        return None
    above = with_subject(parsed, parsed.head(token))
    outer = parsed.head(above)
    told = above.dep == "ccomp" and outer.pos == "VERB" and outer.i < above.i and outer.tag == token.tag
    return outer if told else None


def felled(parsed: ParsedStory, child: Token) -> Iterator[int]:
    """Yield how an object is left that the parser took for one phrase with it: "left 20 dead"."""
    if parsed.head(child).lemma == "leave":
        yield from (c.i for c in parsed.children(child, "amod") if c.i > child.i)


def quantified(parsed: ParsedStory, token: Token) -> Token | None:
    """Return the object that the parser hung on its quantifier: "kidnapped up to 16 advisers"."""
    after = parsed.tokens[token.i + 1 : token.i + 4]
    if not any(t.text.lower() in {"up", "at", "more", "less", "close"} for t in after[:1]):
        return None
    for prep in after:
        for child in parsed.children(prep, "pobj"):
            if prep.head == token.i and any(c.dep == "nummod" for c in parsed.children(child)):
                return child
    return None


def shared_objects(parsed: ParsedStory, token: Token) -> list[Token]:
    """Return the object that a verb shares with the one joined to it: "armed and funded the movement"."""
    after = parsed.tokens[token.i + 1 : token.i + 3]
    if [t.dep for t in after] != ["cc", "conj"] or after[1].head != token.i or after[1].pos != "VERB":
        return []
    return list(parsed.children(after[1], "dobj"))


def given_term(parsed: ParsedStory, verb: Token) -> Token | None:
    """Return the term that the parser takes for a time: "gave the rulers three days to go"."""
    after = [c for c in parsed.children(verb, "npadvmod") if c.i > verb.i and c.lemma in TERMS]
    given = [c for c in parsed.children(verb, "dobj") if c.i > verb.i]
    return after[0] if after and given and given[0].i < after[0].i else None


def is_told_beside(parsed: ParsedStory, first: Token, other: Token) -> bool:
    """Say whether a joined verb goes on with the tale and not with the complement.

    "Plans to send men and has asked for money", "denied that it was to blame and accused Chad".
    """
    if other.i == first.i or has_subject(parsed, other):
        return False
    if parsed.head(first).lemma in DENYING and other.lemma in VOICED:
        return other.tag in TENSED
    if not is_infinitive(parsed, first):
        return False
    return other.tag in TENSED - {"VBP"} or any(c.tag in TENSED for c in parsed.children(other, "aux"))


# Words of which those for one another are made.
MUTUAL = frozenset({"each", "other", "one", "another", "the"})


def is_mutual(parsed: ParsedStory, token: Token) -> bool:
    """Say whether a word heads "each other", "one another" or the other side of "each side accused the other"."""
    if token.text.lower() not in MUTUAL:
        return False
    around = {t.text.lower() for t in (token, *parsed.children(token, "det"))}
    if around != {"the", "other"}:
        return around in ({"each", "other"}, {"one", "another"})
    subjects = parsed.children(parsed.head(token), "nsubj")
    return any(t.text.lower() == "each" for c in subjects for t in (c, *parsed.children(c, "det")))


def is_guest(parsed: ParsedStory, token: Token) -> bool:
    """Say whether a word only describes somebody: "met with visiting Premier Roble", "from founding Premier Ncube"."""
    guest = token.text.lower() in DESCRIBING and token.dep == "pcomp"
    return guest and any(c.ent == "PERSON" for c in parsed.children(token, "dobj"))


def is_opposed(parsed: ParsedStory, modifier: Token) -> bool:
    """Say whether a modifier names whom something is against: "anti-French riots"."""
    before = [t.text.lower() for t in parsed.tokens[max(0, modifier.i - 2) : modifier.i]]
    return before == ["anti", "-"] or modifier.text.lower().startswith("anti-")


def voices_beyond(parsed: ParsedStory, prep: Token, verbs: Collection[str]) -> Iterator[Token]:
    """Yield the agents of participles that hang on what a noun is about: "criticism of Malta voiced by Ghana".

    Args:
        parsed: The story.
        prep: The noun's preposition.
        verbs: Lemmas whose agent does what the noun names.
    """
    below = [c for noun in parsed.children(prep, "pobj") for c in parsed.children(noun, "acl")]
    for participle in below if prep.lemma == "of" else ():
        if participle.tag == "VBN" and participle.lemma in verbs:
            yield from parsed.children(participle, "agent")


def _is_no_date(parsed: ParsedStory, prep: Token) -> bool:
    """Say whether a preposition goes on with something else than a time: not "at the end of May"."""
    return all(c.ent not in {"DATE", "TIME"} for c in parsed.children(prep, "pobj"))


def paper_above(parsed: ParsedStory, antecedent: Token) -> list[int]:
    """Return what "which" may mean beside the side named last: the pact of "the pact with Chad, which Mali signed"."""
    prep = parsed.head(antecedent)
    noun = parsed.head(prep)
    sided = (
        antecedent.dep == "pobj"
        and antecedent.pos == "PROPN"
        and prep.text.lower() in {"with", "between", "by", "against", "from"}
    )
    return [noun.i] if sided and noun.pos == "NOUN" else []


def first_of_both(parsed: ParsedStory, antecedent: Token, verb: Token) -> int:
    """Return the first of two whom a relative clause in the plural or the past is about: "Peru and Chile, which met".

    Only where nothing follows the two but their verb: of a list's last member a clause tells by itself.
    """
    above = parsed.head(antecedent)
    told = verb.tag in {"VBD", "VBP", "VBN"} and not any(
        c.tag == "VBZ" for c in parsed.children(verb, "aux", "auxpass")
    )
    two = antecedent.dep == "conj" and above.dep in {"nsubj", "nsubjpass"} and antecedent.pos == above.pos == "PROPN"
    aside = verb.dep == "relcl" and any(t.text == "," for t in parsed.tokens[antecedent.i + 1 : verb.i])
    return above.i if told and two and aside else antecedent.i


def phrases_beyond(parsed: ParsedStory, prep: Token) -> Iterator[Token]:
    """Yield what a noun is of or by that the parser hung on its time or town: "the release in May of six men by Mali".

    Args:
        parsed: The story.
        prep: The noun's preposition of time or place.
    """
    noun = parsed.head(prep)
    if prep.lemma not in {"in", "on", "at", "near", "outside"} or noun.pos != "NOUN":
        return
    for inner in parsed.children(prep, "pobj"):
        if inner.ent in {"DATE", "TIME"} or (inner.ent == "GPE" and inner.pos == "PROPN"):
            below = parsed.children(inner, "prep", "agent")
            yield from (c for c in below if c.text.lower() in {"of", "by"} and _is_no_date(parsed, c))


def is_epithet(parsed: ParsedStory, token: Token) -> bool:
    """Say whether the parser took a participle before somebody for a verb: "flew 16 wounded soldiers to Oman"."""
    if token.text.lower() not in SUFFERING or token.dep not in CLAUSAL or not token.i:
        return False
    before, above = parsed.tokens[token.i - 1], parsed.head(token)
    counted = before.tag == "CD" and above.i in {before.i, before.head}
    named = next(parsed.children(token, "dobj"), None)
    close = named is not None and 0 < named.i - token.i <= 3 and not has_subject(parsed, token)
    return close and (counted or (above.i == before.i and above.pos == "VERB"))


def sufferers(parsed: ParsedStory, verb: Token) -> list[Token]:
    """Return the participles between a verb and its true object: the "wounded" of "flew 16 wounded soldiers"."""
    counts = (c for c in parsed.children(verb, "dobj") if c.tag == "CD")
    below = [*parsed.children(verb), *(c for count in counts for c in parsed.children(count))]
    return [c for c in below if is_epithet(parsed, c)]


def verb_shared(parsed: ParsedStory, token: Token) -> Token | None:
    """Return the verb that a tensed one is joined to over a bare infinitive: "let the crew go but held the ship"."""
    bare = parsed.head(token)
    above = parsed.head(bare)
    joined = token.dep == "conj" and token.tag in TENSED and bare.dep in {"ccomp", "xcomp"}
    if not joined or above.lemma not in LETTING or is_helped(parsed, token) or is_helped(parsed, bare):
        return None
    return above if bare.tag in {"VB", "VBP"} else None


def answered(parsed: ParsedStory, verb: Token) -> Token:
    """Return the noun that a relative clause is about: the offer of "an offer of talks in Oman, which Yemen rejected".

    A town or land behind the noun is nothing that anybody accepts, rejects or signs.
    """
    noun = parsed.head(verb)
    if verb.lemma not in ANSWERING or noun.ent not in {"GPE", "LOC"} or not has_subject(parsed, verb):
        return noun
    above = noun
    while above.dep in {"pobj", "prep"}:
        above = parsed.head(above)
    return above if above.pos == "NOUN" and above.i < noun.i else noun


def is_asked(parsed: ParsedStory, infinitive: Token) -> bool:
    """Say whether a denied infinitive is what somebody is asked, not a purpose: "appealed to Oman not to use force"."""
    asked = parsed.head(infinitive).lemma in ASKED
    return asked and parsed.has(infinitive, "neg")
