"""A dossier as one HTML page and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline.apps import charts
from dateline.apps.dossier.content import Dossier, Ref, Words
from dateline.model import UsageError


def html(dossier: Dossier) -> str:
    """Return one page that needs nothing from elsewhere: style and pictures inside, no script."""
    return _templates(True).get_template("dossier.html.j2").render(d=dossier, colours=charts.css(), quads=charts.QUADS)


def markdown(dossier: Dossier, pictures: Mapping[str, str]) -> str:
    """Return the dossier as Markdown (with tables as GitHub and Pandoc read them).

    Args:
        dossier: The content.
        pictures: File of each picture by its chart's name.
    """
    text = _templates(False).get_template("dossier.md.j2").render(d=dossier, pictures=pictures, quads=charts.QUADS)
    return re.sub(r"\n{3,}", "\n\n", text)


@cache
def _templates(escaping: bool) -> Environment:
    made = Environment(
        loader=PackageLoader("dateline.apps.dossier"),
        autoescape=escaping,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(md=_md, picture=_picture, marked=_marked, bold=_bold, score=score, ref=reference, url=_url)
    made.tests["safe_address"] = _is_address
    return made


def score(value: float | None) -> str:
    """Return a score with its sign; a dash for none.

    Example:
        >>> score(2.5), score(-6.0), score(None)
        ('+2.5', '-6.0', '–')
    """
    return "–" if value is None else f"{value:+.1f}"


def reference(ref: Ref) -> str:
    """Return a reference as it stands in a line.

    Example:
        >>> reference(Ref(number=3, label="Reuters, 29 September 2020", story_id="ba78", start=0, end=48))
        '[3] Reuters, 29 September 2020; ba78, 0–48'
    """
    return f"[{ref.number}] {ref.label}; {ref.story_id}, {ref.start}–{ref.end}"


def _md(value: object) -> str:
    """Keep Markdown and HTML that a story may hold from being read as such."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", " ".join(str(value).split()))


def _bold(words: Words) -> str:
    mark = f"**{_md(words.mark)}**" if words.mark.strip() else _md(words.mark)
    left = f"{_md(words.before)} " if words.before.endswith(" ") else _md(words.before)
    right = f" {_md(words.after)}" if words.after.startswith(" ") else _md(words.after)
    around = [f"*{_md(part)}*" if part.strip() else "" for part in (words.lead, words.tail)]
    return " ".join(part for part in (around[0], f"{left}{mark}{right}", around[1]) if part)


def _marked(words: Words) -> Markup:
    mark = Markup("<strong>{}</strong>").format(words.mark) if words.mark else ""
    clause = Markup("{}{}{}").format(words.before, mark, words.after)
    if not words.lead and not words.tail:
        return clause
    return Markup('<span class="around">{}</span>{}<span class="around">{}</span>').format(
        words.lead, clause, words.tail
    )


def _picture(chart: Any, theme: str) -> Markup:
    return Markup(chart.svg(theme=theme, width=760))


def _is_address(value: str) -> bool:
    return bool(re.match(r"https?://", value))


def _url(value: str) -> str:
    if not _is_address(value):
        raise UsageError(f"{value!r} is no address of a web page; it begins with http:// or https://")
    return value.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
