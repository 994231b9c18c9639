"""Changes as tracked revisions: a person sees them, and may accept or reject them."""

from __future__ import annotations

import pytest
from lxml import etree

from .desk import Desk
from .edits import split_runs
from .objects import put_in_table, track_deletion, track_insertion
from .opened import Opened, said, tag, typed_in
from .revising import accepted, rejected


@pytest.fixture
def desk() -> Desk:
    """A speech of which the YAML has a new value, a new point, one less, other prose."""
    desk = Desk()
    desk.points[0]["owner"] = "市安监局"
    desk.points.insert(1, {"heading": "科技支撑", "text": "让数据多跑路。"})
    del desk.points[2]
    desk.keys["closing"] = "散会以后，马上就干！"
    desk.keys["speaker"] = {"name": "路明谦"}
    return desk


def tracked(desk: Desk) -> bytes:
    document = desk.update(track=True).document
    assert document is not None
    return document


def revisions(document: bytes) -> list[etree._Element]:
    return list(Opened(document).root.iter(tag("ins"), tag("del")))


def test_rejected_they_leave_the_document_as_it_was(desk: Desk) -> None:
    assert said(rejected(tracked(desk))) == said(desk.opened.save())


def test_accepted_they_make_what_an_update_makes(desk: Desk) -> None:
    plain = desk.update().document
    assert plain is not None
    assert said(accepted(tracked(desk))) == said(plain)


def test_they_are_by_drafter_and_have_no_date(desk: Desk) -> None:
    found = revisions(tracked(desk))
    assert {one.get(tag("author")) for one in found} == {"drafter"}
    assert [one.get(tag("date")) for one in found if one.get(tag("date"))] == []


def test_their_numbers_are_their_own(desk: Desk) -> None:
    desk.do(track_insertion, "群众参与", 9)
    numbers = [one.get(tag("id")) for one in revisions(tracked(desk))]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("edit", [track_insertion, track_deletion])
def test_a_persons_own_revisions_wait_as_before(edit: object, desk: Desk) -> None:
    assert callable(edit)
    desk.do(edit, "责任不实", 3)
    before = [etree.tostring(one) for one in revisions(desk.opened.save())]
    document = tracked(desk)
    after = [etree.tostring(one) for one in revisions(document) if one.get(tag("author")) != "drafter"]
    assert after == before
    assert typed_in(said(document)) == typed_in(said(desk.opened.save()))


def test_a_tracked_deletion_is_read_as_deleted() -> None:
    desk = Desk()
    desk.do(track_deletion, "责任不实")
    assert desk.update().findings.kept != []


def test_only_what_differs_is_marked() -> None:
    desk = Desk()
    desk.do(split_runs, "市应急局", 2)
    desk.points[0]["owner"] = "市安监局"
    words = ["".join(one.itertext()) for one in revisions(tracked(desk))]
    assert "".join(words[:-1]) + words[-1] in ("市安监局市应急局", "市应急局市安监局")


def test_with_what_waits_to_be_accepted_there_is_nothing_to_do_again(desk: Desk) -> None:
    document = tracked(desk)
    desk.opened = Opened(document)
    assert desk.update(track=True).document is None


def test_a_point_in_a_table_of_ones_own_leaves_its_cell_as_an_update_does(desk: Desk) -> None:
    desk = Desk()
    desk.do(put_in_table, "部门协同")
    del desk.points[1]
    plain = desk.update().document
    assert plain is not None

    assert said(accepted(tracked(desk))) == said(plain)
