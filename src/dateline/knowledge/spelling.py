"""One key for the many spellings of a name that was written in another alphabet.

Newswires write Zelensky, Zelenskyy and Zelenskiy, Gaddafi, Qaddafi and Gadhafi, Mohammed and Muhammad. The key drops
what transliterations differ in: doubled letters, k/q/g/kh, ou/u/o, y/i, vowels after the first letter of common
Arabic and Persian given names (by a table), and endings such as -iy, -yy, -skii. It is coarse on purpose and only
used when the exact name is unknown.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.knowledge.normalise import name_key

_GIVEN = {
    form: forms.split()[0]
    for forms in (
        "muhammad mohammed mohammad mohamed muhammed mohamad mohamud mohd mehmet mahamat",
        "ahmad ahmed ahmet", "hussein husain hussain hossein hosein husayn husein huseyin", "yusuf youssef yousef yusef yousuf josef joseph",
        "umar omar omer", "usama osama usamah", "abdullah abdallah abdulla", "abd abdul abdel abdal abdol abdur abdiel", "ali aly",
        "mahmud mahmoud mehmud mahmood", "nuri nouri noori", "hasan hassan hassane", "said saeed sayed sayeed saied sayyid syed seyed seyyed",
        "sulayman suleiman solomon soleiman sulaiman suleyman soliman", "ibrahim ebrahim", "ismail esmail ismael", "khalid khaled", "salih saleh salah",
        "jamal gamal jamaal", "karim kareem", "qasim qassem kassem qasem ghasem qassim kasim", "isaias isayas", "aleksandr alexander alyaksandr oleksandr aleksander",
        "sergei sergey serhiy siarhei serhii", "dmitri dmitry dmytro dmitriy dzmitry", "yuri yury yuriy yurii iurii", "volodymyr vladimir uladzimir", "mikhail mykhailo mihail mykhaylo",
        "nikolai nikolay mykola mikalai", "yevgeny evgeny yevgeniy yevhen evgeni evgeniy", "viktor victor", "pyotr petr petro", "andrei andrey andriy andrii",
        "aleksei alexei alexey oleksiy aleksey oleksii", "michael mike", "robert bob", "william bill", "james jim jimmy", "thomas tom",
    )
    for form in forms.split()
}  # fmt: skip
_RULES = (
    (re.compile(r"(?:iy|yy|ii|yi|ij|y)$"), "i"),
    (re.compile(r"enka$"), "enko"),
    (re.compile(r"aie[vw]$|aye[vw]$"), "aev"),
    (re.compile(r"off$"), "ov"),
    (re.compile(r"eff$|iev$|yev$"), "ev"),
    (re.compile(r"dzh"), "j"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"kh|gh|q|ck|k"), "g"),
    (re.compile(r"ch|tch|ts(?=ch)"), "c"),
    (re.compile(r"ou|oo|uo|u|o|w(?=[aeiou])"), "u"),
    (re.compile(r"ei|ey|ai|ay|ae|e|y|ii|ee"), "i"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"sz|sch"), "sh"),
    (re.compile(r"h(?=$|[bcdfglmnpqrstvz])"), ""),
)
# "Stoere", "Schaeuble", "Guenter" for ø, ö, ä and ü.
_TWO_LETTERS = re.compile(r"([aouAOU])e")
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ad", "an", "at", "ar", "az", "ibn", "bin", "ben"})


@lru_cache(maxsize=65536)
def spelling_key(text: str) -> str:
    """Return the key that the spellings of one name share; word order is kept, Arabic articles are dropped.

    Example:
        >>> {spelling_key(name) for name in ("Zelensky", "Zelenskyy", "Zelenskiy")} == {spelling_key("Zelenskyi")}
        True
        >>> spelling_key("Muammar al-Gaddafi") == spelling_key("Moammar Gadhafi")
        True
    """
    words = name_key(text).split()
    kept = [word for word in words if word not in _ARTICLES] if len(words) > 1 else words
    return " ".join(_word(word) for word in kept or words)


@lru_cache(maxsize=16384)
def _word(word: str) -> str:
    word = _GIVEN.get(word, word)
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return _DOUBLED.sub(r"\1", word)


def plain_vowels(text: str) -> str:
    """Return a name with one plain letter where a wire writes two for a vowel that English has not.

    Example:
        >>> plain_vowels("Joergen Schaeuble")
        'Jorgen Schauble'
    """
    return _TWO_LETTERS.sub(r"\1", text)
