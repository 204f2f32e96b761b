"""Organisations, firms, parties, armed groups and the people who serve them."""
