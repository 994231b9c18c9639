"""An office's own folders of templates come before those that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import ParameterError, UnknownNameError
from drafter.library import Library, builtin_library, library_for
from drafter.speech.tree import plain_text
from tests.drafts import drafted, said, templates

CLOSING = {"shared/closing.xml.j2": "<closing><p>散会。</p></closing>"}
KIND = "name: 致辞\nsummary: 开幕式上的致辞\nmeeting: 开幕式\n"


def test_one_include_can_be_replaced_alone(tmp_path: Path) -> None:
    speech = drafted(templates(tmp_path, CLOSING))

    assert "散会。" == said(speech.closing)
    assert drafted().opening == speech.opening


def test_the_first_folder_goes_before_the_second(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    templates(first, CLOSING)
    templates(second, {"shared/closing.xml.j2": "<closing><p>休会。</p></closing>"})

    assert "散会。" == said(drafted(Library([first, second])).closing)


def test_a_block_of_a_shared_template_can_be_replaced(tmp_path: Path) -> None:
    tasks = '{% extends "shared/part.xml.j2" %}{% block heading %}抓落实{% endblock %}'

    speech = drafted(templates(tmp_path, {"kinds/deployment/tasks.xml.j2": tasks}))

    assert ["抓落实"] == [plain_text(part.heading) for part in speech.parts if part.role == "tasks"]


def test_a_new_kind_is_a_folder(tmp_path: Path) -> None:
    files = {
        "kinds/toast/kind.yaml": KIND,
        "kinds/toast/speech.xml.j2": "<speech><title>致辞</title></speech>",
    }

    library = templates(tmp_path, files)

    assert {"deployment", "toast"} <= set(library.kinds())
    assert "致辞" == plain_text(drafted(library, kind="toast").title)


HEADINGS = """
patterns:
  - name: 抓促
    text: 抓{focus}促{aim}
    heads: points
