"""Pages of a long table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.requests import Request

from dateline.model import UsageError

PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Which page of how many; `address` leads to another with everything else as it is."""

    path: str
    items: tuple[tuple[str, str], ...]
    page: int
    per: int = PER_PAGE
    pages: int = 1

    @classmethod
    def read(cls, request: Request) -> Paging:
        """Read the page from an address.

        Raises:
            UsageError: It is no whole number from 1.
        """
        text = request.query_params.get("page", "1")
        if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1_000_000:
            raise UsageError(f"page={text!r}: give a whole number from 1")
        items = tuple((k, v) for k, v in request.query_params.multi_items() if k not in {"page", "done"})
        return cls(path=request.url.path, items=items, page=int(text))

    def of(self, total: int) -> Paging:
        """Return it with the number of pages that so many rows make."""
        return replace(self, pages=max(1, -(-total // self.per)))

    def address(self, page: int) -> str:
        """Return the address of another page."""
        items = [*self.items, *([("page", str(page))] if page > 1 else [])]
        return f"{self.path}?{urlencode(items)}" if items else self.path
