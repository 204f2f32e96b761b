"""Addresses are fetched only on request, only from public hosts, and only so much."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.readers.samples import rss

from dateline.model import ReadError, Rejected
from dateline.readers import network, read
from dateline.readers.network import Address, fetch, is_public

LOCAL = ipaddress.ip_address("127.0.0.1")


class Handler(BaseHTTPRequestHandler):
    """Serves a feed, redirects, endless bytes and a cut answer."""

    hosts: list[str] = []

    def do_GET(self) -> None:
        self.hosts.append(self.headers.get("Host") or "")
        where = {"/loop": "/loop", "/inside": "http://127.0.0.2:1/", "/file": "file:///etc/passwd", "/once": "/feed"}
        if self.path in where:
            self.send_response(302)
            self.send_header("Location", where[self.path])
            self.end_headers()
            return
        body = rss() if self.path == "/feed" else b"x" * 5_000
        self.send_response(404 if self.path == "/none" else 200)
        self.send_header("Content-Length", str(len(body) + (99 if self.path == "/cut" else 0)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def server() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()


def only_local(address: Address) -> bool:
    """Stands in for the public internet: this one address may be asked and no other."""
    return address == LOCAL


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "2002:7f00:1::",
        "64:ff9b::7f00:1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1",
    ],
)  # fmt: skip
def test_no_address_of_a_private_network_is_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "192.0.43.7", "2606:4700::1111"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1/feed", "no public address"),
        ("http://localhost/feed", "no public address"),
        ("http://[::1]/feed", "no public address"),
        ("http://2130706433/feed", "no public address"),
        ("http://0x7f.1/feed", "no public address"),
        ("ftp://example.org/feed", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://user:word@example.org/", "name or password"),
        ("http://example.org:99999/", "no usable address"),
        ("http:///feed", "only http and https"),
        ("http://exam\nple.org/", "no"),
        ("http://no-such-host.invalid/", "not found"),
    ],
)
def test_an_address_that_leads_inside_or_nowhere_is_refused(url: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        fetch(url)


def test_an_allowed_address_is_fetched_and_a_redirect_is_followed(server: str) -> None:
    assert fetch(f"{server}/feed", allowed=only_local) == rss()
    assert fetch(f"{server}/once", allowed=only_local) == rss()
    assert Handler.hosts[-1] == server.removeprefix("http://")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/inside", "lies at 127.0.0.2"),
        ("/file", "only http and https"),
        ("/loop", "redirects"),
        ("/none", "answered 404"),
        ("/cut", "cut short|failed"),
    ],
)
def test_each_step_is_checked_again(server: str, path: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        fetch(f"{server}{path}", allowed=only_local)


def test_an_answer_above_the_limit_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "FETCH_BYTES", 1_000)
    with pytest.raises(ReadError, match="more than 1000 bytes"):
        fetch(f"{server}/long", allowed=only_local)


def test_reading_leaves_the_network_alone_unless_it_is_allowed(server: str) -> None:
    before = len(Handler.hosts)
    (off,) = read(f"{server}/feed")
    (on,) = read(f"{server}/feed", network=True)
    assert isinstance(off, Rejected)
    assert "the network is off" in off.reason
    assert isinstance(on, Rejected)
    assert "no public address" in on.reason
    assert len(Handler.hosts) == before


def test_a_fetched_feed_is_read_under_its_address(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.readers.reading.fetch", lambda url: fetch(url, allowed=only_local))
    (story,) = read(f"{server}/feed", network=True)
    assert story.origin == f"{server}/feed:entry 1"
