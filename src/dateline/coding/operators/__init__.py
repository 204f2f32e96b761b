"""What stands above a deed and makes another of it: promises, demands, denials, judgements."""
