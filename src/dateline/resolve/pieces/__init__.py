"""A sentence cut into the names and nouns that the knowledge base knows."""
