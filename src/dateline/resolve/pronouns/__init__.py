"""Whom pronouns mean."""
