"""What a sheet lacks, said as a sentence with a blank in the place of what is asked."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.around import stands
from drafter.facts.missing.about import counted_matter
from drafter.facts.missing.blank_names import (
    is_figured,
    is_person,
    names_nothing,
    plainly_open,
    said_with_blank,
    short_name,
    told_with_blank,
    waits_for,
)
from drafter.facts.missing.question import Question, asks, is_body, parts_of_open, question_in, short_topic
from drafter.facts.sheet import Blank, FactType
from drafter.templating.compose.composition import bare, blank_mark
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.words.open_beside import is_hushed, is_told_beside, who_lacks

_PLAIN_NOUNS = ("电话", "人数", "名单", "时间", "日期", "金额", "地点", "标准", "办法")
_FILLED_IN = ("amount", "who", "which", "rank", "share")
_NO_BLANK = re.compile("单位|计量|按.按|发言稿|讲稿|稿子|材料|出处|原文|核实|姓名|名字|全名")


def blank_clause(blank: Blank, statement: Statement | None, material: Material) -> str:
    """Return a sentence with a blank in the place of what is asked; "" where none is to be said.

    城东泵站包保责任人: 城东泵站的包保责任人是【城东泵站包保责任人】.
    """
    if is_hushed(blank, material) or _NO_BLANK.search(blank.text) or blank.what.endswith("计量单位"):
        return ""
    what = re.sub("[还也都]?(?:不知道|说不准|没准)?$", "", blank.what.strip().split("，")[0])
    if statement is not None and (
        _is_said(blank, what, statement) or any(is_told_beside(blank, f, material) for f in statement.facts)
    ):
        return ""
    question = question_in(blank.text)
    plain = plainly_open(blank.text) if question is None else waits_for(blank.text)
    # 夜班费每班提到多少，财政局没回话: what has an answer in figures or names is left for it.
    filled = question is not None and question.kind in _FILLED_IN and "定不下来" not in plain
    if plain and not filled and (question is None or question.asked in plain):
        return plain
    about = blank.about[0] if blank.about else ""
    if question is None and (told := told_with_blank(blank.text, blank_mark(short_name(what), about))):
        return told
    topic = next((f.topic for f in material.facts if f.id == about), "")
    if question is not None:
        asked_for = statement is not None and statement.type is FactType.REQUEST and question.leans
        asked = _asked(question, topic if statement is not None and not asked_for else "", about)
        # Who asks for something is not who answers: 家委会希望开放操场。这件事，【答复日期】答复。
        asked = f"这件事，{asked}" if asked_for and asked else asked
        return f"{asked}{who_lacks(blank)}。" if asked else plainly_open(blank.text)
    stated = bare(statement.words) if statement is not None else ""
    if re.match("没|无|未", what):
        return ""
    if (matter := counted_matter(blank.text)) and (said := _filled(what, about, stated)):
        return f"{matter}，{said}"
    return _filled(what, about, stated) or _to_be_filled_in(what, blank.text, topic, about)


def _asked(question: Question, topic: str, about: str) -> str:
    """Return a question with its blank, without end mark, behind the topic where it has no subject."""
    subject = short_topic(topic) if question.leans else ""
    mark = blank_mark(question.label(topic if subject else ""), about)
    return f"{subject}{'，' if subject else ''}{question.said(mark)}"


def _filled(what: str, about: str, stated: str) -> str:
    """Return what is missing as a sentence with its blank; ``stated`` are the words in front of it."""
    if said := said_with_blank(what, blank_mark(short_name(what), about), stated):
        return said
    if is_figured(what):
        return f"{what}是{blank_mark(short_name(what), about)}。"
    if is_person(what):
        return f"{what}是{blank_mark(f'{short_name(what)}姓名', about)}。"
    return ""


def _to_be_filled_in(what: str, text: str, topic: str, about: str) -> str:
    """Return what has no better sentence: the matter, and what is open of it in the words of the sheet."""
    if is_body(what) or re.search(r"\d", what):
        # Who is to settle it, and what is counted, are nothing to be filled in.
        return ""
    if names_nothing(what) and not asks(what) or not (len(what) > 2 or what in _PLAIN_NOUNS):
        return ""
    matter, open_ = parts_of_open(text)
    matter = matter or short_topic(topic) or ("这一项" if asks(open_) else "")
    return f"{matter or what}，{blank_mark(f'待补：{open_ or what}', about)}。"


_NOT_YET = re.compile("[还也]?[没未]")


def _is_said(blank: Blank, what: str, statement: Statement) -> bool:
    """Whether a statement tells itself that something is missing."""
    words = "。".join(fact.text for fact in statement.facts)
    return blank.text in words or stands(what, words, _NOT_YET)
