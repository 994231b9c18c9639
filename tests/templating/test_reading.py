"""Templates are checked in all their branches, also where no draft goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.library import Library, builtin_library
from drafter.templating.lint.kind import lint_kind

from .folders import opening_faults, short_kind, templates

NEVER = "{{% if meeting.level == '乡' %}}{}{{% endif %}}"
UNKNOWN = {
    "a key": ("{{ meeting.vanue }}", "there is no parameter `vanue` here; did you mean `venue`?"),
    "a key in brackets": ('{{ meeting["vanue"] }}', "there is no parameter `vanue` here; did you mean"),
    "a key of an item": (
        "{% for item in meeting.agenda %}{{ item.whoo }}{% endfor %}",
        "there is no parameter `whoo` here; did you mean `who`?",
    ),
    "a key of the first item": ("{{ (meeting.agenda|at(0)).di }}", "here; did you mean `did`?"),
    "a key of some items": ("{{ meeting.agenda[1:][0].whoo }}", "there is no parameter `whoo` here"),
    "a key of what was set": (
        "{% set first = parts[0].points[0] %}{{ first.hedding }}",
        "there is no parameter `hedding` here; did you mean `heading`?",
    ),
    "a key of either of two": ("{{ (meeting.chair or meeting.chair).pots }}", "no parameter `pots` here"),
    "a key that a filter looks at": ("{{ parts|selectattr('hedding')|list }}", "no parameter `hedding` here"),
    "a key that items are mapped to": ("{{ parts|map(attribute='rule')|list }}", "no parameter `rule` here"),
    "a key of a list": ("{{ meeting.agenda.who }}", "no parameter `who` here; it is a list: write a loop"),
    "a key of a date": ("{{ meeting.date.yeer }}", "no parameter `yeer` here; did you mean `year`?"),
    "a method of a text": ("{{ title.endswth('会') }}", "`endswth` here; did you mean `endswith`?"),
    "a word of the place": ("{{ place.ours }}", "there is no parameter `ours` here; did you mean `our`?"),
    "a key of the speech": ("{{ main.part }}", "there is no parameter `part` here; did you mean `parts`?"),
    "a key of the loop": ("{% for n in parts %}{{ loop.frist }}{% endfor %}", "did you mean `first`?"),
    "a name": ("{{ subjct }}", "unknown name `subjct`; did you mean `subject`?"),
    "a filter": ("{{ subject|stpo }}", "unknown name `stpo`; did you mean `stop`?"),
    "a test": ("{{ 1 if subject is unknwn }}", "unknown name `unknwn`; did you mean `unknown`?"),
    "an include": (
        "{% include 'shared/frnt.xml.j2' %}",
        "there is no template `shared/frnt.xml.j2`; did you mean `shared/front.xml.j2`?",
    ),
    "an include of many": ("{% include ['a.xml.j2', 'b' ~ '.xml.j2'] %}", "there is no template `b.xml.j2`"),
    "a macro": (
        "{% import 'shared/facts.xml.j2' as facts %}{{ facts.fgures([]) }}",
        "there is no macro `fgures` here; did you mean `figures`?",
    ),
    "a macro imported by name": ("{% from 'shared/facts.xml.j2' import fgures %}", "no macro `fgures` here"),
    "a key of what a macro is given": (
        "{% macro say(point) %}{{ point.txt }}{% endmacro %}{{ say(parts[0].points[0]) }}",
        "there is no parameter `txt` here; did you mean `text`?",
    ),
    "a key of what a macro is given by name": (
        "{% macro say(point=none) %}{{ point.txt }}{% endmacro %}{{ say(point=parts[0].points[0]) }}",
        "there is no parameter `txt` here",
    ),
    "a name in an idle macro": ("{% macro say() %}{{ oops }}{% endmacro %}", "unknown name `oops`"),
    "a name in a called block": (
        "{% macro say() %}{{ caller() }}{% endmacro %}{% call say() %}{{ oops }}{% endcall %}",
        "unknown name `oops`",
    ),
    "a name in a filtered block": ("{% filter trim %}{{ oops }}{% endfilter %}", "unknown name `oops`"),
    "a name in what is set": ("{% set line %}{{ oops }}{% endset %}", "unknown name `oops`"),
    "a key in a with": ("{% with who = speaker %}{{ who.pst }}{% endwith %}", "no parameter `pst` here"),
    "an element": ("<pp>甲</pp>", "unknown element <pp>; did you mean `p`?"),
}  # fmt: skip
RIGHT = {
    "what is set in a branch": "{% set x = duty %}{% if topic %}{% set x = notice %}{% endif %}{{ x.to }}",
    "a name that need not be there": "{{ word|default('讲话') }}{% if other is defined %}甲{% endif %}",
    "a namespace": "{% set n = namespace(all=[]) %}{% set n.all = n.all + [1] %}{{ n.all }}",
    "keys of a dictionary": "{% set entry = {'who': 1} %}{{ entry.who }}",
    "two names of a loop": "{% for key, value in {'a': 1}.items() %}{{ key }}{{ value }}{% endfor %}",
    "a joined list": "{% for item in meeting.agenda + meeting.afterwards %}{{ item.who|names }}{% endfor %}",
    "an include that may miss": "{% include 'shared/none.xml.j2' ignore missing %}",
    "the first that is there": "{% include ['shared/none.xml.j2', 'shared/facts.xml.j2'] %}",
    "an include by an unknown name": "{% include ['shared/' ~ title ~ '.xml.j2', 'shared/facts.xml.j2'] %}",
    "methods of a text": "{{ meeting.name.endswith('会') }}{{ meeting.name|replace('会', '') }}",
    "a macro that calls itself": "{% macro a(n) %}{{ a(n - 1) if n }}{% endmacro %}{{ a(2) }}",
}


@pytest.mark.parametrize(("body", "message"), UNKNOWN.values(), ids=list(UNKNOWN))
def test_an_unknown_name_is_reported_where_no_draft_goes(tmp_path: Path, body: str, message: str) -> None:
    (line,) = opening_faults(tmp_path, NEVER.format(body))

    assert message in line


@pytest.mark.parametrize("body", RIGHT.values(), ids=list(RIGHT))
def test_what_is_right_is_not_reported(tmp_path: Path, body: str) -> None:
    templates(tmp_path, short_kind(speech=f"<speech>{body}</speech>"))

    assert () == lint_kind("short", Library([tmp_path])).faults


def test_a_slip_is_reported_at_its_line_and_word(tmp_path: Path) -> None:
    templates(tmp_path, short_kind(speech="<speech>\n  <title>{{ meeting.vanue }}</title>\n</speech>"))

    (fault,) = lint_kind("short", Library([tmp_path])).faults

    assert (f"{tmp_path}/kinds/short/speech.xml.j2:2:21", 5) == (str(fault.span), fault.span.length)


def test_an_imported_file_does_not_see_the_parameters(tmp_path: Path) -> None:
    files = short_kind(speech='{% import "shared/ours.xml.j2" as ours %}<speech>{{ ours.say() }}</speech>')
    templates(tmp_path, {**files, "shared/ours.xml.j2": "{% macro say() %}{{ title }}{% endmacro %}"})

    (fault,) = lint_kind("short", Library([tmp_path])).faults

    assert "import the file `with context`, or hand the value to the macro" == fault.remedy


def test_an_imported_file_sees_them_with_context(tmp_path: Path) -> None:
    files = short_kind(
        speech='{% import "shared/ours.xml.j2" as ours with context %}<speech>{{ ours.say() }}</speech>'
    )
    templates(tmp_path, {**files, "shared/ours.xml.j2": "{% macro say() %}{{ title }}{% endmacro %}"})

    assert () == lint_kind("short", Library([tmp_path])).faults


def test_a_block_that_is_replaced_asks_for_nothing(tmp_path: Path) -> None:
    files = {
        "kinds/short/base.xml.j2": "<speech>{% block words %}{{ guests|names }}{% endblock %}</speech>",
        **short_kind(
            speech='{% extends "kinds/short/base.xml.j2" %}{% block words %}{{ title }}{% endblock %}'
        ),
    }
    templates(tmp_path, files)

    assert {"title"} == {use.parameter for use in lint_kind("short", Library([tmp_path])).uses}


def test_a_block_that_is_taken_up_again_asks_for_its_own(tmp_path: Path) -> None:
    files = {
        "kinds/short/base.xml.j2": "<speech>{% block words %}{{ guests|names }}{% endblock %}</speech>",
        **short_kind(
            speech='{% extends "kinds/short/base.xml.j2" %}{% block words %}{{ super() }}{% endblock %}'
        ),
    }
    templates(tmp_path, files)

    assert {"guests"} == {use.parameter for use in lint_kind("short", Library([tmp_path])).uses}


def test_a_template_that_includes_itself_is_read_to_its_end(tmp_path: Path) -> None:
    speech = '<speech>{% include "kinds/short/speech.xml.j2" %}{{ oops }}</speech>'
    templates(tmp_path, short_kind(speech=speech))

    assert ["unknown name `oops`"] == [
        fault.message for fault in lint_kind("short", Library([tmp_path])).faults
    ]


@pytest.mark.parametrize("kind", builtin_library().kinds())
def test_no_template_that_ships_asks_for_what_there_is_not(kind: str) -> None:
    assert () == lint_kind(kind, builtin_library()).faults
