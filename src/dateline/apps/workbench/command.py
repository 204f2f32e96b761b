"""`dateline serve RUN`."""

from __future__ import annotations

import getpass
import threading
from collections.abc import Callable
from pathlib import Path
from socket import IPPROTO_TCP, TCP_NODELAY
from typing import Annotated

import typer

from dateline.model import UsageError

_LOCAL = {"127.0.0.1", "::1", "localhost"}


def serve_command(
    run: Annotated[Path, typer.Argument(help="The run folder.", show_default=False)],
    host: Annotated[
        str, typer.Option(help="Address to listen on; the default is reached from this machine only.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8765,
    coder: Annotated[str | None, typer.Option(help="Your name in the log of reviews; your login if left out.")] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Take no reviews.")] = False,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", help="A further host name to answer to; may be repeated.")
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the browser.")] = False,
) -> None:
    """Read, check and correct a run in the browser; nothing leaves this machine."""
    if host not in _LOCAL and not allow_host:
        raise UsageError(
            f"--host {host} lets others on the network read this run and review in it, without a password; "
            "say under which name with --allow-host NAME"
        )
    import uvicorn

    from dateline.apps.workbench.app import make_app
    from dateline.apps.workbench.base import Base
    from dateline.apps.workbench.index import known_index
    from dateline.apps.workbench.overview import warm_up
    from dateline.apps.workbench.security import LOCAL
    from dateline.apps.workbench.site import Site
    from dateline.store import Run

    opened = Run.open(run)
    if known_index(opened) is None:
        typer.echo(f"making the index of {run}, once for this content", err=True)
    site = Site(base=Base.open(opened), coder=coder or _login(), read_only=read_only)
    application = make_app(site, hosts=(*LOCAL, *(allow_host or ())))
    config = uvicorn.Config(
        application, host=host, port=port, log_level="warning", access_log=False, server_header=False
    )
    _serve(uvicorn.Server(config), config, run, lambda: warm_up(site), open_browser=open_browser)


def _serve(server: object, config: object, run: Path, warm: Callable[[], None], *, open_browser: bool) -> None:
    import uvicorn

    assert isinstance(server, uvicorn.Server)
    assert isinstance(config, uvicorn.Config)
    try:
        socket = config.bind_socket()
    except SystemExit:
        raise UsageError(f"port {config.port} of {config.host} cannot be taken; choose another with --port") from None
    # Connections inherit this: without it each answer's body waits 40 ms for the browser's word on its head.
    socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
    # From here on browsers may come; they wait until the server is up.
    socket.listen(config.backlog)
    name = f"[{config.host}]" if ":" in config.host else config.host
    address = f"http://{name}:{socket.getsockname()[1]}/"
    typer.echo(f"{run} at {address} (end with Ctrl+C)")
    threading.Thread(target=warm, daemon=True).start()
    if open_browser:
        typer.launch(address)
    server.run(sockets=[socket])


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "coder"
