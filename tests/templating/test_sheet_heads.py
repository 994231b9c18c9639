"""What the YAML of a sheet says of the meeting, the speaker, the order, the wishes and what is missing.

Beside each sheet stands what it says: the fields as the YAML has them; under ``agenda`` and ``after`` who and
words of what he does; under ``intents`` the keys that may take a wish and words of it; under ``missing`` the
names that may be given to each thing missing.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.facts.head.done import as_done
from drafter.facts.missing.blanks import what_is_missing
from drafter.facts.wishes.intents import read_wish
from drafter.library import builtin_library
from drafter.templating.from_sheet import yaml_of_sheet

FOLDER = Path(__file__).with_name("heads")
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
FIELDS = ("name", "date", "time", "venue", "level", "region")
PARTS = {"mode": "mode", "main": "main_venue", "branch": "branch_venues", "chair": "chair"}
LISTS = {"attend": "attendance", "absent": "absent"}
each_sheet = pytest.mark.parametrize("sheet", NAMES)


@lru_cache(maxsize=2)
def written(sheet: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values of the YAML, and those that the sheet gives."""
    text = (FOLDER / f"{sheet}.txt").read_text(encoding="utf-8")
    done = yaml_of_sheet(text, builtin_library(), today=datetime.date(2026, 1, 1))
    key = yaml.safe_load((FOLDER / f"{sheet}.yaml").read_text(encoding="utf-8"))
    return yaml.safe_load(done.text), key


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


@each_sheet
def test_the_fields_of_the_meeting_are_written(sheet: str) -> None:
    values, key = written(sheet)
    meeting = values["meeting"]

    told = {field: key[field] for field in FIELDS if field in key}
    assert {field: str(value) for field, value in told.items()} == {f: str(meeting.get(f)) for f in told}
    assert str(key.get("size", "")) in str(meeting.get("size", ""))
    assert [] == [f for f in PARTS if f in key and str(key[f]) not in str(meeting.get(PARTS[f]))]


@each_sheet
def test_the_speaker_the_length_and_the_kind_are_written(sheet: str) -> None:
    values, key = written(sheet)
    found = {
        "speaker": values["speaker"].get("name"),
        "post": values["speaker"].get("post"),
        "minutes": values["style"].get("minutes"),
        "kind": values["kind"],
    }

    told = {field: key[field] for field in found if field in key}
    assert told == {field: found[field] for field in told}


@each_sheet
def test_who_comes_and_what_is_visited_is_written(sheet: str) -> None:
    values, key = written(sheet)
    lists = {name: "".join(map(str, listed(values["meeting"].get(field)))) for name, field in LISTS.items()}
    lists["visits"] = "".join(listed(values.get("visits")))

    assert [] == [words for name, text in lists.items() for words in key.get(name, []) if words not in text]


@each_sheet
def test_the_order_has_its_steps_on_their_side_of_the_speech(sheet: str) -> None:
    values, key = written(sheet)

    for name, field in (("agenda", "agenda"), ("after", "afterwards")):
        steps = listed(values["meeting"].get(field))
        missing = [
            (who, does)
            for who, does in key[name]
            if not any(
                who in s.get("who", "")
                # 授旗 was done as 授了旗.
                and (does in f"{s.get('who', '')}{s.get('did')}" or as_done(does) == s.get("did"))
                for s in steps
            )
        ]
        assert [] == missing
        assert len(steps) <= len(key[name])


READ_IN_NOTES = {"address": ("thanks", "praise", "address"), "named": ("name",)}


def takes(values: dict[str, Any], keys: str, words: list[str]) -> bool:
    """Whether one of the keys of the intent has some of the words; notes are read as they are carried out."""
    intent = values.get("intent", {})
    for name in keys.split("|"):
        items = [item["to"] if isinstance(item, dict) else item for item in listed(intent.get(name))]
        read = map(read_wish, listed(intent.get("notes")))
        items += ["".join(wish.words) for wish in read if wish.kind in READ_IN_NOTES.get(name, ())]
        if any(word in item for word in words for item in items):
            return True
    return False


@each_sheet
def test_each_wish_stands_under_its_key(sheet: str) -> None:
    values, key = written(sheet)

    assert [] == [words for keys, words in key["intents"] if not takes(values, keys, words.split("|"))]


@each_sheet
def test_what_is_missing_has_a_short_name(sheet: str) -> None:
    values, key = written(sheet)
    told = [item["what"] if isinstance(item, dict) else item for item in listed(values.get("missing"))]
    names = [what_is_missing(re.split("[，,；;]", words)) for words in told]

    assert [] == [each for each in key["missing"] if not set(each.split("|")) & set(names)]
