"""Runs docs/notebook.ipynb and writes docs/notebook.md with what it shows: `python -m tools.docs.write_notebook`.

The notebook is kept without outputs; the page that the site shows is made from a run of it, pictures as files of their
own in docs/pictures.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

DOCS = Path(__file__).parents[2] / "docs"
NOTEBOOK = DOCS / "notebook.ipynb"


def execute(path: Path = NOTEBOOK) -> Any:
    """Run the notebook in its folder and return it with outputs; an error in a cell is raised."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    )
    return client.execute()


def page(notebook: Any, pictures: Path) -> str:
    """Return the notebook as Markdown and write its pictures into a folder."""
    parts = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            continue
        parts.append(f"```python\n{cell.source}\n```")
        for output in cell.outputs:
            parts.append(_shown(output, pictures, number=len(parts)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _shown(output: Any, pictures: Path, *, number: int) -> str:
    data = output.get("data", {})
    if "text/html" in data:
        return _html(data["text/html"], pictures, number=number)
    text = output.get("text") or data.get("text/plain", "")
    return f"```text\n{text.rstrip()}\n```" if text.strip() else ""


def _html(html: str, pictures: Path, *, number: int) -> str:
    found = re.search(r"<svg.*?</svg>", html, re.DOTALL)
    if found is None:
        # A blank line would end the block for Markdown; a story's own breaks become elements.
        kept = re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)
        joined = kept.replace("\n", "<br>" if "<mark" in kept else "")
        return f'<div class="output" markdown="0">{joined}</div>'
    name = f"notebook-{number}.svg"
    (pictures / name).write_text(found.group(), "utf-8")
    title = re.search(r"<title[^>]*>(.*?)</title>", found.group())
    return f"![{title[1] if title else ''}](pictures/{name})"


def main() -> None:
    """Write the page and its pictures."""
    pictures = DOCS / "pictures"
    for old in pictures.glob("notebook-*.svg"):
        old.unlink()
    (DOCS / "notebook.md").write_text(page(execute(), pictures), "utf-8")


if __name__ == "__main__":
    main()
