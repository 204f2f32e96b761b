"""Names and marks that wires print around a report."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.codebook import data_folder, read_toml


@dataclass(frozen=True, slots=True)
class WireWords:
    """Agencies by their names in lower case (and as they sign), and the marks before headlines."""

    agencies: dict[str, str]
    marks: dict[str, str]

    @classmethod
    def load(cls) -> WireWords:
        """Read the shipped table."""
        entry = read_toml(data_folder() / "readers" / "wire.toml")
        return cls({str(name).casefold(): str(name) for name in entry["agencies"]}, dict(entry["marks"]))
