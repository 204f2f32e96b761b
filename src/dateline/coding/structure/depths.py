"""How deep in its sentence a word stands."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph

# No sentence is deeper; a parse that goes in circles ends here.
DEEPEST = 60


def depth_of(graph: Graph, i: int) -> int:
    """Return how many steps a token stands below its sentence's root.

    Args:
        graph: Arguments of the story.
        i: The token.
    """
    depth = 0
    while graph.tokens[i].head != i and depth < DEEPEST:
        i = graph.tokens[i].head
        depth += 1
    return depth
