"""Who is in an event, and whose they are."""
