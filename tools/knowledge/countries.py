"""Which state holds which dependency."""

from __future__ import annotations

# Dependencies fold into the state that holds them (PLOVER manual, actors).
HOLDER = {
    "ABW": "NLD", "AIA": "GBR", "ALA": "FIN", "ASM": "USA", "ATA": None, "ATF": "FRA", "BES": "NLD", "BLM": "FRA", "BMU": "GBR",
    "BVT": "NOR", "CCK": "AUS", "COK": "NZL", "CUW": "NLD", "CXR": "AUS", "CYM": "GBR", "ESH": "MAR", "FLK": "GBR", "FRO": "DNK",
    "GGY": "GBR", "GIB": "GBR", "GLP": "FRA", "GRL": "DNK", "GUF": "FRA", "GUM": "USA", "HMD": "AUS", "IMN": "GBR", "IOT": "GBR",
    "JEY": "GBR", "MAC": "CHN", "MAF": "FRA", "MNP": "USA", "MSR": "GBR", "MTQ": "FRA", "MYT": "FRA", "NCL": "FRA", "NFK": "AUS",
    "NIU": "NZL", "PCN": "GBR", "PRI": "USA", "PYF": "FRA", "REU": "FRA", "SGS": "GBR", "SHN": "GBR", "SJM": "NOR", "SPM": "FRA",
    "SXM": "NLD", "TCA": "GBR", "TKL": "NZL", "UMI": "USA", "VGB": "GBR", "VIR": "USA", "WLF": "FRA",
}  # fmt: skip
# Codes that sources write otherwise, or mistype, and the one that stands here (`KOS` is PLOVER's for Kosovo).
SPELLED = {
    "XKX": "KOS",
    "XKS": "KOS",
    "KSV": "KOS",
    "TMP": "TLS",
    "JON": "JPN",
    "ROM": "ROU",
    "ZAR": "COD",
    "BUR": "MMR",
}


def home_code(code: str | None) -> str | None:
    """Return the code under which people and posts of a country stand: its usual spelling, dependencies folded.

    Example:
        >>> home_code("TMP"), home_code("BMU"), home_code("UNO")
        ('TLS', 'GBR', 'UNO')
    """
    plain = SPELLED.get(code or "", code)
    return HOLDER.get(plain or "", plain) or None
