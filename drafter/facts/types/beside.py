"""Facts that the YAML gives under keys of their own: honours, cases, and what a person is charged with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.facts.sheet import FactType
from drafter.models.papers import Award, Case, Duty
from drafter.models.parameters import Parameters

# Keys whose values are facts, or words for those present, wherever the speech is made of facts.
KEYS = ("awards", "cases", "duty", "guests", "on_behalf", "visits")


def facts_beside(parameters: Parameters) -> Iterator[tuple[str, FactType, str]]:
    """Yield path, type and words of each fact that stands beside ``facts`` under a key of its own."""
    for number, award in enumerate(parameters.awards):
        yield from _honour(award, f"awards[{number}]")
    for number, case in enumerate(parameters.cases):
        yield from _case(case, f"cases[{number}]")
    if words := _charge(parameters.duty):
        yield "duty", FactType.SITUATION, words


def _honour(award: Award, path: str) -> Iterator[tuple[str, FactType, str]]:
    names = _joined((*award.units, *award.people))
    if award.title or names:
        yield path, FactType.AWARD, "：".join(filter(None, (award.title, names)))
    if award.deeds:
        yield f"{path}.deeds", FactType.CASE, award.deeds


def _case(case: Case, path: str) -> Iterator[tuple[str, FactType, str]]:
    if case.facts:
        yield f"{path}.facts", FactType.CASE, case.facts
    if case.lesson:
        yield f"{path}.lesson", FactType.CAUSE, case.lesson


def _charge(duty: Duty) -> str:
    """Return since when a person has his post, and what he is charged with: 我2024年3月任现职，负责水利."""
    since = f"{duty.since}任现职" if duty.since else ""
    work = f"负责{_joined(duty.work)}" if duty.work else ""
    told = "，".join(filter(None, (since, work)))
    return f"我{told}" if told else ""


def _joined(items: Sequence[str]) -> str:
    return "、".join(items)
