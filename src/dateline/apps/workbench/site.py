"""What every page shares: the run's index, the log of reviews, who is reviewing, and the templates."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from urllib.parse import quote, unquote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dateline.apps.review import ReviewLog, State
from dateline.apps.review.log import check_coder
from dateline.apps.workbench.base import Base
from dateline.apps.workbench.listing import FORMATS, Listing, python_of
from dateline.model import EventType, QuadClass, Status, UsageError
from dateline.version import VERSION

# Control characters but line ends and tabs, and marks that turn the direction of writing.
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
Made = TypeVar("Made")
THEMES = ("auto", "light", "dark")
SECTIONS = (
    ("/", "Overview"),
    ("/events", "Events"),
    ("/stories", "Stories"),
    ("/dyads", "Dyads"),
    ("/actors", "Actors"),
    ("/places", "Places"),
    ("/incidents", "Incidents"),
    ("/ties", "Ties"),
    ("/commitments", "Commitments"),
    ("/review", "Review"),
)


@dataclass(slots=True, kw_only=True)
class Site:
    """One run being served.

    Attributes:
        coder: Name under which reviews are kept when the browser has not given another.
        read_only: Take no reviews.
    """

    base: Base
    coder: str
    read_only: bool = False
    log: ReviewLog = field(init=False)
    _seen: tuple[tuple[int, int], State] | None = None
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _templates: Environment = field(init=False)
    _made: dict[str, tuple[tuple[int, int], Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the log and the templates."""
        self.log = ReviewLog(self.base.run.folder)
        self._templates = _environment()

    def state(self) -> State:
        """Return what the reviews add up to now; read anew only when the log has grown."""
        last = self.log.last()
        with self._guard:
            if self._seen is None or self._seen[0] != last:
                self._seen = (last, self.log.state())
            return self._seen[1]

    def after_reviews(self, make: Callable[[Base, State], Made]) -> Made:
        """Return what a function makes of the index and the reviews; asked anew only when the log has grown."""
        last = self.log.last()
        kept = self._made.get(make.__name__)
        if kept is None or kept[0] != last:
            kept = (last, make(self.base, self.state()))
            self._made[make.__name__] = kept
        made: Made = kept[1]
        return made

    def coder_of(self, request: Request) -> str:
        """Return who is reviewing: the browser's cookie, else the name given at the start."""
        try:
            return check_coder(unquote(request.cookies.get("coder", "")))
        except UsageError:
            return self.coder

    def page(
        self,
        request: Request,
        template: str,
        *,
        title: str,
        listing: Listing | None = None,
        status: int = 200,
        **context: Any,
    ) -> HTMLResponse:
        """Return a page made from a template.

        Args:
            request: What was asked.
            template: Name of the template.
            title: Of the page.
            listing: The table that it shows, for the downloads and "show the Python".
            status: HTTP status.
            context: What else the template needs.
        """
        theme = request.cookies.get("theme", "auto")
        common = {
            "title": title,
            "path": request.url.path,
            "section": "/" + request.url.path.split("/")[1],
            "sections": SECTIONS,
            "run_name": self.base.run.folder.resolve().name,
            "version": VERSION,
            "theme": theme if theme in THEMES else "auto",
            "coder": self.coder_of(request),
            "read_only": self.read_only,
            "here": _here(request),
            "done": request.query_params.get("done", ""),
            "downloads": _downloads(request, listing) if listing else [],
            "python": python_of(listing, self.base.run.folder) if listing else "",
        }
        body = self._templates.get_template(template).render({**common, **context})
        return HTMLResponse(body, status)


def _downloads(request: Request, listing: Listing) -> list[tuple[str, str]]:
    items = request.query_params.multi_items() if listing.items is None else listing.items
    kept = [(k, v) for k, v in items if k not in {"page", "per", "done"} and v]
    found = []
    for to in FORMATS:
        query = f"?{urlencode(kept)}" if kept else ""
        found.append((to.upper() if to != "parquet" else "Parquet", f"/{listing.name}.{to}{query}"))
    excel = urlencode([*kept, ("excel", "yes")])
    return [*found, ("CSV for spreadsheets", f"/{listing.name}.csv?{excel}")]


def _here(request: Request) -> str:
    kept = [(k, v) for k, v in request.query_params.multi_items() if k != "done"]
    return request.url.path + (f"?{urlencode(kept)}" if kept else "")


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("dateline.apps.workbench"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., Any]] = {
        "number": lambda n: f"{n:,}",
        "counted": counted,
        "visible": visible,
        "parts": lambda text: [part for part in (text or "").split(";") if part],
        "u": lambda text: quote(str(text), safe=""),
        "day": lambda d: d.isoformat() if isinstance(d, date) else (d or ""),
        "score": lambda s: f"{s:+.1f}" if s is not None else "",
    }
    made.filters.update(filters)
    made.globals.update(
        event_types=tuple(EventType), statuses=tuple(Status), quads=tuple(QuadClass), link=link, figure=figure
    )
    return made


def visible(text: object) -> str:
    """Show characters that hide or turn text around by their number, so that a story cannot disguise itself."""
    words = "" if text is None else str(text)
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", words)


def counted(n: int, noun: str) -> str:
    """Return a number with its noun, which is given in the plural.

    Example:
        >>> counted(1, "stories"), counted(1, "ties"), counted(2_000, "events")
        ('1 story', '1 tie', '2,000 events')
    """
    if n != 1:
        return f"{n:,} {noun}"
    return f"1 {noun[:-3]}y" if noun.endswith("ies") and len(noun) > len("ties") else f"1 {noun[:-1]}"


def link(path: str, **parameters: Any) -> str:
    """Return an address with parameters; those that are None or empty are left out."""
    kept = [(name, value) for name, value in parameters.items() if value not in (None, "")]
    return f"{path}?{urlencode(kept)}" if kept else path


def figure(chart: Any, *, width: int = 640, scope: str = "") -> Markup:
    """Return a chart with its table; its words are escaped where it is drawn."""
    return Markup(chart.figure_html(theme="auto", width=width, scope=scope))
