"""Place names and the records of the gazetteer that they mean."""
