"""Whether an event happened, goes on, is planned, imagined or denied."""
