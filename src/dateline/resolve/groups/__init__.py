"""Several at once: "the two countries", "both leaders"."""
