"""Events, statements and ties of a resolved story."""

from dateline.coding.coder import Coder
from dateline.coding.pairs import code_pair

__all__ = ["Coder", "code_pair"]
