"""Names of people, and who bears them."""
