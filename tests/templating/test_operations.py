"""What a template does with values that cannot do it is told in the author's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import TemplateError
from drafter.models.meeting import Meeting
from drafter.models.parameters import Parameters
from drafter.templating.draft import draft
from tests.drafts import templates

from .folders import short_kind

CASES = {
    '"a" + 1': "do not go together",
    "subject()": "only a function",
    "subject|replace": "an argument is missing: `old`, `new`",
    "subject|upper(x=1)": "no argument called x",
    "3|numeral(1, 2)": "too many arguments",
    "5[0]": "no items to pick from",
    'range("a")': "a number belongs here",
    "subject.__class__": "`__class__` is not for templates",
}


@pytest.mark.parametrize("expression", CASES)
def test_what_values_cannot_do_is_told_without_words_of_python(tmp_path: Path, expression: str) -> None:
    speech = f"<speech><title>甲</title><opening>{{{{ {expression} }}}}</opening></speech>"
    library = templates(tmp_path, short_kind(speech=speech))

    with pytest.raises(TemplateError) as caught:
        draft(Parameters(kind="short", meeting=Meeting(name="全市防汛调度会")), library)

    (fault,) = caught.value.diagnostics
    assert CASES[expression] in fault.message
    assert fault.remedy
