"""The model of a house style 版式."""

from drafter.layout.model import (
    BlankMark,
    Face,
    Grid,
    Layout,
    Lead,
    Lectern,
    Page,
    PageNumber,
    Title,
)

__all__ = ["BlankMark", "Face", "Grid", "Layout", "Lead", "Lectern", "Page", "PageNumber", "Title"]
