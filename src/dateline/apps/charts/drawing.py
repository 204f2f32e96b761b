"""From a specification to an SVG that may stand in any page: no scripts, ids of its own, colours by name."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from lxml import etree

from dateline.apps.charts.palettes import DARK, LIGHT, Palette, Theme

FONT = "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', 'DejaVu Sans', sans-serif"
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_HEX = re.compile(r"#[0-9a-f]{6}")
# A link may lead within the page's own site only.
_LOCAL = re.compile(r"(?!//)[/?#]")
# A drawing is made once for what it shows; a few hundred hold the pages of a working session.
_KEPT = 256


def vega_svg(spec: dict[str, Any]) -> str:
    """Draw a Vega-Lite specification; the same one is drawn once."""
    return _vega_svg(json.dumps(spec, sort_keys=True, default=str))


@lru_cache(maxsize=_KEPT)
def _vega_svg(spec: str) -> str:
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    return drawn


def to_png(svg: str, *, scale: float) -> bytes:
    """Turn an SVG into PNG."""
    import vl_convert

    drawn: bytes = vl_convert.svg_to_png(svg, scale=scale)
    return drawn


def nothing(palette: Palette, width: int) -> str:
    """Return a drawing that says that there is nothing to draw."""
    return (
        f'<svg xmlns="{_SVG}" width="{width}" height="60" viewBox="0 0 {width} 60">'
        f'<text x="{width / 2:g}" y="34" text-anchor="middle" font-size="13" font-family="{FONT}" '
        f'fill="{palette.faint}">Nothing to show here.</text></svg>'
    )


def finish(
    svg: str, *, theme: Theme, scope: str, title: str, says: str, links: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Make a drawing fit to stand in a page.

    Titles, scoped ids, links and a ground are added; scripts, styles, events, outside links and the roles of its inner
    parts are taken away (the table twin tells their content better).

    Args:
        svg: The drawing.
        theme: `auto` names the colours.
        scope: Put before every id.
        title: What it shows.
        says: The gist in a sentence.
        links: Where a mark leads, by its description.
    """
    root = etree.fromstring(svg.encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True))
    _clean(root, scope, links)
    linked = any(isinstance(e.tag, str) and etree.QName(e).localname == "a" for e in root.iter())
    root.attrib.update({"role": "group" if linked else "img", "aria-labelledby": f"{scope}-title {scope}-desc"})
    root.set("class", "dl-chart")
    if theme != "auto":
        root.insert(0, _ground(root, DARK if theme == "dark" else LIGHT))
    for position, (tag, words) in enumerate((("title", title), ("desc", says))):
        element = etree.Element(f"{{{_SVG}}}{tag}", {"id": f"{scope}-{tag}"})
        element.text = words
        root.insert(position, element)
    etree.cleanup_namespaces(root)
    text = etree.tostring(root, encoding="unicode")
    return _named(text) if theme == "auto" else text


def _ground(root: etree._Element, palette: Palette) -> etree._Element:
    left, top, width, height = root.get("viewBox", "").split()
    return etree.Element(
        f"{{{_SVG}}}rect", {"x": left, "y": top, "width": width, "height": height, "fill": palette.paper}
    )


def _clean(root: etree._Element, scope: str, links: Mapping[str, str]) -> None:
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or etree.QName(element).localname in {"script", "style", "foreignObject"}:
            _drop(element)
            continue
        label = element.get("aria-label")
        if label and etree.QName(element).localname == "path":
            tip = etree.SubElement(element, f"{{{_SVG}}}title")
            tip.text = label
        for name in [str(name) for name in element.attrib]:
            _clean_attribute(element, name, scope)
        if label and label in links:
            _lead(element, links[label])


def _lead(element: etree._Element, href: str) -> None:
    """Wrap a mark into a link, if that leads within the site."""
    parent = element.getparent()
    if parent is None or not _LOCAL.match(href):
        return
    link = etree.Element(f"{{{_SVG}}}a", {"href": href})
    parent.replace(element, link)
    link.append(element)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _clean_attribute(element: etree._Element, name: str, scope: str) -> None:
    value = str(element.attrib[name])
    if name == "id":
        element.set(name, f"{scope}-{value}")
    elif "url(#" in value:
        element.set(name, re.sub(r"url\(#", f"url(#{scope}-", value))
    elif name in {"href", _XLINK}:
        del element.attrib[name]
        if _LOCAL.match(value):
            element.set("href", value)
    elif name.startswith(("aria-", "on")) or name in {"role", "style", "class", "target"}:
        del element.attrib[name]


def _named(text: str) -> str:
    names = LIGHT.names()
    return _HEX.sub(lambda found: _variable(found.group(), names), text)


def _variable(value: str, names: dict[str, str]) -> str:
    return f"var(--dl-{names[value].replace('_', '-')}, {value})" if value in names else value


def css() -> str:
    """Return the style sheet that charts drawn with `theme="auto"` look to.

    Light by default, dark where the reader's system asks for it; `data-theme="light"` or `"dark"` on the root wins.
    """
    light, dark = _declarations(LIGHT), _declarations(DARK)
    return (
        f':root, :root[data-theme="light"] {{ {light} }}\n'
        f'@media (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ {dark} }} }}\n'
        f':root[data-theme="dark"] {{ {dark} }}\n'
        ".dl-chart { max-width: 100%; height: auto; }\n"
    )


def _declarations(palette: Palette) -> str:
    return " ".join(f"--dl-{name.replace('_', '-')}: {value};" for value, name in palette.names().items())
