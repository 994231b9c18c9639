"""Parameters → speech markup, through templates."""

from drafter.rendering.render import render_markup

__all__ = ["render_markup"]
