"""A template author's slip is told in his own file, with line and remedy."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.errors import TemplateError
from tests.drafts import drafted, template_faults, templates

CLOSING = "shared/closing.xml.j2"


class Case(NamedTuple):
    """The second line of a closing template; what is told of it, at which column, with which remedy."""

    line: str
    code: str
    column: int
    message: str
    remedy: str = ""


FAULTS = {
    "does not parse": Case(
        "<p>{% if %}</p>", "J101", 3, "the template does not parse: a name or a value is missing"
    ),
    "block left open": Case(
        "{% if closing %}", "J101", 3, "`{% if %}` is not closed", "write `{% endif %}` where it ends"
    ),
    "block closed by another's end": Case(
        "{% for n in parts %}{% endif %}",
        "J101",
        3,
        "`{% endif %}` comes before `{% for %}` is closed",
        "write `{% endfor %}` before it",
    ),  # fmt: skip
    "end of nothing": Case(
        "{% endif %}", "J101", 3, "`{% endif %}` closes or continues nothing", "delete it"
    ),
    "tag of another language": Case("{% elseif x %}", "J101", 3, "unknown name `elseif`", "mean `elif`?"),
    "full-width mark in a tag": Case("{% if closing ％}", "J101", 3, "`％` cannot stand here", "half width"),
    "print not closed": Case("{{ subject }", "J101", 3, "`}` cannot stand here", "close {{ with }}"),
    "comment not closed": Case("{# 甲", "J101", 3, "`{#` is not closed", "write `#}` where it ends"),
    "unknown tag": Case("{% fi x %}", "J101", 3, "unknown name `fi`", "did you mean `if`?"),
    "unknown filter": Case("{{ subject|stpo }}", "J101", 3, "unknown name `stpo`", "did you mean `stop`?"),
    "unknown test": Case("{% if subject is unknwn %}{% endif %}", "J102", 3, "unknown name `unknwn`"),
    "unknown name": Case(
        "<p>{{ subjct }}</p>", "J102", 3, "unknown name `subjct`", "did you mean `subject`?"
    ),
    "unknown parameter": Case(
        "<p>{{ meeting.nam }}</p>", "J102", 3, "there is no parameter `nam` here", "did you mean `name`?"
    ),
    "unknown parameter in a list": Case(
        "{{ parts[0].points[0].hedding }}", "J102", 3, "no parameter `hedding`", "did you mean `heading`?"
    ),
    "missing include": Case(
        '{% include "shared/clsing.xml.j2" %}',
        "J102",
        3,
        "there is no template `shared/clsing.xml.j2`",
        f"did you mean `{CLOSING}`?",
    ),  # fmt: skip
    "include without end": Case(f'{{% include "{CLOSING}" %}}', "J102", 3, "call one another without end"),
    "division by zero": Case("{{ 1 / 0 }}", "J102", 3, "the template divides by 0"),
    "endless loop": Case("{% for n in range(9999999) %}{% endfor %}", "J102", 3, "a number in the template"),
    "class of a text": Case("{{ ''.__class__.__mro__ }}", "J102", 3, "a template may not do this"),
    "inside of a value": Case("{{ meeting._model }}", "J102", 3, "a template may not do this"),
    "globals of a function": Case("{{ compose.__globals__ }}", "J102", 3, "a template may not do this"),
    "class through a format": Case("{{ '{0.__class__}'.format(meeting) }}", "J102", 3, "may not do this"),
    "change of a list": Case("{{ parts.clear() }}", "J102", 3, "a template may not do this"),
    "element of HTML": Case("<p><b>甲</b></p>", "J201", 6, "unknown element <b>", "did you mean `em`?"),
    "element in capitals": Case("<P>甲</P>", "J201", 3, "unknown element <P>", "did you mean `p`?"),
    "value without quotation marks": Case(
        "<p x=甲>乙</p>", "J202", 3, "an attribute has no quotation marks", 'role="tasks"'
    ),
    "unknown element": Case("<pp>甲</pp>", "J201", 3, "unknown element <pp>", "did you mean `p`?"),
    "wrong nesting": Case(
        "<point>甲</point>", "J201", 3, "<point> cannot stand in <closing>", "<closing> may hold: <blank>"
    ),
    "paragraph in a paragraph": Case(
        "<p>甲<p>乙</p></p>", "J201", 3, "<p> cannot stand in <p>", "<p> may hold"
    ),
    "words in an empty element": Case("甲<br>乙</br>", "J201", 4, "no words may stand in <br>: 乙"),
    "missing attribute": Case("<blank hint='甲'/>", "J201", 3, "<blank> needs the attribute `label`"),
    "unknown attribute": Case(
        "<blank label='甲' hnt='乙'/>", "J201", 3, "<blank> has no attribute `hnt`", "did you mean `hint`?"
    ),
    "attribute where none may stand": Case("<p style='甲'>乙</p>", "J201", 3, "<p> has no attribute `style`"),
    "element left open": Case("<p>甲", "J202", 3, "<p> is not closed: </closing> comes first", "close <p>"),
    "bare ampersand": Case("<p>甲 & 乙</p>", "J202", 3, "not well formed", "&amp;"),
    "bare less-than sign": Case("<p>甲 < 乙</p>", "J202", 3, "not well formed", "&lt;"),
    "entity of HTML": Case("<p>甲&nbsp;乙</p>", "J202", 3, "not well formed", "&amp;"),
}
each_fault = pytest.mark.parametrize("case", FAULTS.values(), ids=list(FAULTS))


@pytest.mark.slow
@each_fault
def test_a_slip_is_told_in_the_file_and_line_of_its_template(tmp_path: Path, case: Case) -> None:
    fault = template_faults(tmp_path, f"<closing>\n  {case.line}\n</closing>")[0]

    assert (case.code, str(tmp_path / CLOSING), 2, case.column, f"  {case.line}") == (
        fault.code,
        fault.span.file,
        fault.span.line,
        fault.span.column,
        fault.span.source,
    )


@each_fault
def test_a_slip_is_told_with_what_is_wrong_and_what_to_do(tmp_path: Path, case: Case) -> None:
    fault = template_faults(tmp_path, f"<closing>\n  {case.line}\n</closing>")[0]

    assert case.message in fault.message
    assert case.remedy in fault.remedy


def test_all_slips_of_the_vocabulary_are_told_at_once(tmp_path: Path) -> None:
    faults = template_faults(tmp_path, "<closing>\n<pp/>\n<p x=''/>\n<part/>\n</closing>")

    assert [2, 3, 4] == [fault.span.line for fault in faults]


def test_a_slip_in_a_macro_is_told_where_it_stands(tmp_path: Path) -> None:
    words = "said_figures=0, said_targets=0, said_owner=false"
    macro = f"{{% macro rest(point, {words}) %}}\n{{{{ oops }}}}\n{{% endmacro %}}"
    library = templates(tmp_path, {"shared/facts.xml.j2": macro})

    with pytest.raises(TemplateError) as caught:
        drafted(library)

    (fault,) = caught.value.diagnostics
    assert f"{tmp_path / 'shared/facts.xml.j2'}:2:1" == str(fault.span)


def test_a_speech_without_its_element_is_told(tmp_path: Path) -> None:
    library = templates(tmp_path, {"kinds/deployment/speech.xml.j2": "\n<talk/>\n"})

    with pytest.raises(TemplateError) as caught:
        drafted(library)

    (fault,) = caught.value.diagnostics
    assert ("a speech starts with <speech>, not <talk>", 2) == (fault.message, fault.span.line)


def test_an_unknown_numbering_is_told_with_a_near_one(tmp_path: Path) -> None:
    speech = '<speech>\n<part role="tasks" numbering="（1"/>\n</speech>'
    library = templates(tmp_path, {"kinds/deployment/speech.xml.j2": speech})

    with pytest.raises(TemplateError) as caught:
        drafted(library)

    (fault,) = caught.value.diagnostics
    assert ("unknown numbering `（1`", "did you mean `（1）`?") == (fault.message, fault.remedy)


def test_a_template_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    library = templates(tmp_path, {CLOSING: ""})
    (tmp_path / CLOSING).write_bytes("<closing>同志们</closing>".encode("gbk"))

    with pytest.raises(TemplateError):
        drafted(library)


def test_a_kind_without_a_template_is_told(tmp_path: Path) -> None:
    kind = "name: 致辞\nsummary: 致辞\nmeeting: 开幕式\n"
    library = templates(tmp_path, {"kinds/toast/kind.yaml": kind})

    with pytest.raises(TemplateError, match=r"there is no template `kinds/toast/speech\.xml\.j2`"):
        drafted(library, kind="toast")


@pytest.mark.parametrize("markup", ["<!-- 甲 -->", "<?php 甲 ?>"])
def test_comments_of_xml_are_no_words_of_the_speech(tmp_path: Path, markup: str) -> None:
    assert () == template_faults(tmp_path, f"<closing>{markup}</closing>")


def test_an_entity_never_reads_another_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("机密", encoding="utf-8")
    entity = f'<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">'
    speech = f"<!DOCTYPE speech [{entity}]><speech><title>题&x;</title></speech>"
    library = templates(tmp_path, {"kinds/deployment/speech.xml.j2": speech})

    with pytest.raises(TemplateError) as caught:
        drafted(library)

    assert "机密" not in str(caught.value)


@pytest.mark.parametrize("name", ["parts", "meeting.agenda", "meeting"])
def test_what_has_no_one_text_cannot_be_printed(tmp_path: Path, name: str) -> None:
    (fault,) = template_faults(tmp_path, f"<closing>{{{{ {name} }}}}</closing>")

    assert "cannot be printed whole" in fault.message


def test_a_template_that_is_not_utf8_is_told_by_its_own_name(tmp_path: Path) -> None:
    library = templates(tmp_path, {CLOSING: ""})
    (tmp_path / CLOSING).write_bytes("<closing>努力奋斗</closing>".encode("gbk"))

    with pytest.raises(TemplateError) as caught:
        drafted(library)

    (fault,) = caught.value.diagnostics
    assert (str(tmp_path / CLOSING), "the template is not UTF-8") == (fault.span.file, fault.message)


def test_a_tag_left_open_is_told_where_it_stands(tmp_path: Path) -> None:
    (fault,) = template_faults(tmp_path, "<closing>\n{% if closing %}\n甲\n乙\n</closing>\n")

    assert ("`{% if %}` is not closed", 2) == (fault.message, fault.span.line)
