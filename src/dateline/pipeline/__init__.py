"""Composes the stages and runs them in one process or many."""
