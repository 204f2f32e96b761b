"""Events, statements and ties of a resolved story."""

from dateline.coding.coder import DEFAULT_SETTING, Coder
from dateline.coding.pairs import code_pair

__all__ = ["DEFAULT_SETTING", "Coder", "code_pair"]
