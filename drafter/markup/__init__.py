"""Speech markup → Speech."""

from drafter.markup.parse import parse_markup

__all__ = ["parse_markup"]
