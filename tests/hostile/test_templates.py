"""Templates of a stranger: nothing outside of their folder is read, and rendering is bounded."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import pytest

from drafter.errors import InputError, TemplateError
from drafter.library import Library
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.speech.tree import plain_text
from drafter.templating.check import check_templates
from drafter.templating.draft import draft
from tests.cli.running import write
from tests.work import ending

GIVEN = Parameters(kind="deployment", meeting=Meeting(name="全市安全生产工作会议"))
SPEECH = "<speech><title>t</title><salutation>s</salutation><opening><p>{}</p></opening></speech>"
SECRET = "那是别人的"


def opening_of(folder: Path, words: str) -> str:
    """Return what a template with ``words`` in its opening prints there."""
    write(folder / "kinds" / "deployment" / "speech.xml.j2", SPEECH.replace("{}", words))
    speech = draft(GIVEN, Library([folder]))
    return "".join(plain_text(paragraph.inlines) for paragraph in speech.opening)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
@pytest.mark.parametrize("name", ["shared/file.j2", "shared/folder/secret.j2"])
def test_a_link_that_leads_out_of_the_folder_is_no_template(tmp_path: Path, name: str) -> None:
    folder, outside = tmp_path / "office", tmp_path / "outside"
    write(outside / "secret.j2", SECRET)
    (folder / "shared").mkdir(parents=True)
    (folder / "shared" / "file.j2").symlink_to(outside / "secret.j2")
    (folder / "shared" / "folder").symlink_to(outside)

    with pytest.raises(TemplateError, match="there is no template"):
        opening_of(folder, f"{{% include '{name}' %}}")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_that_leads_out_is_told_by_the_check_and_not_read(tmp_path: Path) -> None:
    write(tmp_path / "outside.yaml", SECRET)
    (tmp_path / "office" / "layouts").mkdir(parents=True)
    (tmp_path / "office" / "layouts" / "mine.yaml").symlink_to(tmp_path / "outside.yaml")
    write(tmp_path / "office" / "shared" / "closing.xml.j2", "<closing><p>散会。</p></closing>")

    report = check_templates(tmp_path / "office", ["deployment"])

    assert ["mine.yaml"] == [Path(fault.span.file).name for fault in report.faults]
    assert SECRET not in str(report.faults)
    assert "mine" not in Library([tmp_path / "office"]).layouts()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_that_stays_in_the_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "shared" / "real.j2", SECRET)
    (tmp_path / "shared" / "link.j2").symlink_to("real.j2")

    assert SECRET == opening_of(tmp_path, "{% include 'shared/link.j2' %}")


ELSEWHERE = ("../secret.j2", "shared/../../secret.j2", "/etc/hostname", "x" * 300, "a\0b")


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_name_that_leads_elsewhere_is_no_template(tmp_path: Path, name: str) -> None:
    write(tmp_path / "secret.j2", SECRET)

    with pytest.raises(TemplateError):
        opening_of(tmp_path / "office", f"{{% include {name!r} %}}")


DOUBLED = "{% macro d(n, x) %}{% if n %}{{ d(n - 1, x ~ x) }}{% endif %}{% endmacro %}{{ d(60, 'xxxx') }}"
CALLED = "{% macro d(n) %}{% if n %}{{ d(n - 1) }}{{ d(n - 1) }}{% endif %}{% endmacro %}{{ d(60) }}"
GROWING = {
    "loops in loops": "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "a text many times": "{{ 'x' * 10**8 }}",
    "a list many times": "{{ (range(9999)|list * 9999)|length }}",
    "a text that is padded": "{{ 'x'.center(10**10) }}",
    "a filter that pads": "{{ 'x'|center(10**9) }}",
    "a filter that indents": "{{ 'x'|indent(10**9) }}",
    "words without sense": "{{ lipsum(n=99999) }}",
    "a width": "{{ '%1000000000s' % 'x' }}",
    "a width in a filter": "{{ '%1000000000s'|format('x') }}",
    "a width in a method": "{{ '{:>1000000000}'.format('x') }}",
    "a replacement": "{{ ('x' * 9999)|replace('x', 'y' * 9999) }}",
    "a mark between items": "{{ (range(9999)|map('string'))|join('y' * 9999) }}",
    "a power": "{{ 10**10**8 }}",
    "bytes": "{{ (2).to_bytes(10**9, 'big') }}",
    "a text that is doubled": DOUBLED,
    "macros that call themselves twice": CALLED,
    "a macro without end": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "words in a loop in a macro": "{% macro m() %}{% for n in range(9999) %}"
    + "字" * 9999
    + "{% endfor %}{% endmacro %}{{ m() }}",
    "words in a loop": "{% for n in range(9999) %}" + "字" * 9999 + "{% endfor %}",
    "elements": "<p>x</p>" * 60_000,
    "lists in lists": "{% for a in [[1] * 9999] * 9999 %}{{ a|length }}{% endfor %}",
    "a sum of lists": "{{ ([[1] * 9999] * 9999)|sum(start=[]) }}",
}


@pytest.mark.slow
@pytest.mark.parametrize("words", GROWING.values(), ids=list(GROWING))
def test_a_template_that_takes_too_much_is_told(tmp_path: Path, words: str) -> None:
    with ending(), pytest.raises(TemplateError):
        opening_of(tmp_path, words)


INTERNAL = (
    "compose", "part_heading", "main", "programme", "place", "meeting", "parts",  "self", "loop",
    "parts.spec", "parts.values", "parts.plan", "meeting.name.upper", "meeting._model", "compose.__call__",
    "compose|string", "meeting|string", "parts|string", "[meeting]|string", "meeting ~ ''", "compose ~ ''",
    "[compose]|join", "compose|e", "compose|safe", "'%s'|format(compose)", "range", "cycler", "namespace",
    "meeting.name.format_map",
)  # fmt: skip


@pytest.mark.parametrize("name", INTERNAL)
def test_what_is_no_text_is_not_printed(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateError) as error:
        opening_of(tmp_path, f"{{{{ {name} }}}}")

    assert "object at 0x" not in str(error.value)
    assert "drafter." not in error.value.diagnostics[0].message


PRINTED = {
    "'a' ~ 1": "a1",
    "1 + 2": "3",
    "'%s号%d'|format('三', 4)": "三号4",
    "[1, 2]|join('、')": "1、2",
    "'abc'|replace('b', 'd')": "adc",
    "[1, 2, 3]|sum": "6",
    "range(3)|list|length": "3",
    "'a'.startswith('a')": "True",
    "parts|map(attribute='role')|list|length": "3",
    "meeting.name ~ '。'": "全市安全生产工作会议。",
    "speaker.post|string": "【讲话人职务】",
}


@pytest.mark.parametrize("expression", PRINTED)
def test_what_templates_need_they_can_do(tmp_path: Path, expression: str) -> None:
    assert PRINTED[expression] == opening_of(tmp_path, f"{{{{ {expression} }}}}")


DEEP = {
    "conditions": "{% if 1 %}" * 500 + "x" + "{% endif %}" * 500,
    "loops": "{% for a in [1] %}" * 40 + "x" + "{% endfor %}" * 40,
    "a sum": "{{ " + "+".join(["1"] * 20_000) + " }}",
    "brackets": "{{ " + "(" * 50_000 + "1" + ")" * 50_000 + " }}",
    "negations": "{{ " + "not " * 20_000 + "1 }}",
    "keys": "{{ meeting" + ".x" * 20_000 + " }}",
    "filters": "{{ meeting" + "|string" * 20_000 + " }}",
    "lists": "{{ " + "[" * 5000 + "]" * 5000 + " }}",
    "alternatives": "{{ " + " and ".join(["1"] * 20_000) + " }}",
    "digits": "{{ 1" + "0" * 5000 + " }}",
    "blocks of one name": "{% block x %}" * 3 + "{% endblock %}" * 3,
    "slots": "{% slot %}" * 30 + "{% endslot %}" * 30,
    "half a character": '{{ "\\ud800" }}',
    "half a character as markup": '{{ "\\ud800"|safe }}',
    "a place of another file": '{{ "<nix at=\\"../../etc/passwd:1\\"/>"|safe }}',
    "a line that is not there": '{{ "<nix at=\\"shared/opening.xml.j2:99999\\"/>"|safe }}',
    "a line that is no number": '{{ "<nix at=\\"shared/opening.xml.j2:x\\"/>"|safe }}',
    "a line of thousands of digits": '{{ "<nix at=\\"shared/opening.xml.j2:' + "9" * 5000 + '\\"/>"|safe }}',
    "a place without a line": '{{ "<nix at=\\"shared\\"/>"|safe }}',
}


@pytest.mark.parametrize("words", DEEP.values(), ids=list(DEEP))
def test_what_cannot_be_compiled_is_a_fault_of_the_template(tmp_path: Path, words: str) -> None:
    with pytest.raises(InputError):
        opening_of(tmp_path, words)


def test_thousands_of_branches_are_compiled_or_a_fault_of_the_template(tmp_path: Path) -> None:
    # Python 3.13 compiles them, older ones do not.
    with suppress(InputError):
        assert not opening_of(tmp_path, "{% if 0 %}" + "{% elif 0 %}" * 5000 + "{% endif %}")


@pytest.mark.slow
@pytest.mark.parametrize("words", DEEP.values(), ids=list(DEEP))
def test_the_check_tells_it_as_well(tmp_path: Path, words: str) -> None:
    write(tmp_path / "kinds" / "deployment" / "speech.xml.j2", SPEECH.replace("{}", words))

    assert check_templates(tmp_path, ["deployment"]).faults


def test_a_template_that_is_too_large_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="larger than"):
        opening_of(tmp_path, "字" * 2_000_000)
