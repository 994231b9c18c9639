"""The blanks of loose lines: what stands for each where a sheet is read, and where its words are said.

食堂保温柜 9月5日前换好 花 8.6万 is read out as 食堂保温柜9月5日前换好，花8.6万.

The rule: a blank between Chinese phrases is a comma. It is nothing behind a short subject in front of what
is told of it, behind a body, a name or a day in front of what it does, around a name behind its post, and
around a figure that a sheet sets apart (投入 680 万元).
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue, has_cue, pattern
from drafter.facts.cut.headings import INLINE
from drafter.facts.cut.line_ends import is_only_when
from drafter.facts.people.doers import is_doer
from drafter.facts.people.names import is_name, name_at
from drafter.facts.people.persons import name_and_posts, parts_name_from_post

_BLANK = re.compile("[ \u3000\t]+")
_SIGNS = "，,。；;：:！？!?、\n"
_LAST_SIGN = re.compile(f"[{_SIGNS}]")
# What stands on both sides of a blank that parts nothing in print.
_TIGHT = re.compile("[一-鿿\\d%％元）)”》。，；：、]$")
_TIGHT_BEHIND = re.compile("[一-鿿\\d（(“《]")
# Between such signs a blank may part two phrases; a list of names or of words in quotes is none.
_PHRASE_END = re.compile("[一-鿿\\d%％）)”》]$")
_PHRASE_BEGINS = re.compile("[一-鿿\\d“《]")
# 投入 680 万元: figures are set apart in such a text, and nothing is told by it.
_FIGURES_APART = re.compile("\\d [万亿一-鿿]")
_CLOCK = re.compile("\\d{1,2}[:：]\\d\\d")
# What opens that which is told of a subject: a figure, a day, an adverb, a verb.
_PREDICATE = re.compile(
    "\\d|[每最先再要不没未已都全就只才还也很正仅约共近达超查做办开拆修改换压抽抓到按照把从由在有是归靠用花投缺差欠]|一[律次户个天定共般]"
    "|必须|应当?|今[年天]|明[年天]|去年|上半年|下半年|[一二三四]季度|上[午周月]|白天|下[午周月]|本[周月年]|晚上|夜[里间]|平均|大约|目前|现在"
    "|划|新[建增装招]|完成|通报|介绍|汇报|表态|发言|讲|提"
)
# A part that is no subject: it has a verb or stands for itself.
_SAYS = re.compile(
    "\\d|[着过的吧吗呢]$|[了没不是归给把由被]|第[一二三四五六七八九十]|^(?:[先再在到从对请让]|然后|最后|前面|后面)"
)
_LONGEST_SUBJECT, _LONGEST_DOER = 6, 16
# 宿清越 分管安全的: what he has in hand is told of him.
_HAS_IN_HAND = re.compile("(?:分管|主管|兼)")
# 骨科医生 隗某: a masked name stands behind what he is.
_MASKED = re.compile("[一-鿿]某(?!个|些|种)")
# No phrase that tells what a blank stands for is longer; time grows with the line alone.
_NEAR = 60
_CALLS = re.compile("(?:我|名字?|全名)(?:叫|是)$")
_MONEY = re.compile("(?:花|投|补|奖|共)[^，]{0,3}\\d")
# 年内的 37处, 特校的 郁青老师
_WHOSE = re.compile("\\d|[一-鿿]{2,3}(?:老师|师傅|同志)?(?=[，,（(]|$)")
# 二、参观, 参加：全体职工: an ordinal or a label opens what a blank parts from the words in front.
_OPENS_ITEM = re.compile("[一二三四五六七八九十]{1,3}、|\\d{1,2}[.、．)）](?!\\d)|[一-鿿]{2,6}[：:]")
_TIMED = re.compile("[上下]午|周[一二三四五六日]|\\d[日号点:：]")
# 别提, 汛期, 前面: what so few signs tell leads to what stands behind them.
_LONGEST_LEAD = 2
# 续签率 83%: a figure is told of the words in front; a day stands for itself.
_COUNT = re.compile("\\d[\\d.]*(?![\\d.月日号点时:：/-])")
# 没签的14户 8月底前签完: those who are counted are a subject.
_COUNTED = re.compile("的 ?\\d[\\d.]*[一-鿿]{1,2}$")
_MARKER = re.compile("^[ \\-·•*\\d.、)）①-⑳]+")
# How the post of somebody ends whom a name follows: 后勤主管, 儿科护士, 村支书.
_CALLED_BY = re.compile("(?:[员长师傅工士任记管姨]|支书)$")
_ASIDE = re.compile("[（(][^（()）]{1,12}[)）]$")
_LEADS_TO_NAME = re.compile("[给由请为替后的让]$")
_NAMED = re.compile("[讲说念作负牵盯抓管办带主致发]")


def blanks_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the blanks of a text stand, each with what it stands for: "，", "" or a blank.

    The blanks around a name behind a post stay: they tell where it ends.
    """
    apart = _FIGURES_APART.search(text) is not None
    whole = len(text) <= _NEAR and name_and_posts(text.strip()) is not None
    named = False
    for blank in _BLANK.finditer(text):
        start = max(0, blank.start() - _NEAR)
        before, behind = text[start : blank.start()], text[blank.end() : blank.end() + _NEAR]
        opens = _opens_name(before, behind) or whole or parts_name_from_post(before, behind)
        opens = opens or _MASKED.match(behind) is not None
        kept = opens or named and not _HAS_IN_HAND.match(behind)
        yield blank.start(), blank.end(), " " if kept else _joint(before, behind, apart)
        named = opens


