"""Searches the events' words by an index of words: parts of words and phrases, as a search through the text would."""

from __future__ import annotations

MOST_WORDS = 12
_POSTINGS = "SELECT n FROM postings WHERE word IN (SELECT word FROM vocabulary WHERE {rule})"


def asks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the condition on the index that keeps events in which these words stand, and its values.

    One word is looked for inside words; of several the first may end a word and the last begin one.

    Args:
        text: One or more words, in any case.

    Raises:
        ValueError: There are more than `MOST_WORDS`.

    Example:
        >>> asks("Talks")[1], asks("peace  talks")[1]
        (('talks',), ('peace', 'talks'))
    """
    words = tuple(text.lower().split())
    if len(words) > MOST_WORDS:
        raise ValueError(f"give at most {MOST_WORDS} words")
    if len(words) == 1:
        return f"n IN ({_POSTINGS.format(rule='contains(token, ?)')})", words
    rules = ["ends_with(token, ?)", *["token = ?"] * (len(words) - 2), "starts_with(token, ?)"]
    wanted = _POSTINGS.replace("SELECT n", "SELECT n, pos", 1)
    parts = [f"({wanted.format(rule=rule)}) AS w{i}" for i, rule in enumerate(rules)]
    joins = [f"JOIN {part} ON w{i}.n = w0.n AND w{i}.pos = w0.pos + {i}" for i, part in enumerate(parts) if i]
    return f"n IN (SELECT w0.n FROM {parts[0]} {' '.join(joins)})", words
