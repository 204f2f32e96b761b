"""What a run already holds, so that coding into it adds only what is new."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dateline.model import Rejected, Story, StoryStatus
from dateline.store import Run

_VERSION = re.compile(r"~\d+\Z")


@dataclass(slots=True)
class KnownStories:
    """Ids and text hashes of the stories of a run, and the inputs that it rejected.

    Example:
        >>> known = KnownStories()
        >>> [story.id for story in known.new([Story(id="a", text="x"), Story(id="a", text="y")])]
        ['a', 'a~2']
    """

    texts: dict[str, str] = field(default_factory=dict)
    rejected: set[tuple[str, str, str]] = field(default_factory=set)
    skipped: int = 0

    @classmethod
    def of(cls, run: Run | None) -> KnownStories:
        """Read what a run holds; nothing when None."""
        if run is None:
            return cls()
        rows = run.to_arrow("stories").select(["story_id", "text_sha256", "status"]).to_pylist()
        refused = {_facts(row["origin"], row["position"], row["reason"]) for row in run.stream("rejected")}
        return cls({row["story_id"]: _mark(row["text_sha256"], row["status"]) for row in rows}, refused)

    def new(self, items: Iterable[Story | Rejected]) -> Iterator[Story | Rejected]:
        """Yield what the run does not hold yet.

        A story with a known id and text is skipped; one with a known id and another text gets the next id (`a~2`), as
        if all had been read at once.
        """
        for item in items:
            if isinstance(item, Rejected):
                if _facts(item.origin, item.position, item.reason) not in self.rejected:
                    yield item
                continue
            found = self._placed(item)
            if found is None:
                self.skipped += 1
                continue
            yield found

    def _placed(self, story: Story) -> Story | None:
        digest = _mark(hashlib.sha256(story.text.encode("utf-8")).hexdigest(), story.status)
        stem = _VERSION.sub("", story.id)
        if f"id {stem} was taken" not in story.notes:
            stem = story.id
        new, number = stem, 1
        while new in self.texts:
            if self.texts[new] == digest:
                return None
            number += 1
            new = f"{stem}~{number}"
        self.texts[new] = digest
        note = f"id {stem} was taken"
        if new == stem or note in story.notes:
            return replace(story, id=new)
        return replace(story, id=new, notes=(*story.notes, note))


def _mark(digest: str, status: str | None) -> str:
    # A notice may repeat the text that it withdraws; it is no copy of it.
    return f"{digest} withdrawn" if status == StoryStatus.WITHDRAWN else digest


def _facts(origin: str | None, position: str | None, reason: str | None) -> tuple[str, str, str]:
    return origin or "", position or "", reason or ""
