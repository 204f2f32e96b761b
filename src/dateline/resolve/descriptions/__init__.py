"""Noun phrases that describe: "the Turkish foreign minister", "three soldiers"."""
