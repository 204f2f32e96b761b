"""How many died, were hurt, arrested or took part."""
