"""Predicate-argument structure of a sentence, with the syntax undone."""
