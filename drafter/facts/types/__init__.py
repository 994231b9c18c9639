"""Clauses become facts: what a fact is, where it begins and ends, what of it belongs together."""
