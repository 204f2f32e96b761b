"""Measures Dateline against gold sets: one module a suite, pure scorers apart from the parts that run the coder."""
