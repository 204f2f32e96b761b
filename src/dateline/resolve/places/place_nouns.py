"""Nouns that say what kind of place stands beside them: "the town of Djibo", "Rakhine state"."""

from __future__ import annotations

# Words beside a name that say what kind of place it is, with the gazetteer's feature classes of that kind.
FEATURES = {
    "province": "A", "state": "A", "region": "AL", "district": "A", "governorate": "A", "prefecture": "A",
    "county": "A", "city": "P", "town": "P", "village": "P", "capital": "P", "river": "H", "sea": "H", "strait": "H",
    "island": "T", "lake": "H", "gulf": "H", "mountain": "T", "mount": "T", "peninsula": "TL",
}  # fmt: skip
# Words that call what they stand beside a place.
KINDS = frozenset(FEATURES) - {"mount", "gulf"} | {
    "suburb", "port", "municipality", "township", "hamlet", "neighbourhood", "neighborhood", "department", "valley",
    "settlement", "crossing", "islet", "atoll", "commune", "canton", "oblast",
}  # fmt: skip
