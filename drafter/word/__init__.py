"""Word documents: written from a speech, and recognised again."""

from drafter.word.fingerprint import fingerprint, is_untouched, stored_fingerprint
from drafter.word.writer import write_docx

__all__ = ["fingerprint", "is_untouched", "stored_fingerprint", "write_docx"]
