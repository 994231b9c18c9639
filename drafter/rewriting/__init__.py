"""Values changed inside the YAML text that a clerk wrote, and nothing else of it."""

from drafter.rewriting.rewrite import rewrite
from drafter.rewriting.wanted import UnsettableError

__all__ = ["UnsettableError", "rewrite"]
