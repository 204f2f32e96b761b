"""The command line."""

from dateline.apps.cli.main import app, main

__all__ = ["app", "main"]
