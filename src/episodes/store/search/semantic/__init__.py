"""Searching by meaning, beside the words: vectors of a sentence model, for who has the extra `semantic`."""
