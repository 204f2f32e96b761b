"""Lands and their peoples, and which land a story is about."""
