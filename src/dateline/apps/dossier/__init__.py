"""Dossiers: what a run holds about one actor or a pair, as HTML, PDF or Markdown, every line with its source."""

from dateline.apps.dossier.content import Dossier
from dateline.apps.dossier.files import FORMATS, write
from dateline.apps.dossier.gathering import Options, gather
from dateline.apps.dossier.subjects import Subject, find_subject

__all__ = ["FORMATS", "Dossier", "Options", "Subject", "find_subject", "gather", "write"]
