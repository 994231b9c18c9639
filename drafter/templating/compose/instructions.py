"""What reads as a fact of the sheet and is said to the writer: which of it is never read out.

A clerk writes to whoever drafts: 这三个都核过了, 可以点名, 不说数. The hall is not to hear it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.facts.around import stands
from drafter.facts.cues import first_cue
from drafter.facts.sheet import Fact

# What stands at the end of a clause and is no clause of its own.
_AT_END = re.compile(
    "[，,；;]?(?:可以(?:讲|说|用|宣布|公布|提)|要(?:说明|讲)[^，；。]{0,10}|照实说|写对|注意)$"
)
_LEAD = "(?:但|可|就|只|也|都|还|先|这里|这个|这些|这块|会上|具体|金额|数字|比例|名字|咱们?|我们|讲话里?)*"
_CLAUSE = re.compile(
    "(?:"
    # 这三个都核过了, 上述数字都核对过了
    "(?:[这那以][几两三四五六七八九上些\\d]*[个件条家位人项]?|上述|以上|下面)?(?:事情?|数[字据]?|名[字单]|人名|情况|材料)?"
    "(?:都|也|已经?|全)*(?:核[实对]?过了?|核[实对]了)"
    # 可以点名, 会上要点名
    f"|{_LEAD}(?:可以|要|能|不|别|不要)点名?"
    f"|{_LEAD}(?:可以|能)(?:讲|说|提|用)(?:[讲说提]|出来|到)?"
    # 不说数, 咱们不碰
    f"|{_LEAD}(?:不|别|莫|勿|不要|不用)(?:碰|涉及|展开|渲染|写|讲|说|提|念|报)(?:了|它|数字?|名字|人名|细节|这[个些])?"
    # 撑一句腰, 也带一句
    "|[^，]{0,16}(?:要|得|也|再|可以|专门)[^，]{0,4}(?:撑|带|捎|提|讲|说|点|夸)(?:上|到)?(?:一|几|两)[句下](?:腰|话|好话)?"
    # 执纪的话他讲
    "|[^，]{1,8}的话(?:由|归)?[他她](?:来)?(?:讲|说)"
    "|(?:只|就)说[^，]{2,8}|不表态|记下来就行|要是问.*"
    "|(?:已?通报过的?)?都?可以点名"
    "|.*(?:稿子?|讲稿|讲话稿|发言稿)(?:里|中|上)?(?:不|别|先|要|可以|勿).*"
    "|.*领导(?:交代|的意思|要求写).*"
    ")"
)
# A clause with the mark in front of it.
_ONE = re.compile("(^|[，,；;。])([^，,；;。]+)")
# What only leads to those of whom one may speak: 可以说到的人：红枫小学的崔素英.
_LABEL = re.compile(
    "(?:可以|要|能|得)(?:讲|说|提|点|写|用)(?:到|的|名)*(?:的?(?:人|事|例子?|数|话|内容|点))?$"
)


def is_said_to_writer(fact: Fact) -> bool:
    """Whether all that a fact tells is said to the writer: it stands below his wishes, or each clause is."""
    clauses = _clauses(fact.text)
    return first_cue("label", fact.label) == "intent" or (
        bool(clauses) and all(_CLAUSE.fullmatch(clause) for clause in clauses)
    )


_SPEAKS = re.compile("(?:最后|然后|接着|再|来)?(?:讲话?|作?报告|致辞|作?总结)(?=$|[，,。；;、→])")


def tells_that_he_speaks(fact: Fact, name: str, posts: Sequence[str]) -> bool:
    """Whether a fact tells that the speaker himself is to speak: it is the order of the meeting."""
    ends = {post[-size:] for post in posts for size in (2, 3) if len(post) >= size}
    called = [name, *(f"{name[:1]}{end}" for end in ends)] if name and ends else []
    return any(stands(each, fact.text, _SPEAKS) for each in called)


def instructions_in(fact: Fact) -> tuple[str, ...]:
    """Return the clauses of a fact that are said to the writer, where others remain."""
    clauses = _clauses(fact.text)
    found = [clause for clause in clauses if _CLAUSE.fullmatch(clause)]
    return tuple(found) if len(found) < len(clauses) else ()


def without_instructions(text: str) -> str:
    """Return a text without the clauses that are said to the writer, and the mark in front of each."""
    rest = _ONE.sub(lambda match: "" if _CLAUSE.fullmatch(match[2].strip()) else match[0], text)
    return _AT_END.sub("", rest).lstrip("，,；;。")


def is_label_for_writer(label: str) -> bool:
    """Whether a label tells the writer of what he may speak, and nobody else anything."""
    return _LABEL.fullmatch(label) is not None


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in re.split("[，,；;。！]", text) if clause.strip()]
