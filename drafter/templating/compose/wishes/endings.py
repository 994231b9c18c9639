"""The last sentence of a speech that is to end on something: 结尾落到一碗放心水上."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.people.audiences import are_people

# A sentence of its own is said as it is: 大年三十都要有人在岗.
_SENTENCE = re.compile("[要都能会才就别得不没是着]|怎么|谁")
# What is to come about: 让家长放心, 把孩子放在心上.
_AIM = re.compile("[让叫使把]")
# What is gained: 一碗放心水, 一盏灯.
_ONE = re.compile("一[碗锅杯口盏张条扇份句把个顿声颗片间床桶块路座亩粒车]")
# What only points at those on whom it ends: 孩子身上.
_POINTS = re.compile("(?<=..)(?:身上?|这里|这一?头|这件?事|这一?点)$")
# 把孩子放心上: the last sign is no part of 落到…上.
_ON = re.compile("^(?:把|放在|记在|扛在|系在|压在|挂在)[^，]*[心肩手身]$")
# 落在树上: one sign, and that one ends on it.
_ON_ONE = re.compile("([一-鿿])[上里]")
_OF_GAIN = ("忙来忙去，为的就是{what}。", "往后大家忙的这些，图的就是{what}。")
_OF_ANY = (
    "今天讲的这些事，归到一处，就是{what}。",
    "千头万绪，说到底就是{what}。",
    "讲了这么多，请大家记住的，就是{what}。",
)


def ending(what: str, *, quoted: bool) -> str:
    """Return the sentence that ends on what a wish names: a sentence, an aim, people, a word or a thing."""
    what = re.sub("(?<=..)[两三四几]个字$", "", _POINTS.sub("", what))
    if _AIM.match(what):
        return f"说到底，是要{what}。"
    if quoted or _SENTENCE.search(what):
        return f"最后说一句：{what}。"
    if are_people(what):
        return f"说到底，都是为了{what}。"
    if sign := _ON_ONE.fullmatch(what):
        return f"说到底，就是一个“{sign[1]}”字。"
    if len(what) == len("平安"):
        return f"说到底，就是{what}两个字。"
    forms = _OF_GAIN if _ONE.match(what) and not has_cue("harm", what) else _OF_ANY
    return forms[sum(map(ord, what)) % len(forms)].format(what=what)


def whole(what: str, text: str) -> str:
    """Return what a wish names with the 上 that belongs to it: 把孩子放心上."""
    return f"{what}上" if _ON.search(what) and text.rstrip("。”").endswith("上") else what
