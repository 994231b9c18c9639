"""Documents that were saved by LibreOffice: as .docx, through .odt, the old .doc and .rtf."""

from __future__ import annotations

import random

import pytest

from drafter.models.parameters import Parameters
from tests.drafts import given

from .checking import Check
from .conftest import Save
from .desk import Desk
from .edits import add_words
from .flood import UPSTREAM, flood, points, pull
from .opened import Opened, said, tag_in, text_of, typed_in
from .scripts import DRAFTS, brought, document, edited, parameters_of, random_script, written
from .values import fill

pytestmark = pytest.mark.libreoffice
FORMATS = ("docx", "odt", "doc", "rtf")


@pytest.fixture(scope="module")
def desk() -> Desk:
    """A speech in which a person filled a blank and wrote some words."""
    desk = Desk()
    desk.do_to(fill, "speaker.name")
    desk.do(add_words, "让我们一起努力", 4)
    return desk


@pytest.fixture(scope="module", params=FORMATS)
def saved(request: pytest.FixtureRequest, desk: Desk, save_again: Save) -> tuple[str, bytes]:
    return request.param, save_again({"speech": desk.opened.save()}, request.param)["speech"]


@pytest.fixture(scope="module")
def untouched(save_again: Save) -> dict[str, bytes]:
    return save_again({name: written(name) for name in DRAFTS}, "docx")


@pytest.mark.parametrize("draft", sorted(DRAFTS))
def test_a_document_that_was_only_saved_again_has_nothing_of_its_own(
    draft: str, untouched: dict[str, bytes]
) -> None:
    findings = brought(untouched[draft], parameters_of(draft)).findings
    assert not (
        findings.kept or findings.updated or findings.reworded or findings.conflicts or findings.notes
    )


def test_values_become_current_and_what_a_person_wrote_stays(saved: tuple[str, bytes], desk: Desk) -> None:
    after = Desk(**desk.keys)
    after.points[0]["owner"], after.keys["meeting"]["venue"] = "市安监局", "市会议中心"
    format, docx = saved
    update = brought(docx, _given(after))
    assert update.document is not None and not update.findings.conflicts
    text = "\n".join(said(update.document))
    assert "市安监局" in text and "市应急局" not in text
    assert typed_in([text]) == typed_in(said(desk.opened.save()))
    assert any("controls are gone" in note.text for note in update.findings.notes) == (
        format in ("doc", "rtf")
    )


def test_new_prose_and_new_points_are_there(saved: tuple[str, bytes], desk: Desk) -> None:
    after = Desk(**desk.keys)
    after.points.insert(0, {"heading": "科技支撑", "text": "让数据多跑路。"})
    after.points[1]["text"] = "领导天天在一线。"
    update = brought(saved[1], _given(after))
    assert update.document is not None and not update.findings.conflicts
    lines = [line for line in said(update.document) if line[1:2] == "要"]
    assert lines[0] == "一要科技支撑。让数据多跑路。"
    assert lines[1].startswith("二要领导带头。领导天天在一线。")


def test_a_value_that_both_changed_is_a_conflict(saved: tuple[str, bytes], desk: Desk) -> None:
    after = Desk(**desk.keys)
    after.keys["speaker"] = {"name": "路明谦"}
    names = [conflict.name for conflict in brought(saved[1], _given(after)).findings.conflicts]
    assert names == ["speaker.name"]


def test_controls_come_back_where_values_become_current(saved: tuple[str, bytes], desk: Desk) -> None:
    after = Desk(**desk.keys)
    after.points[0]["owner"] = "市安监局"
    docx = brought(saved[1], _given(after)).document
    assert docx is not None
    held = {tag_in(one): text_of(one) for one in Opened(docx).controls()}
    assert held["parts[0].points[0].owner"] == "市安监局"


@pytest.mark.parametrize("format", FORMATS)
def test_a_document_that_went_through_another_format_has_nothing_to_pull_and_becomes_current(
    format: str, save_again: Save
) -> None:
    desk = flood(style={"outline": "true"})
    saved = save_again({"speech": desk.opened.save()}, format)["speech"]
    assert pull(desk, saved).findings.updated == []
    points(desk)[1]["text"] = "预警要叫得应，转移要走得稳。"
    points(desk)[0]["figures"][0]["value"] = "14"
    points(desk).insert(1, UPSTREAM)
    now = given(**desk.keys)

    update = brought(saved, now)

    assert update.document is not None and not update.findings.conflicts
    assert list(filter(None, said(update.document))) == list(filter(None, said(document(now))))


def _given(desk: Desk) -> Parameters:
    return given(**desk.keys)


def test_edit_scripts_lose_nothing_through_libreoffice(save_again: Save) -> None:
    scripts = {f"script-{seed}": random_script(random.Random(seed)) for seed in range(12)}
    desks = {name: edited(script) for name, script in scripts.items()}
    saved = save_again({name: opened.save() for name, (opened, _after) in desks.items()}, "docx")
    for name, (opened, after) in desks.items():
        Check(scripts[name], opened, after, saved[name]).run()
