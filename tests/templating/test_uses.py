"""`uses` in a kind.yaml says what the kind's templates ask for, no more and no less."""

from __future__ import annotations

from pathlib import Path

import pytest

from .folders import KIND, faults, short_kind

# Each check reads every kind that ships as well.
pytestmark = pytest.mark.slow

SPEECH = "<speech><title>甲</title>\n<opening>{}</opening></speech>"


def kind_using(*parameters: str) -> str:
    return KIND.replace("[]", f"[{', '.join(parameters)}]")


def test_what_is_declared_and_not_used_is_reported_at_its_word(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, short_kind(kind=kind_using("awards")))

    assert ("K101", f"{tmp_path}/kinds/short/kind.yaml:4:8") == (fault.code, str(fault.span))
    assert "no template of this kind asks for `awards`" == fault.message


def test_what_is_used_and_not_declared_is_reported_with_where_it_is_used(tmp_path: Path) -> None:
    speech = SPEECH.format("{{ guests|names }}")

    (fault,) = faults(tmp_path, short_kind(kind=kind_using(), speech=speech))

    assert ("K102", f"{tmp_path}/kinds/short/kind.yaml:4:1") == (fault.code, str(fault.span))
    assert f"{tmp_path}/kinds/short/speech.xml.j2:2:13" in fault.message
    assert "write `uses: [guests]`" == fault.remedy


def test_a_key_of_the_meeting_is_declared_by_itself(tmp_path: Path) -> None:
    speech = SPEECH.format("{{ meeting.venue }}")

    (fault,) = faults(tmp_path, short_kind(speech=speech))

    assert "write `uses: [meeting.venue]`" == fault.remedy


def test_what_every_paper_takes_needs_no_declaring(tmp_path: Path) -> None:
    speech = SPEECH.format("{{ meeting.date }}{{ topic }}{{ salutation }}{{ style.rate }}")

    assert () == faults(tmp_path, short_kind(speech=speech))


def test_what_a_shared_file_asks_for_is_used(tmp_path: Path) -> None:
    speech = '<speech>{% include "shared/opening.xml.j2" %}</speech>'
    kind = kind_using("meeting.purpose", "meeting.agenda", "appraisal")
    kind += "parts: [{role: tasks, name: 任务, numbering: 一要}]\n"

    assert () == faults(tmp_path, short_kind(kind=kind, speech=speech))


def test_what_a_macro_that_nobody_calls_asks_for_is_not_used(tmp_path: Path) -> None:
    speech = "{% macro never() %}{{ guests|names }}{% endmacro %}" + SPEECH.format("甲")

    assert () == faults(tmp_path, short_kind(speech=speech))


def test_a_part_of_a_kind_that_ships_asks_for_no_more_than_the_kind_has(tmp_path: Path) -> None:
    tasks = '{% extends "shared/part.xml.j2" %}\n{% block heading %}{{ guests|names }}{% endblock %}'

    (fault,) = faults(tmp_path, {"kinds/deployment/tasks.xml.j2": tasks})

    assert ("K102", f"{tmp_path}/kinds/deployment/tasks.xml.j2:2:23") == (fault.code, str(fault.span))
