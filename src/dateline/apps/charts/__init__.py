"""Charts and the map of a run, as SVG without scripts, each with the table that says the same.

Every function takes counted rows (dictionaries) and returns a `Chart`; `dateline.apps.charts.counting` makes such rows
from the tables of a run, and a database may make them as well.

Example:
    >>> from dateline.apps import charts
    >>> chart = charts.by_type([{"type": "AID", "quad": "material cooperation", "n": 3}])
    >>> chart.table()
    [{'type': 'AID', 'quad': 'material cooperation', 'n': 3}]
"""

from dateline.apps.charts.chart import Chart, Column
from dateline.apps.charts.commitments import commitment_states
from dateline.apps.charts.drawing import css
from dateline.apps.charts.dyads import dyad_heatmap, dyad_timeline
from dateline.apps.charts.palettes import PALETTES, QUADS, Palette, Theme
from dateline.apps.charts.ties import ties_as_periods
from dateline.apps.charts.timeline import timeline
from dateline.apps.charts.types import by_type
from dateline.apps.charts.worldmap import BORDERS_NOTE, world_map

__all__ = [
    "BORDERS_NOTE",
    "PALETTES",
    "QUADS",
    "Chart",
    "Column",
    "Palette",
    "Theme",
    "by_type",
    "commitment_states",
    "css",
    "dyad_heatmap",
    "dyad_timeline",
    "ties_as_periods",
    "timeline",
    "world_map",
]
