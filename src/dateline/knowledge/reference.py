"""Writes docs/event-types.md from the codebook: `python -m dateline.knowledge.reference docs/event-types.md`."""

from __future__ import annotations

import sys
from pathlib import Path

from dateline.knowledge.codebook import Codebook


def reference() -> str:
    """Return types, modes, contexts and CAMEO codes in Markdown, as docs/event-types.md holds them."""
    book = Codebook.load()
    parts = [
        "# Event types, modes and contexts\n",
        "Written from the codebook by `python -m dateline.knowledge.reference`; do not edit by hand. Types, modes and "
        "contexts are PLOVER's (draft 0.8), in our own words; scores run from -10 (conflict) to +10 (cooperation). "
        "A mode without a score of its own has its type's.\n",
        "## Types\n",
        "| type | quad class | what it is | recipient | CAMEO root | score | modes |\n|---|---|---|---|---|---:|---|",
    ]
    for kind, entry in book.types.items():
        modes = ", ".join(f"{mode} {score:+g}" for (of, mode), score in book.mode_scores.items() if of == kind)
        need = "needed" if entry.needs_recipient else "may be missing"
        cells = (f"**{kind}**", entry.quad, entry.definition, need, entry.cameo, f"{entry.score:+g}", modes or "–")
        parts.append(f"| {' | '.join(map(str, cells))} |")
    parts += ["\n## Contexts\n", ", ".join(context.replace("_", " ") for context in book.contexts) + ".\n"]
    parts += ["## CAMEO codes\n", "| code | label | Goldstein | in PLOVER |\n|---|---|---:|---|"]
    for code, cameo in sorted(book.cameo.items()):
        there = f"{cameo.type}{f'/{cameo.mode}' if cameo.mode else ''}" if cameo.type else "no event"
        goldstein = "–" if cameo.goldstein is None else f"{cameo.goldstein:+g}"
        parts.append(f"| {code} | {cameo.label} | {goldstein} | {there} |")
    return "\n".join(parts) + "\n"


def main(arguments: list[str]) -> int:
    """Write the reference to the file named, or to standard output."""
    if arguments:
        Path(arguments[0]).write_text(reference(), "utf-8")
    else:
        sys.stdout.write(reference())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
