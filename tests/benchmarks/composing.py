"""What a docxtpl template needs to compose the example's speech from its YAML; nothing of drafter's."""

from __future__ import annotations

import re
from typing import Any

import jinja2

ORDINALS = "一二三四五六七八九十"


def context_of(loaded: dict[str, Any]) -> dict[str, Any]:
    """Return the values of the YAML and the two names that the template uses besides."""
    return {**loaded, "ordinals": ORDINALS, "heading": _heading}


def environment() -> jinja2.Environment:
    """Return a Jinja environment with the one filter the template needs."""
    made = jinja2.Environment(autoescape=True)
    made.filters["said"] = _said
    return made


def _heading(point: dict[str, Any], pattern: str | None) -> str:
    heading = point["heading"]
    return _filled(pattern or "", heading) if isinstance(heading, dict) else str(heading)


def _said(fact: dict[str, Any]) -> str:
    return _filled(fact["say"], fact)


def _filled(pattern: str, words: dict[str, Any]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: str(words[found[1]]), pattern)
