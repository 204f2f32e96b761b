"""Files that let others use and cite a run: Data Package, Croissant, CITATION.cff, a codebook and R for each table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dateline.store.files import write_whole
from dateline.store.run import Run
from dateline.store.schema import TABLES, TableSchema

# Types of a column in Data Package v2 (Table Schema) and in Croissant 1.1.
_PACKAGE = {"string": "string", "int32": "integer", "double": "number", "bool": "boolean", "date": "date"}
_CROISSANT = {"string": "sc:Text", "int32": "sc:Integer", "double": "sc:Float", "bool": "sc:Boolean", "date": "sc:Date"}
# The column that names a row, and the columns that point into another table.
KEYS = {
    "stories": "story_id", "events": "event_id", "statements": "statement_id", "ties": "tie_id",
    "incidents": "incident_id", "incident_events": "event_id",
}  # fmt: skip
LINKS = {
    "events": {"story_id": "stories"},
    "event_actors": {"event_id": "events", "story_id": "stories"},
    "evidence": {"story_id": "stories"},
    "statements": {"story_id": "stories"},
    "ties": {"story_id": "stories"},
    "tie_parties": {"tie_id": "ties", "story_id": "stories"},
    "incidents": {"event_id": "events"},
    "incident_events": {"incident_id": "incidents", "event_id": "events", "story_id": "stories"},
}
NAMES = ("datapackage.json", "croissant.json", "CITATION.cff", "codebook.md", "tables.R")


def describe(run: Run, folder: Path, *, title: str = "Events coded by Dateline") -> list[Path]:
    """Write the five files; equal runs give equal bytes.

    Args:
        run: The run.
        folder: Where to: the run's own folder, or one that holds copies of its tables.
        title: Title of the data set.

    Returns:
        The files written.

    Raises:
        StoreError: A file cannot be written.
    """
    version = str(run.manifest["version"])
    bodies = (
        _json(data_package(run, title)),
        _json(croissant(run, title)),
        citation(run, title),
        codebook(version),
        "\n\n".join(r_snippet(table) for table in TABLES.values()) + "\n",
    )
    paths = [folder / name for name in NAMES]
    for path, body in zip(paths, bodies, strict=True):
        write_whole(path, body.encode("utf-8"))
    return paths


def data_package(run: Run, title: str) -> dict[str, Any]:
    """Return the run as a Data Package (v2)."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "dateline-run",
        "title": title,
        "version": str(run.manifest["version"]),
        "resources": [_resource(table, _facts(run, table.name)) for table in TABLES.values()],
    }


def _resource(table: TableSchema, facts: Mapping[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [{"name": c.name, "type": _PACKAGE[c.type], "description": c.says} for c in table.columns]
    }
    if table.name in KEYS:
        schema["primaryKey"] = [KEYS[table.name]]
    links = LINKS.get(table.name, {})
    if links:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [column]}}
            for column, other in links.items()
        ]
    found = {"name": table.name, "path": f"{table.name}.parquet", "description": table.row, "format": "parquet"}
    sums = {"mediatype": "application/vnd.apache.parquet", "bytes": facts.get("bytes"), "rows": facts.get("rows")}
    return {**found, **sums, "hash": f"sha256:{facts.get('sha256')}", "schema": schema}


def croissant(run: Run, title: str) -> dict[str, Any]:
    """Return the run as Croissant 1.1 metadata."""
    return {
        "@context": {
            "@language": "en",
            "@vocab": "https://schema.org/",
            "sc": "https://schema.org/",
            "cr": "http://mlcommons.org/croissant/",
            "dct": "http://purl.org/dc/terms/",
            "conformsTo": "dct:conformsTo",
            "field": "cr:field",
            "recordSet": "cr:recordSet",
            "source": "cr:source",
            "fileObject": "cr:fileObject",
            "extract": "cr:extract",
            "column": "cr:column",
            "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
        },
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": title,
        "description": "News reports coded into events, statements and ties, each with the words that it rests on.",
        "version": str(run.manifest["version"]),
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": f"{name}.parquet",
                "name": f"{name}.parquet",
                "contentUrl": f"{name}.parquet",
                "encodingFormat": "application/vnd.apache.parquet",
                "sha256": _facts(run, name).get("sha256"),
            }
            for name in TABLES
        ],
        "recordSet": [_record_set(table) for table in TABLES.values()],
    }


def _record_set(table: TableSchema) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "cr:RecordSet", "@id": table.name, "name": table.name, "description": table.row}
    if table.name in KEYS:
        found["key"] = {"@id": f"{table.name}/{KEYS[table.name]}"}
    found["field"] = [
        {
            "@type": "cr:Field",
            "@id": f"{table.name}/{column.name}",
            "name": column.name,
            "description": column.says,
            "dataType": _CROISSANT[column.type],
            "source": {"fileObject": {"@id": f"{table.name}.parquet"}, "extract": {"column": column.name}},
        }
        for column in table.columns
    ]
    return found


def citation(run: Run, title: str) -> str:
    """Return the run's CITATION.cff: which data, coded with what."""
    configuration = run.manifest.get("configuration", {})
    named = [name for name in ("code", "actors", "lexicons") if name in configuration]
    said = ", ".join(f"{name} {str(configuration[name])[:12]}" for name in named)
    counts = f"{run.manifest.get('stories')} stories, {run.manifest.get('events')} events; {said}"
    lines = [
        "cff-version: 1.2.0",
        "message: Please cite the program and the data set.",
        "type: dataset",
        f"title: {json.dumps(title)}",
        f"version: {json.dumps(str(run.manifest['version']))}",
        "authors:",
        "  - name: Put your own names here",
        f"abstract: {json.dumps(counts)}",
        "identifiers:",
        "  - type: other",
        f"    value: sha256:{run.manifest.get('content_sha256')}",
        "    description: Hash of the ids and texts of the stories.",
        "references:",
        "  - type: software",
        "    title: Dateline",
        f"    version: {json.dumps(str(run.manifest['version']))}",
        "    authors:",
        "      - name: The Dateline authors",
    ]
    return "\n".join(lines) + "\n"


def codebook(version: str) -> str:
    """Return the codebook of the tables in Markdown, written from the schema."""
    parts = [f"# Codebook\n\nTables as Dateline {version} writes them. Offsets count characters of `stories.text`.\n"]
    for table in TABLES.values():
        rows = "\n".join(f"| `{c.name}` | {c.type} | {c.says}{_points(table.name, c.name)} |" for c in table.columns)
        parts.append(f"## {table.name}\n\n{table.row}\n\n| column | type | meaning |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def r_snippet(table: TableSchema) -> str:
    """Return R that reads one table, with the light reader and with arrow."""
    dates = [column.name for column in table.columns if column.type == "date"]
    lines = [
        f"# {table.name}: {table.row}",
        f'{table.name} <- nanoparquet::read_parquet("{table.name}.parquet")',
        f'# larger than memory: {table.name} <- arrow::open_dataset("{table.name}.parquet")',
    ]
    if dates:
        lines.append(f"# days: {', '.join(dates)}; both readers give them as Date")
    for column, other in LINKS.get(table.name, {}).items():
        lines.append(f'# with {other}: merge({table.name}, {other}, by = "{column}")')
    return "\n".join(lines)


def _points(table: str, column: str) -> str:
    other = LINKS.get(table, {}).get(column)
    return f" Points into `{other}`." if other else ""


def _facts(run: Run, table: str) -> Mapping[str, Any]:
    facts: Mapping[str, Any] = run.manifest["tables"].get(table, {})
    return facts


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
