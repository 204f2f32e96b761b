"""Standing relations that a report tells."""
