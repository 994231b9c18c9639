"""Who asked what, as one says it aloud: 做直播的邹一帆讲，快递比省城贵."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.people.names import name_at

# Who asks stands in front of the colon, with what he does behind his name or in a bracket.
_ASKER = re.compile(
    "(?:(?P<body>[一-鿿]{2,8}[村社厂店校组队司])[ \u3000]+)?(?P<name>[一-鿿]{2,4}?)"
    "(?:[ \u3000]*[（(](?P<aside>[^（()）]{2,24})[)）])?(?:，(?P<what>[^，：。；]{2,14}))?[：:]"
)
# What somebody does begins with one of these.
_DOES = re.compile("[做养开种办跑搞干卖修教送从回在管带]")
# A name of so many signs is one, where nothing tells more of him.
_SURE = 3
# What is done already says that he speaks.
_SPEAKS = re.compile("[说讲提问盼]$")


def asker_called(text: str) -> str:
    """Return who asks something, as the speaker names him; "" where no name stands in front of it."""
    found = _ASKER.match(text)
    if found is None or _SPEAKS.search(found["name"]):
        return ""
    name, body = found["name"], found["body"]
    if name_at(name, 0) != name and not (body and name[0] in "老小"):
        return ""
    if len(name) < _SURE and not (found["aside"] or found["what"] or body):
        # 付款：账期缩到58天 looks like a name.
        return ""
    told = [*(found["aside"] or "").split("，"), found["what"] or ""]
    trade = next((clause for clause in reversed(told) if _DOES.match(clause)), "")
    if not trade and found["what"]:
        trade = f"做{found['what']}"
    return f"{body or ''}{trade}的{name}" if trade or body else name
