"""Sheets of many kinds and layouts, each with the list of what it says beside it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.facts import Fact, Quantity, Sheet, read_sheet
from drafter.facts.figures.numbers import plain

FOLDER = Path(__file__).with_name("sheets")
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def said_by(name: str) -> tuple[Sheet, dict[str, Any]]:
    expected = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return read_sheet(text, today=expected.get("today")), expected


def amounts(quantity: Quantity) -> set[str]:
    values = (quantity.value,) if quantity.high is None else (quantity.value, quantity.high)
    return {f"{plain(value * quantity.factor)}{quantity.unit}" for value in values}


def has(fact: Fact, wanted: list[str], sheet: Sheet) -> bool:
    """Whether a fact, or its neighbours on the line, has all figures; the fact its deadline and owner."""
    line = [other for other in sheet.facts if other.group == fact.group]
    figures = {amount for other in line for q in other.quantities for amount in amounts(q)}
    for each in wanted:
        if each.startswith("by "):
            told = fact.by is not None and fact.by.end == datetime.date.fromisoformat(each[3:])
        elif each.startswith("own "):
            told = any(each[4:] in owner for owner in fact.owners)
        elif each.startswith("help "):
            told = any(each[5:] in partner for partner in fact.partners)
        else:
            told = each in figures
        if not told:
            return False
    return True


@pytest.mark.parametrize("name", NAMES)
def test_the_head_of_a_sheet_is_read(name: str) -> None:
    sheet, expected = said_by(name)
    meeting, speaker = sheet.meeting, sheet.speaker
    found = {
        "name": meeting.name.value if meeting.name else None,
        "date": meeting.date.start if meeting.date else None,
        "time": meeting.time.clock if meeting.time else None,
        "speaker": speaker.name,
        "posts": list(speaker.posts),
        "minutes": speaker.minutes,
        "level": sheet.level,
        "kind": sheet.kind,
        "before": [step.who for step in sheet.before],
        "after": [step.who for step in sheet.after],
    }

    told = {key: value for key, value in expected.items() if key in found}
    assert told == {key: found[key] for key in told}


@pytest.mark.parametrize("name", NAMES)
def test_place_mode_and_those_who_attend_are_read(name: str) -> None:
    sheet, expected = said_by(name)
    meeting = sheet.meeting
    told = {
        "place": [meeting.venue, meeting.main_venue],
        "mode": [meeting.mode],
        "attendance": list(meeting.attendance),
    }

    missing = []
    for field, words in expected.items():
        there = [each.text for each in told.get(field, []) if each is not None]
        if field in told and not any(words in text or field == "mode" for text in there):
            missing.append(field)

    assert [] == missing


@pytest.mark.parametrize("name", NAMES)
def test_each_fact_is_found_under_its_type_with_its_figures(name: str) -> None:
    sheet, expected = said_by(name)

    missing = []
    for types, words, *wanted in expected["facts"]:
        there = [f for f in sheet.facts if str(words) in f.text and f.type.value in types.split("|")]
        if not any(has(fact, [str(each) for each in wanted], sheet) for fact in there):
            missing.append(words)

    assert [] == missing


@pytest.mark.parametrize("name", NAMES)
def test_each_wish_and_each_blank_is_found(name: str) -> None:
    sheet, expected = said_by(name)

    missing = []
    for kinds, words in expected.get("intents", []):
        there = [i.kind.value for i in sheet.intents if any(each in i.text for each in words.split("|"))]
        if not set(there) & set(kinds.split("|")):
            missing.append(words)
    for words in expected.get("blanks", []):
        if not any(words in blank.text for blank in sheet.blanks):
            missing.append(words)

    assert [] == missing


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_gives_the_same(name: str) -> None:
    assert said_by(name)[0] == said_by(name)[0]
