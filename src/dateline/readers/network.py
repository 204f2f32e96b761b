"""One address fetched, where the user allows it: no private address is ever asked, also after a redirect.

The name is resolved once and the connection goes to the address that was checked, so that a name which changes its
answer gains nothing. Certificates are verified against the name.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from urllib.parse import SplitResult, urljoin, urlsplit

from dateline.model import ReadError
from dateline.readers.limits import FETCH_BYTES, FETCH_SECONDS, REDIRECTS
from dateline.version import VERSION

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_PORTS = {"http": 80, "https": 443}
_MOVED = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536


def is_public(address: Address) -> bool:
    """Say whether an address is one of the open internet.

    Loopback, private, link-local (cloud metadata among them), multicast and reserved ones are not, nor IPv6 forms that
    carry such an IPv4 address.

    Example:
        >>> [is_public(ipaddress.ip_address(a)) for a in ("192.0.43.7", "10.0.0.1", "::ffff:127.0.0.1")]
        [True, False, False]
    """
    inner: Address | None = None
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _nat64(address)
        if address.teredo:
            return False
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _nat64(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    inside = address in ipaddress.ip_network("64:ff9b::/96")
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if inside else None


def fetch(url: str, *, allowed: Callable[[Address], bool] = is_public) -> bytes:
    """Fetch an address over http or https.

    Args:
        url: The address.
        allowed: Which hosts may be asked; replaced only where a test serves from this machine.

    Returns:
        The body, at most `FETCH_BYTES`, unpacked by nobody.

    Raises:
        ReadError: The address is not allowed, the server fails, or it answers too much or too slowly.
    """
    limit = time.monotonic() + FETCH_SECONDS
    for _ in range(REDIRECTS + 1):
        parts = _checked(url)
        host = _resolve(parts, allowed)
        try:
            body, target = _ask(parts, host, limit)
        except (OSError, http.client.HTTPException) as error:
            raise ReadError(f"fetching failed: {str(error)[:150] or type(error).__name__}") from error
        if target is None:
            return body
        url = urljoin(url, target)
    raise ReadError(f"more than {REDIRECTS} redirects")


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ReadError(f"no usable address: {error}") from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ReadError("only http and https addresses are fetched")
    if parts.username or parts.password:
        raise ReadError("an address with a name or password in it is not fetched")
    if any(c.isspace() or not c.isprintable() for c in url) or port == 0:
        raise ReadError("no usable address: it holds characters that none has")
    return parts


def _resolve(parts: SplitResult, allowed: Callable[[Address], bool]) -> str:
    """Return the one address to connect to; a host with any address that is not allowed is refused whole."""
    name = parts.hostname or ""
    try:
        found = socket.getaddrinfo(name, parts.port or _PORTS[parts.scheme], type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError(f"the host {name[:100]!r} is not found") from error
    addresses = [str(entry[4][0]).split("%")[0] for entry in found]
    for address in addresses:
        if not allowed(ipaddress.ip_address(address)):
            raise ReadError(f"the host {name[:100]!r} lies at {address}, which is no public address; it is not asked")
    if not addresses:
        raise ReadError(f"the host {name[:100]!r} is not found")
    return addresses[0]


def _ask(parts: SplitResult, host: str, limit: float) -> tuple[bytes, str | None]:
    """Return the body, or where the server sends us instead."""
    connection = _connect(parts, host, limit)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    name = parts.netloc.rpartition("@")[2]
    headers = {"Host": name, "User-Agent": f"dateline/{VERSION}", "Accept-Encoding": "identity", "Accept": "*/*"}
    try:
        connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
        for key, value in headers.items():
            connection.putheader(key, value)
        connection.endheaders()
        answer = connection.getresponse()
        if answer.status in _MOVED:
            target = answer.getheader("Location")
            if target:
                return b"", target
        if answer.status != 200:
            raise ReadError(f"the server answered {answer.status}")
        return _body(answer, limit), None
    finally:
        connection.close()


def _connect(parts: SplitResult, host: str, limit: float) -> http.client.HTTPConnection:
    port = parts.port or _PORTS[parts.scheme]
    left = max(limit - time.monotonic(), 1)
    plain = socket.create_connection((host, port), timeout=left)
    connection = http.client.HTTPConnection(parts.hostname or host, port, timeout=left)
    try:
        secure = parts.scheme == "https"
        # The certificate must be that of the name, though the connection goes to the checked address.
        connection.sock = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname) if secure else plain
        )
    except (OSError, ValueError):
        plain.close()
        raise
    return connection


def _body(answer: http.client.HTTPResponse, limit: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while chunk := answer.read1(_CHUNK):
        size += len(chunk)
        parts.append(chunk)
        if size > FETCH_BYTES:
            raise ReadError(f"the server sends more than {FETCH_BYTES} bytes")
        if time.monotonic() > limit:
            raise ReadError(f"the server took more than {FETCH_SECONDS} seconds")
    if answer.length:
        raise ReadError("the answer was cut short")
    return b"".join(parts)
