"""Who says what to whom, and whom "I", "we" and "you" mean."""
