"""A form that is filled in, and a chat with pictures, as plain text: 讲 话 人……县长, 1️⃣ 2️⃣, 程序👉."""

from __future__ import annotations

from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue, has_cue

_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3")
_POINTS = re.compile("(?<=[一-鿿])(?:[👉👇➡⬇☞]\ufe0f?)")
_PICTURES = re.compile("[\U0001f300-\U0001faff\ufe0f]")
# 讲 话 人：, 时  间：
_DRAWN_APART = re.compile(r"^([ \u3000]*)([一-鿿](?:[ \u3000]+[一-鿿]){1,3})[ \u3000]*[：:]", re.MULTILINE)
# 会名……水库安全会, 安全例会………… 6月5日, 时间......7月3日
_DOTTED = re.compile(
    r"^([ \u3000]{0,20})([^….\n：:，,。；;\d]{1,30}?)(?:…+|\.{3,})[ \u3000]*(?=\S|$)", re.MULTILINE
)
# Where so many lines have dots behind so few signs, all of these are labels.
_LEAST_DOTTED, _LONGEST_LABEL = 4, 6
_DOTS = re.compile(r"^[^….\n：:，,。；;\d]{1,12}(?:…+|\.{3,})", re.MULTILINE)


def plain(text: str) -> str:
    """Return a text without pictures, its labels set close and with a sign of their own; same length."""
    text = _KEYCAP.sub(lambda match: f"{match[1]}、".ljust(len(match[0])), text)
    text = _POINTS.sub(lambda match: "：".ljust(len(match[0])), text)
    text = _PICTURES.sub(" ", text)
    return _DOTTED.sub(_dotted, _DRAWN_APART.sub(_drawn_apart, text))


def _drawn_apart(match: re.Match[str]) -> str:
    """Return a label whose signs are set apart as one that is set close."""
    label = re.sub("[ \u3000]", "", match[2])
    return f"{match[1]}{label}：".ljust(len(match[0])) if first_cue("label", label) else match[0]


def _dotted(match: re.Match[str]) -> str:
    """Return a label, or the name of the meeting, with dots behind it as one with a sign of its own."""
    label = re.sub("[ \u3000]", "", match[2])
    known = first_cue("label", label) or len(label) <= _LONGEST_LABEL and _is_form(match.string)
    sign = "：" if known else "，" if has_cue("meeting-name", label) else ""
    return f"{match[1]}{label}{sign}".ljust(len(match[0])) if sign else match[0]


@lru_cache(maxsize=4)
def _is_form(text: str) -> bool:
    return len(_DOTS.findall(text)) >= _LEAST_DOTTED
