"""Sentences about a fact: the library of frames, which fits, and how many there may be."""
