"""Where the frames of the lexicon fire, and who fills their slots."""
