"""Every fault is told at its place, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

import drafter
from drafter.errors import Diagnostic, ParameterError, Span
from drafter.i18n.text import display_width
from tests.drafts import faults_of, loaded

from .faults import FAULTS, HEAD, POINT, Case

each_fault = pytest.mark.parametrize("case", FAULTS.values(), ids=list(FAULTS))


def cells(text: str) -> int:
    """Return the columns of ``text`` where a control character shows as a blank."""
    return sum(2 if "\u2e80" < character != "\ufeff" else 1 for character in text)


@each_fault
def test_a_fault_is_told_with_its_code_and_place(case: Case) -> None:
    (fault,) = faults_of(case.text)

    assert (case.code, case.line, case.column) == (fault.code, fault.span.line, fault.span.column)


@each_fault
def test_a_fault_shows_the_words_it_is_about(case: Case) -> None:
    (fault,) = faults_of(case.text)

    start = fault.span.column - 1
    assert case.marked == fault.span.source[start : start + max(fault.span.length, 1)]


@each_fault
def test_a_fault_says_what_to_do(case: Case) -> None:
    (fault,) = faults_of(case.text)

    assert case.remedy in fault.remedy


@each_fault
def test_the_caret_stands_under_the_words(case: Case) -> None:
    (fault,) = faults_of(case.text)
    _head, place, *excerpt = fault.full().split("\n")

    assert f" --> {fault.span}" == place
    if excerpt[3:]:
        _margin, line, caret = excerpt[:3]
        before = len(f"{case.line} | ") + cells(fault.span.source[: case.column - 1])
        assert " " * before + "^" * cells(case.marked) == caret.replace("|", " ")


def test_all_faults_of_a_file_are_told_at_once_in_its_order() -> None:
    text = "knd: deployment\nmeeting:\n  date: 2025-02-30\n  level: 州\nparts:\n  - rol: tasks\n"

    faults = faults_of(text)

    assert {("Y101", 1), ("Y103", 1), ("Y103", 2), ("Y104", 3), ("Y104", 4), ("Y101", 6)} == {
        (fault.code, fault.span.line) for fault in faults
    }


def test_all_unknown_names_are_told_at_once() -> None:
    text = "kind: deploy\nmeeting: {name: 会议}\nstyle: {layout: gbt9705}\n"

    assert ["Y105", "Y106"] == [fault.code for fault in faults_of(text)]


def test_unknown_names_are_told_beside_other_faults_in_the_order_of_the_file() -> None:
    text = "kind: deploymnt\nmeeting:\n  name: 会\n  date: 2025-02-30\nparts: []\nstyle: {layout: a}\n"

    faults = faults_of(text)

    assert [("Y105", 1), ("Y104", 4), ("Y106", 6)] == [(fault.code, fault.span.line) for fault in faults]


def test_faults_of_form_are_told_beside_those_of_values() -> None:
    text = HEAD + "  name: 会\n  lvel: 市\ntitle: !!str a\nstyle: {rate: 0, variation: &a 1}\n"

    faults = faults_of(text)

    assert [("Y102", 4), ("Y101", 5), ("Y008", 6), ("Y104", 7), ("Y006", 7)] == [
        (fault.code, fault.span.line) for fault in faults
    ]


@pytest.mark.parametrize(
    "text", ["meeting:\n  name: *a\n", "meeting: *a\n", "meeting: {name: 会}\nstyle: {rate: !!int x}\n"]
)
def test_one_fault_is_told_once(text: str) -> None:
    assert 1 == len(faults_of("kind: deployment\n" + text))


def test_an_unknown_role_is_told_beside_other_faults() -> None:
    faults = faults_of(HEAD + "  lvel: 市\nparts: [{role: task}]\n")

    assert ["Y101", "Y107"] == [fault.code for fault in faults]


def test_all_control_characters_are_told_at_once() -> None:
    assert [(1, 4), (2, 2)] == [
        (fault.span.line, fault.span.column) for fault in faults_of("# a\x00\n#\x0b\n")
    ]


def test_aliases_that_would_multiply_are_refused_one_by_one() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [*a, *a, *a, *a]\n" for n in range(50))

    assert 251 == [fault.code for fault in faults_of(bomb)].count("Y006")


@pytest.mark.parametrize("depth", [1_000, 100_000])
@pytest.mark.parametrize("bracket", ["[]", "{}"])
def test_deep_nesting_is_refused(depth: int, bracket: str) -> None:
    opening = "[" if bracket == "[]" else "{a: "

    (fault,) = faults_of("title: " + opening * depth + bracket[1] * depth)

    assert "Y007" == fault.code


def test_deep_blocks_are_refused() -> None:
    (fault,) = faults_of("".join(f"{' ' * depth}a:\n" for depth in range(1_000)))

    assert ("Y007", 33, 33) == (fault.code, fault.span.line, fault.span.column)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused(encoding: str) -> None:
    faults = faults_of(HEAD.encode(encoding))

    assert {"Y002", "Y004"} >= {fault.code for fault in faults}
    assert faults


def test_utf_16_is_called_by_its_name() -> None:
    (fault,) = faults_of(HEAD.encode("utf-16"))

    assert "the file is UTF-16, not UTF-8" == fault.message


def test_gbk_is_called_by_its_name() -> None:
    (fault,) = faults_of(HEAD.encode("gbk"))

    assert "the file is GBK (GB18030), not UTF-8" == fault.message


def test_a_file_of_gbk_is_shown_as_its_author_sees_it() -> None:
    (fault,) = faults_of(HEAD.encode("gbk"))

    assert (3, 9, "  name: 全市会议") == (fault.span.line, fault.span.column, fault.span.source)


def test_bytes_of_no_encoding_are_told_by_number() -> None:
    (fault,) = faults_of(b"kind: \xff\xff\n")

    assert "the file is not UTF-8: byte 0xFF cannot stand here" == fault.message


def test_a_line_separator_ends_a_line_of_the_count() -> None:
    (fault,) = faults_of(HEAD + "title: '甲\u2028  乙'\nsalutaton: 同志们\n")

    assert (6, "salutaton: 同志们") == (fault.span.line, fault.span.source)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50 << 20)

    with pytest.raises(ParameterError) as caught:
        drafter.load(path)

    assert ["Y003"] == [fault.code for fault in caught.value.diagnostics]


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_what_is_no_file_is_told_with_the_reason(tmp_path: Path, name: str) -> None:
    with pytest.raises(ParameterError) as caught:
        drafter.load(tmp_path / name)

    (fault,) = caught.value.diagnostics
    assert ("Y001", str(tmp_path / name)) == (fault.code, str(fault.span))


def test_a_long_line_is_cut_around_its_fault() -> None:
    fault = Diagnostic("Y000", "fault", Span("a.yaml", 1, 201, 1, "一" * 200 + "二" + "三" * 200))

    _head, _place, _margin, line, caret = fault.full().split("\n")

    assert "二" == line[line.index("二")]
    assert display_width(line[: line.index("二")]) == caret.index("^")
    assert 104 >= display_width(line)


def test_the_text_of_an_error_is_one_line_for_each_fault() -> None:
    error = ParameterError(faults_of(HEAD + "titel: 甲\ntopik: 乙\n"))

    assert ["4:1: Y101 unknown key `titel`", "5:1: Y101 unknown key `topik`"] == [
        line.partition(".yaml:")[2] for line in str(error).splitlines()
    ]


def places(text: str) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.span.line, fault.span.column) for fault in faults_of(text)]


def test_every_slip_of_a_file_is_told_at_once() -> None:
    text = "kind：deployment\nmeeting：\n  name：会议\n\tlevel: 市\nguests:\n  -甲局\n"

    assert [("Y005", 1, 5), ("Y005", 2, 8), ("Y005", 3, 7), ("Y005", 4, 1), ("Y005", 6, 3)] == places(text)


def test_every_slip_of_a_line_is_told_at_its_column() -> None:
    text = HEAD + "speaker: ｛name：张某某，post：“书记”｝\n"

    assert [10, 15, 19, 24, 25, 29] == [column for _code, _line, column in places(text)]


def test_slips_are_told_beside_faults_of_other_lines() -> None:
    text = HEAD + "  level: 州\ntitle: “讲话”\n"

    assert [("Y104", 4, 10), ("Y013", 5, 8)] == places(text)


@pytest.mark.parametrize(
    "lines",
    [
        "title: '关于：会议'\n",
        'salutation: "同志们：，｛｝"\n',
        "title: 关于：会议，以及“社区”\n",
        "title: “十五五”末\n",
        "title: “甲”和“乙”\n",
        "title: '“讲话”'\n",
        "closing: |\n  name：一\n  -二\n  “三”\n  ｛四，value：五｝\n  \t六\n  　　七\n   - 八\n",
        "closing: 同志们， # name：一，“二”\n",
        "closing: -5度\n",
        "guests: [各县（市，区）, 省直]\n",
        "guests: [各县（市，区）]\n",
        "guests:\n- 甲局\n- 乙局\n",
        "speaker: {post: 书记，兼主任}\n",
        "speaker:\n  post: 书记，name：甲\n",
        "notice: {number: 云办［2025］12号}\n",
        "speaker: {name: 张某某,\n  post: 书记}\n",
    ],
)
def test_what_only_looks_like_a_slip_is_none(lines: str) -> None:
    assert () == faults_of(HEAD + lines)


@pytest.mark.parametrize("value", ["35", "8万", "95%以上", "九成", "１２", "一半"])
def test_a_number_may_be_written_in_any_numerals(value: str) -> None:
    (figure,) = loaded(POINT + f"        figures: [{{value: {value}}}]\n").parts[0].points[0].figures

    assert value == figure.value


def test_one_byte_order_mark_at_the_start_is_no_fault() -> None:
    assert () == faults_of("\ufeff" + HEAD)