tails: [见到新成效]
"""


def test_phrases_can_be_replaced(tmp_path: Path) -> None:
    library = templates(tmp_path, {"phrases/headings.yaml": HEADINGS})

    speech = drafted(library, parts=[{"points": [{"heading": {"focus": "甲", "aim": "乙"}}]}])

    assert "抓甲促乙" == plain_text(speech.parts[0].points[0].heading)


def test_a_file_with_patterns_alone_adds_them_to_ours(tmp_path: Path) -> None:
    own = "patterns: [{name: 抓促, text: '抓{focus}促{aim}'}]\n"

    headings = templates(tmp_path, {"phrases/headings.yaml": own}).headings

    assert (
        "抓{focus}促{aim}",
        builtin_library().headings.named("围绕"),
        builtin_library().headings.tails,
    ) == (
        headings.named("抓促"),
        headings.named("围绕"),
        headings.tails,
    )


def test_a_pattern_of_ones_own_goes_before_ours_of_the_same_name(tmp_path: Path) -> None:
    own = "patterns: [{name: 围绕, text: '围绕{focus}促{aim}'}]\n"

    headings = templates(tmp_path, {"phrases/headings.yaml": own}).headings

    assert ["围绕{focus}促{aim}"] == [one.text for one in headings.patterns if one.name == "围绕"]


def test_a_file_with_tails_alone_keeps_our_patterns(tmp_path: Path) -> None:
    headings = templates(tmp_path, {"phrases/headings.yaml": "tails: [见到新成效]\n"}).headings

    assert (("见到新成效",), builtin_library().headings.patterns) == (headings.tails, headings.patterns)


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        (HEADINGS.replace("见到新成效", "见效"), 6),
        (HEADINGS.replace("heads: points", "heads: tasks"), 3),
    ],
)
def test_phrases_that_would_not_fit_are_refused(tmp_path: Path, broken: str, line: int) -> None:
    library = templates(tmp_path, {"phrases/headings.yaml": broken})

    with pytest.raises(ParameterError) as caught:
        _ = library.headings

    assert [("Y108", line)] == [(fault.code, fault.span.line) for fault in caught.value.diagnostics]


def test_a_layout_of_an_office_is_listed_with_the_others(tmp_path: Path) -> None:
    assert ["gbt9704", "lectern", "office", "ours"] == templates(
        tmp_path, {"layouts/ours.yaml": "name: 本单位\n"}
    ).layouts()


def test_a_layout_changes_only_what_it_says(tmp_path: Path) -> None:
    library = templates(tmp_path, {"layouts/ours.yaml": "name: 本单位\nlatin_font: Arial\n"})

    layout = library.layout("ours")

    assert ("Arial", 28.95) == (layout.latin_font, layout.grid.pitch)


def test_an_unknown_layout_is_told_with_a_near_one() -> None:
    with pytest.raises(UnknownNameError) as caught:
        builtin_library().layout("gbt9740")

    assert "did you mean `gbt9704`?" == caught.value.remedy


@pytest.mark.parametrize("name", ["", ".", "..", "../kinds/deployment", "a/b", "a\\b", "C:", "a\0"])
def test_a_name_never_leads_out_of_its_folder(name: str) -> None:
    with pytest.raises(UnknownNameError):
        builtin_library().kind(name)


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("body: {font: 仿宋, size: 大号}\n", "Y104", 1, 24, "5 to 72"),
        ("grid: {pitch: 30}\n", "Y108", 1, 15, "28.95"),
        ("page:\n  left: 160\n", "Y104", 2, 9, "5 to 150"),
        ("page:\n  left: 150\n", "Y108", 2, 9, "at least 50 mm"),
        ("headings:\n  - {font: 黑体, size: 三号}\n", "Y108", 2, 3, "give four"),
        ("title: {limt: 20}\n", "Y101", 1, 9, "did you mean `limit`?"),
        ("page_number: {position: left}\n", "Y104", 1, 25, "outside"),
        ("blank: {color: '#FF0000'}\n", "Y104", 1, 16, "RRGGBB"),
    ],
)
def test_a_fault_of_a_layout_is_told_at_its_place(
    tmp_path: Path, text: str, code: str, line: int, column: int, words: str
) -> None:
    library = templates(tmp_path, {"layouts/ours.yaml": text})

    with pytest.raises(ParameterError) as caught:
        library.layout("ours")

    (fault,) = caught.value.diagnostics
    assert (code, f"{tmp_path / 'layouts/ours.yaml'}:{line}:{column}") == (fault.code, str(fault.span))
    assert words in fault.remedy


def test_a_fault_of_a_kind_is_told_at_its_place(tmp_path: Path) -> None:
    library = templates(tmp_path, {"kinds/toast/kind.yaml": KIND + "pars: []\n"})

    with pytest.raises(ParameterError) as caught:
        library.kind("toast")

    (fault,) = caught.value.diagnostics
    assert ("Y101", 4, "did you mean `parts`?") == (fault.code, fault.span.line, fault.remedy)


def test_a_settings_file_names_folders_from_its_own(tmp_path: Path) -> None:
    templates(tmp_path / "office", CLOSING)
    (tmp_path / "drafter.toml").write_text('templates = "office"\n', encoding="utf-8")

    library = library_for(tmp_path / "meeting.yaml")

    assert "散会。" == said(drafted(library).closing)


def test_folders_of_the_user_replace_those_of_the_settings_file(tmp_path: Path) -> None:
    templates(tmp_path / "mine", CLOSING)
    (tmp_path / "drafter.toml").write_text('templates = "missing"\n', encoding="utf-8")

    library = library_for(tmp_path / "meeting.yaml", [tmp_path / "mine"])

    assert "散会。" == said(drafted(library).closing)


def test_without_a_settings_file_the_library_is_what_ships(tmp_path: Path) -> None:
    assert builtin_library() is library_for(tmp_path / "meeting.yaml")


@pytest.mark.parametrize(
    ("content", "code", "remedy"),
    [
        (b"templates = \n", "T101", 'write templates = "templates"'),
        (b'template = "office"\n', "T102", "did you mean `templates`?"),
        (b"templates = 5\n", "T102", 'write templates = "templates"'),
        (b"templates = [5]\n", "T102", 'write templates = "templates"'),
        (b'templates = "missing"\n', "T103", "check the name: it counts from the folder of this file"),
    ],
)
def test_a_fault_of_a_settings_file_is_told(tmp_path: Path, content: bytes, code: str, remedy: str) -> None:
    (tmp_path / "drafter.toml").write_bytes(content)

    with pytest.raises(ParameterError) as caught:
        library_for(tmp_path / "meeting.yaml")

    (fault,) = caught.value.diagnostics
    assert (code, remedy) == (fault.code, fault.remedy)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("# 本单位\ntemplates = ours\n", "2:13"),
        ('# 本单位\ntemplate = "ours"\n', "2:1"),
        ('# 本单位\ntemplates = "missing"\n', "2:1"),
        ('# 本单位\ntemplates = "/"\n', "2:1"),
    ],
)
def test_a_fault_of_a_settings_file_has_its_line(tmp_path: Path, content: str, place: str) -> None:
    (tmp_path / "drafter.toml").write_text(content, encoding="utf-8")

    with pytest.raises(ParameterError) as caught:
        library_for(tmp_path / "meeting.yaml")

    (fault,) = caught.value.diagnostics
    assert f"{tmp_path / 'drafter.toml'}:{place}" == str(fault.span)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_a_drafter_toml_may_have_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "drafter.toml").write_bytes('templates = "ours"  # 本单位\n'.encode(encoding))

    assert tmp_path / "ours" == library_for(tmp_path / "meeting.yaml").folders[0]


@pytest.mark.parametrize(("encoding", "name"), [("utf-16", "UTF-16"), ("gbk", "GBK")])
def test_a_drafter_toml_in_another_encoding_is_told_as_that(tmp_path: Path, encoding: str, name: str) -> None:
    (tmp_path / "drafter.toml").write_bytes('templates = "ours"  # 本单位\n'.encode(encoding))

    with pytest.raises(ParameterError) as caught:
        library_for(tmp_path / "meeting.yaml")

    (fault,) = caught.value.diagnostics
    assert str(tmp_path / "drafter.toml") == fault.span.file
    assert (name in fault.message, "UTF-8" in fault.remedy) == (True, True)
