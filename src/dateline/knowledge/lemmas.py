"""Lemmas that the parser's lemmatiser gets wrong, put right at the edge of the language room."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dateline.knowledge.codebook import data_folder, read_toml


@lru_cache(maxsize=1)
def verb_lemmas() -> Mapping[str, str]:
    """Return verb forms in lower case with their right lemma.

    Example:
        >>> verb_lemmas()["staged"], verb_lemmas()["hoping"], verb_lemmas()["hopes"]
        ('stage', 'hope', 'hope')
    """
    data = read_toml(data_folder() / "lemmas.toml")
    found = {str(form): str(lemma) for form, lemma in data["forms"].items()}
    for verb in data["verbs"]:
        stem = verb.removesuffix("e")
        past = f"{stem[:-1]}ied" if verb.endswith("y") else f"{stem}ed"
        found.setdefault(past, verb)
        found.setdefault(f"{stem}ing", verb)
        hissing = verb.endswith(("ch", "sh", "s", "x"))
        found.setdefault(f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}es" if hissing else f"{verb}s", verb)
    return found


@lru_cache(maxsize=1)
def noun_lemmas() -> Mapping[str, str]:
    """Return plurals of nouns in lower case with their right lemma.

    Example:
        >>> noun_lemmas()["bases"]
        'base'
    """
    data = read_toml(data_folder() / "lemmas.toml")
    return {str(form): str(lemma) for form, lemma in data["nouns"].items()}
