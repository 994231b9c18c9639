"""A chat read as a sheet: what its messages say, without who sent them, questions and courtesies."""

from __future__ import annotations

from collections import Counter

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue

# 老葛：…, 院办-虞主任：…, and 老葛 2026/6/1 16:20 above a message.
_SENT_BY = re.compile(
    r"^[ \u3000]*(?P<who>[一-鿿A-Za-z]{1,6}(?:[-—·_][一-鿿A-Za-z]{1,6})?)[：:][ ]*", re.MULTILINE
)
_SENT_AT = re.compile(
    r"^[ \u3000]*(?P<who>[一-鿿A-Za-z]{1,8})[ ]+(?:(?:\d{4}[-/年])?\d{1,2}[-/月]\d{1,2}日?[ ]+"
    r"|(?:昨天|今天|上午|下午|晚上|星期.)[ ]*)*\d{1,2}[:：]\d\d(?::\d\d)?[ ]*$",
    re.MULTILINE,
)
# [9:05] 老葛：…
_TIMED = re.compile(
    r"^[ \u3000]*[\[【(（]?(?:(?:\d{4}[-/年])?\d{1,2}[-/月]\d{1,2}日?[ ]+)?"
    r"\d{1,2}[:：]\d\d(?::\d\d)?[\]】)）]?[ ]*(?P<who>[一-鿿A-Za-z]{1,8})[：:][ ]*",
    re.MULTILINE,
)
# So many messages of the same two or three make a chat.
_LEAST = 5
_ASKED = "谁|多久|多少|什么|啥|几[个点位]|哪|咋|怎么"
_ASKS = re.compile(rf"(?:[?？]|[吗呢嘛]|{_ASKED}|全名是)[?？。~～ ]*$|^(?=.*(?:{_ASKED})).{{1,8}}$")
_COURTESY = re.compile(
    r"(?:(?:好[的嘞哒]?|收到|嗯+|哦+|行|可以|OK|ok|在[不吗]?|在呢|你好|您好|谢谢|多谢|辛苦了?|明白|知道了|没问题|就这些|先这样)"
    r"[一-鿿]{0,4}[，,。！!~～ ]*)+"
)
_LINE = re.compile(r"[^\n]+")


def messages_of(text: str) -> str:
    """Return the text of a chat, as long as before, with blanks for senders, questions and courtesies.

    A text that is no chat comes back as it is.
    """
    sent = next((form for form in (_TIMED, _SENT_BY, _SENT_AT) if _senders(text, form)), None)
    if sent is None:
        return text
    senders = _senders(text, sent)
    plain = sent.sub(lambda match: " " * len(match[0]) if match["who"] in senders else match[0], text)
    return _LINE.sub(_without_question, plain)


def _senders(text: str, sent: re.Pattern[str]) -> set[str]:
    """Return who sends the messages of a text; empty where it is no chat."""
    told = Counter(found["who"] for found in sent.finditer(text))
    if sent is _TIMED:
        # The hour in front of each message makes a chat even of what one person sends.
        return set(told) if sum(told.values()) >= _LEAST and max(told.values()) > 1 else set()
    often = {who: times for who, times in told.items() if times > 1 and not first_cue("label", who)}
    return set(often) if sum(often.values()) >= _LEAST and len(often) > 1 else set()


def _without_question(line: re.Match[str]) -> str:
    said = line[0].strip(" \u3000")
    bare = re.search(r"\d", said) is None
    return " " * len(line[0]) if bare and (_ASKS.search(said) or _COURTESY.fullmatch(said)) else line[0]
