"""`Story` to `ParsedStory`; the only room that knows spaCy."""

from dateline.language.pipeline import DEFAULT_PIPELINE, Parser, check_hashes, find_pipeline

__all__ = ["DEFAULT_PIPELINE", "Parser", "check_hashes", "find_pipeline"]
