"""What a wish wants said to those named: that they are put to trouble, or in what one is firm."""

from __future__ import annotations

from drafter.facts import patterns as re

# The work by which people are put to trouble.
TROUBLES = "施工，停水，停气，停电，停暖，开挖，挖路，封路，绕行，围挡，噪音，搬迁"
# 对居民说声添麻烦, 跟大家道个扰，棚子施工吵
_TROUBLE = re.compile(
    "(?:也|还|要|得|先|再)*(?:[对跟给向](?P<to>[^，；]{2,10}?))?(?:也|还|要|得|先|再)*(?:说|道|讲|打)(?:一?[声句个])?"
    "(?:添麻烦|添乱|打扰|扰|见谅|多包涵|多担待)了?(?:，(?P<why>[^；]{3,24}))?"
)
# 对施工方讲质量要硬
_FIRM = re.compile(
    "[对跟给](?P<to>[^，；]{2,8}?)(?:讲|说|谈)(?P<what>[^，；话句声要得]{2,6}?)上?(?:的?话)?(?:也|要|得|一定)*(?:说|讲)?得?[硬重严狠](?:一?[点些])?"
)

# 居民代表讲的两件事要接住, 荀大爷讲的要给个说法
_TAKEN_UP = re.compile(
    "(?P<who>[一-鿿]{2,12}?)(?:刚才)?(?:讲|说|提|反映)的?(?:[这那]?[一两二三四五六几\\d]+[件条个点样](?:事|意见|建议|问题|话)?|事|话|意见|问题)?的?"
    "(?:也|都|要|得|一定|必须|当面|当场)*(?:接住|接[过下]来|接一?接|有个?回应|回应(?:一下)?|(?P<reply>[给有]一?个?(?:说法|答复|交代|回音|回话)))"
)


def trouble_in(text: str) -> str:
    """Return the word to those whom the work troubles, "" where a wish wants none."""
    found = _TROUBLE.fullmatch(text)
    if found is None:
        return ""
    why = f"{found['why']}，" if found["why"] else ""
    return f"{why}给{found['to'] or '大家'}添麻烦了，在这里先说一声，请多担待。"


def firm_in(text: str) -> tuple[str, str] | None:
    """Return to whom one is to be firm, and in what; None where a wish wants no such word."""
    found = _FIRM.fullmatch(text)
    return (found["to"], found["what"]) if found else None


def taken_up(text: str) -> tuple[str, str] | None:
    """Return who has asked for something and the word that it is taken up; None where a wish wants none."""
    found = _TAKEN_UP.fullmatch(text)
    if found is None:
        return None
    more = "办成办不成，都会给个说法。" if found["reply"] else ""
    return found["who"], f"{found['who']}讲的，我都听进去了，这里当面接下来。{more}"
