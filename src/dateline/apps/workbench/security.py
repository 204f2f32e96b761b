"""Keeps other sites, forged hosts and foreign scripts out; every answer of the workbench passes through here.

The workbench has no password: that it listens on this machine only, answers to its own names only and takes changes
from its own pages only is what protects a run.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = ("127.0.0.1", "localhost", "[::1]")
# Nothing from anywhere but this server; scripts and styles as files of ours only, none inside a page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE = {"GET", "HEAD"}
_MOST_BYTES = 65_536


class Guard:
    """ASGI middleware: checks Host, method, origin and size of a request and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str] = LOCAL) -> None:
        """Wrap `app`; `hosts` are the names, without port, that a request may be addressed to."""
        self._app = app
        self._hosts = {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(str(scope["method"]), headers)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    answer[name] = value
                answer.setdefault("Cache-Control", "no-cache")
            await send(message)

        await (refusal or self._app)(scope, receive, send_guarded)

    def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        if name_of(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("This workbench does not answer to that host name.\n", 421)
        if method in _SAFE:
            return None
        if method != "POST":
            return PlainTextResponse("Method not allowed.\n", 405, {"Allow": "GET, HEAD, POST"})
        if not same_site(headers):
            return PlainTextResponse("Changes are taken from the workbench's own pages only.\n", 403)
        size = headers.get("content-length", "")
        if not size.isdigit() or int(size) > _MOST_BYTES:
            return PlainTextResponse(f"A form of at most {_MOST_BYTES} bytes is taken.\n", 413)
        return None


def name_of(host: str) -> str:
    """Return the name of a Host header, without its port.

    Example:
        >>> name_of("[::1]:8765"), name_of("LocalHost:80"), name_of("evil.example")
        ('[::1]', 'localhost', 'evil.example')
    """
    host = host.strip().lower()
    end = host.rfind("]") + 1 if host.startswith("[") else host.find(":")
    return host if end <= 0 else host[:end]


def same_site(headers: Headers) -> bool:
    """Say whether a browser made this request from one of our own pages.

    Browsers set both headers themselves and no page can forge them; a request with neither is refused.
    """
    fetched, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if fetched is not None and fetched != "same-origin":
        return False
    if origin is not None:
        return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
    return fetched is not None
