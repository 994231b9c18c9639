"""Of which kind a wish is, in which tone, and how long the speech may be at most."""

from __future__ import annotations

from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue, found_cues
from drafter.facts.sheet import IntentKind, Tone
from drafter.facts.wishes.wish_forms import MODAL, QUOTED

# Words that make a target soft.
HEDGE = re.compile("力争|原则上|争取|尽量|尽快")
# Words by which a wish asks for less hardness.
_SOFTER = re.compile(
    "(?:别|不要?|莫|勿)(?:太|那么|过于|这么|(?:说|讲)(?=.话))?(?:硬|凶|狠|重(?=话)|严厉)|缓[一和]|柔和|软[一和]|和气|婉转"
)
# A wish that such words do not come in the text.
_NO_HEDGE = re.compile(
    f"(?:别|不|勿|莫)(?:要|许|准|能)?(?:再)?(?:说|写|用|讲|提|出现)[“‘]?(?:{HEDGE.pattern})"
)
# So many minutes at most: 别超过8分钟, 只讲5分钟, 控制在十分钟以内 is told in figures.
_LIMIT = re.compile(
    r"(?:超过?|多于|控制在|压到|只[讲说]|最多[讲说]?|就[讲说])(?P<most>\d{1,3})分钟|(?P<within>\d{1,3})分钟(?:以内|之内)"
)
# 感谢郑阿姨、吕师傅要点名 wants thanks.
BY_NAME = re.compile(
    "(?:感谢|谢谢?)(?P<who>[^，]{2,16}?)(?:也|都|要|得|一定)*(?:点名|[说讲放排摆]在最?前[面头])$"
)
# 母亲只提一句 wants little said, 认错态度好，说一句 wants it praised.
_ONE_WORD = re.compile("只[提讲说带][一几两]?句")
_DID_WELL = re.compile("态度[^，]{0,2}[好诚]|做得好|干得好")
# Kinds in the order in which they are looked for: the narrower first.
_KINDS = (
    IntentKind.HARD, IntentKind.QUOTE, IntentKind.NO_NAME, IntentKind.ADDRESS, IntentKind.THANKS,
    IntentKind.PRAISE, IntentKind.CLOSING, IntentKind.OPENING, IntentKind.WORDING, IntentKind.LENGTH,
    IntentKind.SPARE, IntentKind.OTHER, IntentKind.FORBID, IntentKind.TONE, IntentKind.STRESS,
    IntentKind.AVOID,
)  # fmt: skip


def gives(text: str) -> set[str]:
    """Return the kinds for which a cue is found, without those that others of them outweigh."""
    found = {cue.gives for cue in found_cues("intent", text)}
    if "tone" in found and text.endswith("点"):
        # 口气硬点: nobody is to be named.
        found.discard("no-name")
    if found >= {"praise", "no-name"} and "赞" in text:
        found.discard("no-name")
    if found >= {"avoid", "forbid"} and not QUOTED.search(text):
        found.discard("forbid")
    if found >= {"avoid", "tone"} and not re.search("训人|官腔|腔|大话|高调|绕弯", text):
        found.discard("tone")
    if _NO_PRAISE.search(text):
        found.discard("praise")
    if "praise" in found and _HEART.search(text):
        found = (found - {"praise"}) | {"address"}
    return found


# A word of this sort is said to people, whatever it praises: 班组长最难，讲句公道话.
_HEART = re.compile("(?:公道|体己|心里)的?话|体谅|撑[一撑]?[句下把]?腰")
# 领导不表扬自己 asks for no praise.
_NO_PRAISE = re.compile("(?:不|别|勿|莫|少)(?:要|用|许)?(?:再|多)?(?:表扬|夸|肯定)")


def most_minutes(text: str) -> int | None:
    """Return how many minutes a wish gives the speech at most, None where it gives none."""
    found = _LIMIT.search(text)
    return int(found["most"] or found["within"]) if found else None


@lru_cache(maxsize=4096)
def kind_of(text: str) -> IntentKind:
    """Return the kind of a wish: the narrowest that a cue is found for."""
    if _NO_HEDGE.search(text):
        return IntentKind.HARD
    text = MODAL.sub("", text)
    return IntentKind.LENGTH if most_minutes(text) else _kind_by_cues(text)


def _kind_by_cues(text: str) -> IntentKind:
    found = gives(text)
    if _ONE_WORD.search(text) and "praise" in found:
        return IntentKind.SPARE
    if _DID_WELL.search(text) and "spare" in found:
        return IntentKind.PRAISE
    if IntentKind.NO_NAME.value in found and _is_to_name(text):
        praised = IntentKind.PRAISE if re.search("点名(?:表扬|夸|肯定)$", text) else IntentKind.NAME
        return IntentKind.THANKS if BY_NAME.match(text) else praised
    if text.startswith("感谢") or (re.search("即可|就行|就够", text) and "praise" in found):
        return IntentKind.THANKS if text.startswith("感谢") else IntentKind.SPARE
    if "avoid" in found and QUOTED.search(text) and not found & {"stress", "quote"}:
        return IntentKind.FORBID
    if "forbid" in found and re.search("腔|官话", text):
        return IntentKind.TONE
    if "opening" in found and QUOTED.search(text) and "forbid" not in found and re.search("别|不", text):
        return IntentKind.FORBID
    return next((kind for kind in _KINDS if kind.value in found), IntentKind.OTHER)


def _is_to_name(text: str) -> bool:
    """Whether the wish is that someone be named, not that he be spared."""
    return not re.search(
        r"(?:不|别|勿|莫)[要许准能]?(?:再)?(?:点|提|讲|说|念|写|带|报|出现|露|公开)|隐去", text
    )


def tone_of(text: str) -> Tone:
    """Return the tone that a text asks for, "" where it asks for none."""
    tones: dict[str, Tone] = {"firm": "firm", "warm": "warm", "plain": "plain"}
    return "plain" if _SOFTER.search(text) else tones.get(first_cue("tone", text), "")