def closed_up(text: str) -> str:
    """Return a text of a sheet as it is printed: a comma for a blank that parts phrases, else none."""
    if not _BLANK.search(text):
        return text
    said, left = "", 0
    text = text.strip(" \u3000\t")
    for start, end, sign in blanks_in(text):
        said, left = said + text[left:start] + sign, end
    return said + text[left:]


def loosened(text: str) -> str:
    """Return the text of a sheet, as long as before, with commas for the blanks that part phrases.

    A title without a day, and a line that names the meeting, stay as they are.
    """
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    kept = first if len(lines) > 1 and not _TIMED.search(lines[first]) else first - 1
    return "\n".join(
        line if number <= kept or " " not in line or _is_set_out(line) else with_commas(line)
        for number, line in enumerate(lines)
    )


def _is_set_out(line: str) -> bool:
    """Whether the blanks of a line are no loose writing: a table, steps, sentences, a meeting's name."""
    bare = line.strip()
    return bool(re.search("[\t|\u3000]|→|->|  |[。；]", bare)) or has_cue("meeting-name", bare)


def with_commas(line: str) -> str:
    """Return a line, as long as before, with a comma for each blank that parts phrases.

    Commas and semicolons of half width become those of a Chinese text; that of 1,200 stays.
    """
    line = re.sub(r"(?<!\d),|,(?!\d{3}(?!\d))", "，", line).replace(";", "；")
    signs = list(line)
    margin = len(line) - len(line.lstrip())
    for start, end, sign in blanks_in(line.rstrip()):
        if sign == "，" and start >= margin:
            signs[start:end] = "，" + " " * (end - start - 1)
    return "".join(signs)


def _opens_name(before: str, behind: str) -> bool:
    """Whether a name stands behind a post or a body: 副校长（分管招生） 宗政明, 急诊科 孟春枝."""
    first = re.split(f"[ \u3000\t（()）/{_SIGNS}]", behind, maxsplit=1)[0]
    bare = _ASIDE.sub("", before)
    name = "" if _acts(first) else name_at(first, 0)
    named = bool(name) and (name == first or bool(_NAMED.match(first, len(name))))
    if (
        _LEADS_TO_NAME.search(bare)
        and is_name(first)
        and parts_name_from_post(first, behind[len(first) :].lstrip())
    ):
        # 给 程立秋 局长起一个
        return True
    if pattern("post-end").search(bare) and not _acts(first):
        # Behind a post and a blank, two or three signs are a name whatever the first is.
        return named or bool(re.fullmatch("[一-鿿]{2,3}", first)) and not _NAMED.match(first)
    return named and (bool(_CALLED_BY.search(bare)) or len(name) > 2 and has_cue("body-end", bare))


def _joint(before: str, behind: str, figures_apart: bool) -> str:
    """Return what a blank stands for between what is written before it and behind it."""
    if before[-1:].isdigit() and behind[:1].isdigit() or _OPENS_ITEM.match(behind):
        return " "
    if not (_TIGHT.search(before) and _TIGHT_BEHIND.match(behind)):
        latin = re.search("[一-鿿][A-Za-z]+$", before) and re.match("[一-鿿]{3}", behind)
        return "，" if latin else " "
    if not (_PHRASE_END.search(before) and _PHRASE_BEGINS.match(behind)):
        return ""
    if _CLOCK.match(behind) or figures_apart and (before[-1:].isdigit() or behind[:1].isdigit()):
        return ""
    return "" if _leads_on(before, behind) else "，"


def _leads_on(before: str, behind: str) -> bool:
    """Whether a phrase is only what that behind it is told of: a subject, who acts, or when."""
    phrase = _LAST_SIGN.split(_BLANK.split(before)[-1])[-1]
    rest = _LAST_SIGN.split(_BLANK.split(behind, maxsplit=1)[0])[0]
    opens = not _LAST_SIGN.search(before) and not _BLANK.search(_MARKER.sub("", before))
    if (
        len(phrase) < 2
        or _CALLS.search(phrase)
        or opens
        and len(phrase) <= _LONGEST_LEAD
        and not has_cue("body-front", rest)
    ):
        return True
    if not re.search("\\d", phrase) and (_COUNT.match(rest) or phrase.endswith("的") and _WHOSE.match(rest)):
        return True
    if _COUNTED.search(before) and rest[:1].isdigit():
        return True
    acts = bool(_PREDICATE.match(rest)) and not (behind.strip() == rest and is_only_when(rest))
    if is_only_when(phrase):
        return acts
    if _acts(phrase):
        return (acts and not _MONEY.match(rest)) or bool(_NAMED.match(rest))
    # 讲话人 副院长: a blank stands for the sign behind a label of the head.
    return opens and (
        first_cue("label", phrase) in INLINE or _is_subject(phrase) and bool(_PREDICATE.match(rest))
    )


def _is_subject(phrase: str) -> bool:
    return len(phrase) <= _LONGEST_SUBJECT and not _SAYS.search(phrase)


def _acts(phrase: str) -> bool:
    """Whether a phrase is a body, a post or a person, and nothing else."""
    return 2 < len(phrase) <= _LONGEST_DOER and not re.search("\\d", phrase) and is_doer(phrase)
