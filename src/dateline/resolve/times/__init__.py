"""Time expressions and the days that they name."""
