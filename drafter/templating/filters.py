"""The filters and tests of templates, as docs/templates.md lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from drafter.facts import patterns as re
from drafter.i18n.text import ends_sentence
from drafter.models.parts import Target
from drafter.speech import numbering
from drafter.templating.blanks import current_blanks
from drafter.templating.values import Items, Missing, Value, View, join, path_of

# The 了 of a thing done, behind its verb: 传达了, 作了; not that of 了解, 为了, 除了.
DONE = re.compile(r"(?<=[\u4e00-\u9fff])(?<![为除])了(?!解|然|如)")
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@pass_context  # Otherwise Jinja calls it while it compiles, when there are no blanks: `""|blank("…")`.
def blank(context: Context, value: Any, name: str) -> Any:
    """Return ``value``, or where it is missing the blank that is declared as ``name``.

    Where no phrase can be the value (prose, a list, no key of the YAML), the blank is the template's own;
    the answer to it, if there is one, stands in its place.
    """
    return value or current_blanks().named(name, path_of(value))


@pass_context  # As ``blank``.
def label(context: Context, value: Any, text: str, hint: str = "") -> Any:
    """Return ``value``, or where it is missing a blank called ``text``, which only the draft knows."""
    return value or current_blanks().labelled(text, hint, path_of(value))


def at(items: Items, index: int) -> Any:
    """Return the item at ``index`` (from 0) of a list, or an empty one to print as blanks."""
    return items.at(index)


def names(items: list[Any]) -> Markup:
    """Return the items joined by the enumeration comma: 东山区、清河县."""
    return join(items, "、")


def clauses(items: list[Any]) -> Markup:
    """Return the items joined by commas, as the ladder of purposes is."""
    return join(items, "，")


def stop(value: Any) -> str:
    """Return the full stop that ``value`` still needs, or nothing if it already ends a sentence."""
    return "" if ends_sentence(str(value)) else "。"


def colon(value: Any) -> str:
    """Return the colon that a salutation still needs."""
    return "" if str(value).endswith(("：", ":")) else "："


def lines(title: Any) -> Markup:
    """Return ``title`` with a line break at each ``|`` in it."""
    return Markup("<br/>").join(Value.of(line.strip(), path_of(title)) for line in str(title).split("|"))


def is_unknown(value: Any) -> bool:
    """Return whether the YAML says nothing of ``value``; an empty list says that there is none."""
    return isinstance(value, Missing) or (isinstance(value, Items) and value.unknown)


def is_written(point: View) -> bool:
    """Return whether the YAML says what ``point`` is about; figures, owner and deadline do not."""
    return bool(point.heading or point.text or point.measures or point.points or point.problems)


def spoken_count(items: Any) -> str:
    """Return how many there are, as it is said before 点: 两, 三, 四."""
    return numbering.spoken_count(items if isinstance(items, int) else len(items))


def numeral(number: int) -> str:
    """Return a number in Chinese: 一, 二, 十二."""
    return numbering.chinese(number)


def as_work(topic: Any) -> Any:
    """Return a field of work with 工作 behind it, unless it ends so: 安全生产工作, 社会工作."""
    if not topic or str(topic).endswith("工作"):
        return topic
    return Markup(escape(topic)) + "工作"


def to_do(did: Any) -> Any:
    """Return words for what was done as words for what is to be done: 传达了会议精神 becomes 传达会议精神."""
    return DONE.sub("", str(did), count=1) if did else did


def fill(pattern: Any, **words: Any) -> Markup:
    """Return ``pattern`` with each ``{name}`` replaced by the value of that name, still a field."""
    parts: list[Any] = []
    position = 0
    text = str(pattern)
    for found in PLACEHOLDER.finditer(text):
        parts += [text[position : found.start()], words.get(found[1], found[0])]
        position = found.end()
    return Markup("").join([*parts, text[position:]])


# What a good year brings down: 漏损率 falls to a target and is at a figure, it reaches neither.
FALLING = re.compile(
    "(?!.*(?:办结|满意|整改|完成|覆盖|化解|处置|查处|追回|回复)).*"
    "(?:漏损|损失|事故|伤亡|死亡|受害|发病|发案|差错|投诉|欠账|能耗|排放|逾期)"
)


def said(fact: View, pattern: str) -> Markup:
    """Return a figure or target as its own ``say`` words it, or else as ``pattern`` does.

    A unit that is not given is left out where there is a value: 95%以上.
    """
    if fact.name and FALLING.match(str(fact.name)):
        pattern = pattern.replace("达到", "降到" if isinstance(fact._model, Target) else "为")
    unit = fact.unit if fact.unit or not fact.value else ""
    value = fact.value
    if not value and fact.name:
        # Several figures may lack their values: each blank is called after its own figure.
        value = Missing(path_of(value), f"{fact.name}数值", value.hint)
    return fill(fact.say or pattern, name=fact.name, value=value, unit=unit)


FILTERS: dict[str, Callable[..., Any]] = {
    "as_work": as_work,
    "at": at,
    "blank": blank,
    "clauses": clauses,
    "colon": colon,
    "fill": fill,
    "label": label,
    "lines": lines,
    "names": names,
    "numeral": numeral,
    "said": said,
    "spoken_count": spoken_count,
    "stop": stop,
    "to_do": to_do,
}

TESTS: dict[str, Callable[[Any], bool]] = {"unknown": is_unknown, "written": is_written}
