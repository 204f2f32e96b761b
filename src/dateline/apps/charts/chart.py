"""A chart: its picture in three themes, the table with the same content, and the words that stand for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from dateline.apps.charts.drawing import finish, nothing, to_png, vega_svg
from dateline.apps.charts.palettes import Palette, Theme, palette_of

if TYPE_CHECKING:
    import altair

Row = Mapping[str, Any]
Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a chart's table: the key in its rows, the heading, and whether it holds numbers."""

    key: str
    heading: str
    numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture with its table twin.

    Attributes:
        name: Short word for file names and ids.
        title: What it shows.
        description: The gist in a sentence, for those who do not see the picture.
        columns, rows: The table twin; every row may hold more keys than the columns show.
        spec: Makes the Vega-Lite specification for a palette and a width in pixels; None for the map.
        draw: Makes the picture where Vega does not; it returns SVG.
        links: Where a mark leads, by the words that describe it.
        note: What a reader must know, shown below.

    Example:
        >>> from dateline.apps import charts
        >>> chart = charts.by_type([{"type": "AID", "quad": "material cooperation", "n": 3}])
        >>> chart.svg()[:4]
        '<svg'
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    spec: Callable[[Palette, int], Spec] | None = None
    draw: Callable[[Palette, int], str] | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    note: str = ""

    def svg(self, *, theme: Theme = "light", width: int = 640, scope: str = "") -> str:
        """Return the picture as an SVG element without scripts, style sheets or anything from outside.

        Args:
            theme: `light` or `dark`, on its own ground; `auto` has no ground and names its colours as CSS variables
                (`--dl-ink` and so on, see `css`), so that the page decides.
            width: Of the drawing, in pixels; it scales in a page.
            scope: Put before every id; give each chart of one page its own.
        """
        prefix = scope or f"dl-{self.name}"
        drawn = self._raw(palette_of(theme), width)
        return finish(drawn, theme=theme, scope=prefix, title=self.title, says=self.description, links=self.links)

    def png(self, *, theme: Theme = "light", width: int = 640, scale: float = 2.0) -> bytes:
        """Return the picture as PNG; `scale` is the number of dots for each pixel."""
        return to_png(self.svg(theme="light" if theme == "auto" else theme, width=width), scale=scale)

    def table(self) -> list[dict[str, Any]]:
        """Return the same content as rows with the keys of `columns`."""
        return [{column.key: row.get(column.key) for column in self.columns} for row in self.rows]

    def table_html(self) -> str:
        """Return the same content as an HTML table."""
        head = "".join(f'<th scope="col"{_side(c)}>{escape(c.heading)}</th>' for c in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td{_side(c)}>{escape(_cell(row.get(c.key)))}</td>" for c in self.columns) + "</tr>"
            for row in self.rows
        )
        return (
            f'<table class="dl-table"><caption>{escape(self.title)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def figure_html(self, *, theme: Theme = "auto", width: int = 640, scope: str = "") -> str:
        """Return picture, note and the table (folded) as one `<figure>`."""
        note = f'<p class="dl-note">{escape(self.note)}</p>' if self.note else ""
        return (
            f'<figure class="dl-figure">{self.svg(theme=theme, width=width, scope=scope)}'
            f"<figcaption>{escape(self.title)}{note}</figcaption>"
            f"<details><summary>As a table</summary>{self.table_html()}</details></figure>"
        )

    def altair(self) -> altair.Chart:
        """Return the chart as an Altair object, to be changed or shown interactively.

        Raises:
            TypeError: The chart is a map; it is not drawn by Vega.
        """
        if self.spec is None:
            raise TypeError(f"{self.name} is drawn without Vega; use svg() or png()")
        import altair

        chart: altair.Chart = altair.Chart.from_dict(self.spec(palette_of("light"), 640))
        return chart

    def _raw(self, palette: Palette, width: int) -> str:
        if not self.rows and self.draw is None:
            return nothing(palette, width)
        if self.draw is not None:
            return self.draw(palette, width)
        return vega_svg(self.spec(palette, width)) if self.spec else nothing(palette, width)

    def _repr_html_(self) -> str:
        """Show picture and table in a notebook."""
        return self.figure_html(theme="light")


def plural(n: int, word: str) -> str:
    """Say a number of things.

    Example:
        >>> plural(1, "event"), plural(0, "tie")
        ('1 event', '0 ties')
    """
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def _side(column: Column) -> str:
    return ' class="dl-number"' if column.numeric else ""


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.1f}" if isinstance(value, float) else str(value)
