"""The model of a meeting's YAML file."""

from drafter.parameters.answers import Answer
from drafter.parameters.facts import Award, Case, Duty, Notice
from drafter.parameters.meeting import AgendaItem, Chair, Meeting, Speaker
from drafter.parameters.parameters import Parameters
from drafter.parameters.parts import Figure, Heading, Measure, Part, Point, Problem, Quotation, Target
from drafter.parameters.style import Reading, Style
from drafter.parameters.texts import Depth, HeadingPattern, NumberingName

__all__ = [
    "AgendaItem",
    "Answer",
    "Award",
    "Case",
    "Chair",
    "Depth",
    "Duty",
    "Figure",
    "Heading",
    "HeadingPattern",
    "Measure",
    "Meeting",
    "Notice",
    "NumberingName",
    "Parameters",
    "Part",
    "Point",
    "Problem",
    "Quotation",
    "Reading",
    "Speaker",
    "Style",
    "Target",
]
