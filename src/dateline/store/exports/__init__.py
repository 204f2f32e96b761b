"""A run in the columns of other event data: POLECAT, ICEWS, Phoenix, PETRARCH2 and GDELT 2.0.

Each format keeps its own table of quad classes, its own missing value and its own idea of a row.
"""

from dateline.store.exports.formats import COLUMNS, HEADERS, OTHERS, write_other

__all__ = ["COLUMNS", "HEADERS", "OTHERS", "write_other"]
