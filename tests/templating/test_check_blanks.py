"""`blanks` in a kind.yaml says what the kind's templates ask for by name, no more and no less."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import Diagnostic

from .folders import KIND, faults, shipped, short_kind

# Each check reads the templates of every kind.
pytestmark = pytest.mark.slow

SPEECH = "<speech><title>甲</title>\n<opening>{}</opening></speech>"
DECLARED = KIND + "blanks:\n  家底: 照台账抄\n"
NEVER = '{{% if meeting.level == "乡" %}}{}{{% endif %}}'


def short(opening: str, kind: str = DECLARED) -> dict[str, str]:
    return short_kind(kind=kind, speech=SPEECH.format(opening))


def only(found: tuple[Diagnostic, ...]) -> tuple[str, str, str, str]:
    """Return the code, place, message and remedy of the one fault."""
    (fault,) = found
    return fault.code, str(fault.span), fault.message, fault.remedy


def test_a_blank_that_is_declared_and_asked_for_is_right(tmp_path: Path) -> None:
    assert () == faults(tmp_path, short('{{ none|blank("家底") }}'))


def test_one_that_is_not_declared_is_told_where_no_draft_comes_by(tmp_path: Path) -> None:
    opening = NEVER.format('{{ none|blank("家底") }}{{ none|blank("加底") }}')

    code, place, message, remedy = only(faults(tmp_path, short(opening)))

    assert ("J103", "no blank `加底` is declared") == (code, message)
    assert place.startswith(f"{tmp_path}/kinds/short/speech.xml.j2:2:")
    assert "did you mean `家底`? If not, declare it at `blanks` in kind.yaml" == remedy


def test_one_in_a_slot_is_told_as_in_a_branch(tmp_path: Path) -> None:
    tasks = '{% extends "shared/part.xml.j2" %}\n{% slot %}甲{% endslot %}\n{% slot others %}{}{% endslot %}'
    files = {"kinds/deployment/tasks.xml.j2": tasks.replace("{}", '{{ point.text|blank("无此空位") }}')}

    found = [fault for fault in faults(tmp_path, files) if fault.code == "J103"]

    assert [f"{tmp_path}/kinds/deployment/tasks.xml.j2:3"] == [str(f.span).rpartition(":")[0] for f in found]


@pytest.mark.parametrize("words", ["{% if topic %}", "{{ kind.name( }}", "{{ 1 / 0 }}"])
def test_what_a_template_that_cannot_be_read_asks_for_is_not_told_as_unused(
    tmp_path: Path, words: str
) -> None:
    code, *_rest = only(faults(tmp_path, short(words)))

    assert code in ("J101", "J102")


@pytest.mark.parametrize("name", ['"甲" if topic else "家底"', '"家底" if topic else "甲"'])
def test_each_name_that_may_be_meant_is_looked_for(tmp_path: Path, name: str) -> None:
    code, _place, message, _remedy = only(faults(tmp_path, short(f"{{{{ none|blank({name}) }}}}")))

    assert ("J103", "no blank `甲` is declared") == (code, message)


def test_one_that_no_template_asks_for_is_told_at_its_key(tmp_path: Path) -> None:
    code, place, message, _remedy = only(faults(tmp_path, short("甲")))

    assert ("K105", f"{tmp_path}/kinds/short/kind.yaml:6:3") == (code, place)
    assert "no template of this kind asks for the blank `家底`" == message


def test_where_only_the_draft_knows_the_name_none_is_idle(tmp_path: Path) -> None:
    assert () == faults(tmp_path, short('{{ none|blank(topic or "家底") }}'))


def test_the_agenda_of_a_kind_asks_for_its_blanks(tmp_path: Path) -> None:
    kind = DECLARED + "agenda:\n  - {who: 家底, did: '通报了{通报内容}'}\n"

    assert () == faults(tmp_path, short("甲", kind))


@pytest.mark.parametrize(
    ("item", "column", "name"),
    [("{who: 加底, did: 甲}", 11, "加底"), ("{who: 家底, did: '甲{乙}'}", 20, "乙")],
)
def test_a_blank_of_the_agenda_that_nobody_declares_is_told_in_it(
    tmp_path: Path, item: str, column: int, name: str
) -> None:
    kind = DECLARED + f"agenda:\n  - {item}\n"

    code, place, message, _remedy = only(faults(tmp_path, short('{{ none|blank("家底") }}', kind)))

    assert ("Y110", f"no blank `{name}` is declared") == (code, message)
    assert f"{tmp_path}/kinds/short/kind.yaml:8:{column}" == place


def test_what_a_shared_template_asks_for_is_declared_for_all_kinds(tmp_path: Path) -> None:
    closing = '<closing><p>{{ none|blank("散会后去向") }}</p></closing>'

    found = faults(tmp_path, {"shared/closing.xml.j2": closing}, "deployment")

    assert "declare it at `blanks` in phrases/blanks.yaml" == only(found)[3]


def test_a_shared_blank_that_no_kind_asks_for_is_told_at_its_key(tmp_path: Path) -> None:
    shared = shipped("phrases/blanks.yaml") + "  散会后去向: 看会议手册\n"

    code, place, message, _remedy = only(faults(tmp_path, {"phrases/blanks.yaml": shared}, "agenda"))

    assert ("K105", f"{tmp_path}/phrases/blanks.yaml:{len(shared.splitlines())}:3") == (code, place)
    assert "no template asks for the blank `散会后去向`" == message


def test_a_blank_of_a_wrong_form_is_told(tmp_path: Path) -> None:
    found = faults(tmp_path, short("甲", KIND + "blanks: [家底]\n"))

    assert "a mapping is expected here" in [fault.message for fault in found]
