"""What the two small models are asked, and what their answers count for."""
