"""`check_templates`: the faults of a folder together with the library, and drafts of its kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import ParameterError, UnknownNameError
from drafter.library import builtin_library, builtin_templates
from drafter.templating.check import check_templates

from .folders import CLOSING, KIND, checked, faults, shipped, short_kind

# Each check reads every kind that ships as well.
pytestmark = pytest.mark.slow

STRAYS = {
    "kinds/short/kind.yml": "did you mean `kinds/short/kind.yaml`?",
    "kinds/deploymnet/speech.xml.j2": "did you mean `kinds/deployment/speech.xml.j2`?",
    "kinds/deployment/taks.xml.j2": "did you mean `kinds/deployment/tasks.xml.j2`?",
    "kinds/deployment/notes.xml.j2": "include it in a template of the kind, or delete it",
    "shared/closing.xml.jinja": f"did you mean `{CLOSING}`?",
    "shared/clsing.xml.j2": f"did you mean `{CLOSING}`?",
    "layout/ours.yaml": "did you mean `layouts/ours.yaml`?",
    "topic/ours.yml": "did you mean `topics/ours.yaml`?",
    "phrases/level.yaml": "did you mean `phrases/levels.yaml`?",
}


def test_the_library_that_ships_is_clean_in_every_kind() -> None:
    found = check_templates(builtin_templates())

    assert () == found.faults
    assert builtin_library().kinds() == [each.kind for each in found.kinds]


@pytest.mark.parametrize(("name", "remedy"), STRAYS.items())
def test_a_file_that_nobody_looks_for_is_reported_with_a_near_name(
    tmp_path: Path, name: str, remedy: str
) -> None:
    (fault,) = faults(tmp_path, {name: "甲"}, "agenda")

    assert ("K104", f"drafter never looks for `{name}`", str(tmp_path / name), remedy) == (
        fault.code,
        fault.message,
        fault.span.file,
        fault.remedy,
    )


@pytest.mark.parametrize("name", ["README.md", ".old/kind.yaml", "meetings/a.yaml", "kinds/short/notes.docx"])
def test_a_file_that_is_none_of_the_library_is_left_alone(tmp_path: Path, name: str) -> None:
    assert () == faults(tmp_path, {**short_kind(), name: "甲"})


def test_one_include_alone_has_a_say_in_every_kind_that_takes_it(tmp_path: Path) -> None:
    found = checked(tmp_path, {CLOSING: "<closing><p>散会。</p></closing>"})

    kinds = [each.kind for each in found.kinds]
    assert () == found.faults
    assert "deployment" in kinds and "agenda" not in kinds


def test_a_phrase_has_a_say_in_every_kind(tmp_path: Path) -> None:
    found = checked(tmp_path, {"phrases/levels.yaml": shipped("phrases/levels.yaml")})

    assert builtin_library().kinds() == [each.kind for each in found.kinds]


def test_a_layout_has_a_say_in_no_kind(tmp_path: Path) -> None:
    assert () == checked(tmp_path, {"layouts/ours.yaml": "name: 本单位"}).kinds


def test_a_kind_that_is_asked_for_is_checked_alone(tmp_path: Path) -> None:
    found = checked(tmp_path, {CLOSING: "<closing/>"}, "deployment", "mobilization")

    assert ["deployment", "mobilization"] == [each.kind for each in found.kinds]


def test_the_least_and_the_full_yaml_are_reported_with_what_is_blank(tmp_path: Path) -> None:
    speech = (
        "<speech><title>{{ title }}</title><opening>{{ meeting.name }}{{ speaker.post }}</opening></speech>"
    )
    sample = "kind: short\nmeeting: {name: 全市防汛会}\ntitle: 讲话\n"
    (kind,) = checked(tmp_path, short_kind(speech=speech, sample=sample)).kinds

    assert kind.least and kind.full
    assert ["title", "speaker.post"] == [blank.path for blank in kind.least.blanks]
    assert ["speaker.post"] == [blank.path for blank in kind.full.blanks]


def test_a_fault_that_every_draft_meets_is_reported_once(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, {CLOSING: "<closing>\n<point/>\n</closing>"}, "deployment")

    assert ("J201", f"{tmp_path / CLOSING}:2:1") == (fault.code, str(fault.span))


def test_a_fault_of_the_full_yaml_alone_is_reported(tmp_path: Path) -> None:
    speech = "<speech><title>甲</title>{% if title %}<p>乙</p>{% endif %}</speech>"
    sample = "kind: short\nmeeting: {name: 全市防汛会}\ntitle: 讲话\n"

    (fault,) = faults(tmp_path, short_kind(speech=speech, sample=sample))

    assert "<p> cannot stand in <speech>" == fault.message


def test_a_fault_of_the_longest_text_alone_is_reported(tmp_path: Path) -> None:
    speech = "<speech><title>甲</title>{% if style.depth == 'full' %}<p>乙</p>{% endif %}</speech>"

    (fault,) = faults(tmp_path, short_kind(speech=speech))

    assert "<p> cannot stand in <speech>" == fault.message


def test_a_fault_of_a_later_variation_alone_is_reported(tmp_path: Path) -> None:
    speech = "<speech><title>甲</title>{% if style.variation == 4 %}<p>乙</p>{% endif %}</speech>"

    (fault,) = faults(tmp_path, short_kind(speech=speech))

    assert "<p> cannot stand in <speech>" == fault.message


def test_a_template_that_does_not_parse_is_reported(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, {CLOSING: "<closing>\n{% if %}\n</closing>"}, "deployment")

    assert ("J101", f"{tmp_path / CLOSING}:2:1") == (fault.code, str(fault.span))


def test_a_kind_without_a_template_is_reported(tmp_path: Path) -> None:
    files = short_kind()
    del files["kinds/short/speech.xml.j2"]

    (fault,) = faults(tmp_path, files)

    assert "there is no template `kinds/short/speech.xml.j2`" == fault.message


def test_a_template_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / CLOSING).write_bytes("<closing>同志们</closing>".encode("gbk"))

    (fault,) = check_templates(tmp_path, ["deployment"]).faults

    assert ("the template is not UTF-8", str(tmp_path / CLOSING)) == (fault.message, fault.span.file)


def test_a_kind_without_a_sample_is_reported_with_how_to_make_one(tmp_path: Path) -> None:
    files = short_kind()
    del files["kinds/short/sample.yaml"]

    (fault,) = faults(tmp_path, files)

    command = f"drafter new short --templates {tmp_path} -o {tmp_path / 'kinds/short/sample.yaml'}"
    assert ("K103", str(tmp_path / "kinds/short/kind.yaml")) == (fault.code, fault.span.file)
    assert command in fault.remedy


def test_faults_of_a_sample_are_reported_in_it(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, short_kind(sample="kind: short\nmeeting:\n  nam: 甲\n  name: 乙\n"))

    assert ("Y101", f"{tmp_path}/kinds/short/sample.yaml:3:3") == (fault.code, str(fault.span))


@pytest.mark.parametrize(
    ("name", "text", "code", "line"),
    [
        ("kinds/short/kind.yaml", KIND + "usual: 3\n", "Y101", 5),
        ("layouts/ours.yaml", "page:\n  widht: 210\n", "Y101", 2),
        ("topics/ours.yaml", "name: 甲\nsummary: 乙\naliasses: 丙\n", "Y101", 3),
        ("phrases/levels.yaml", "省: {our: 我省}\n", "Y103", 1),
        ("phrases/headings.yaml", "patterns: []\ntails: [见到实在新成效]\n", "Y108", 2),
    ],
)
def test_a_yaml_that_is_not_as_its_model_is_reported(
    tmp_path: Path, name: str, text: str, code: str, line: int
) -> None:
    fault = faults(tmp_path, {**short_kind(), name: text})[0]

    assert (code, str(tmp_path / name), line) == (fault.code, fault.span.file, fault.span.line)


def test_a_body_has_no_words_that_its_level_does_not_know(tmp_path: Path) -> None:
    levels = shipped("phrases/levels.yaml").replace("words: {below: 各区队", "words: {belows: 各区队")
    fault = faults(tmp_path, {**short_kind(), "phrases/levels.yaml": levels})[0]

    assert ("Y108", "`belows` is no word of a level") == (fault.code, fault.message)


@pytest.mark.parametrize(("key", "line"), [("arguments", 4), ("tasks", 4)])
def test_a_topic_names_patterns_that_there_are(tmp_path: Path, key: str, line: int) -> None:
    points = f"{key}:\n  - heading: {{pattern: 围饶, focus: 甲, aim: 乙}}\n"

    (fault,) = faults(tmp_path, {"topics/ours.yaml": f"name: 甲\nsummary: 乙\n{points}"})

    assert ("Y109", line) == (fault.code, fault.span.line)
    assert "围绕" in fault.remedy


def test_a_topic_names_the_pattern_of_its_tasks(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, {"topics/ours.yaml": "name: 甲\nsummary: 乙\npattern: 围饶\n"})

    assert ("Y109", 3) == (fault.code, fault.span.line)


def test_a_kind_follows_one_that_there_is(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, short_kind(kind=KIND + "follows: deploymnt\n"))

    assert ("Y105", 5, "did you mean `deployment`?") == (fault.code, fault.span.line, fault.remedy)


@pytest.mark.parametrize("followed", ["short", "other"])
def test_a_kind_that_follows_itself_in_the_end_is_reported(tmp_path: Path, followed: str) -> None:
    files = short_kind(kind=f"{KIND}follows: {followed}\n")
    other = {name.replace("short", "other"): text for name, text in short_kind().items()}
    other["kinds/other/kind.yaml"] += "follows: short\n"

    found = faults(tmp_path, files | other)

    assert {"the kind follows itself: nobody would write the first speech"} == {
        fault.message for fault in found if fault.code == "Y108"
    }


def test_a_layout_names_one_that_there_is(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, {"layouts/ours.yaml": "lectern:\n  unspoken: gbt970\n"})

    assert ("Y106", 2, "did you mean `gbt9704`?") == (fault.code, fault.span.line, fault.remedy)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="T103"):
        check_templates(tmp_path / "none")


def test_a_folder_without_templates_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="T104"):
        check_templates(tmp_path)


def test_a_kind_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="deploymnt"):
        checked(tmp_path, short_kind(), "deploymnt")
