"""What a sheet takes back: 62个，不对，是26个; 9月3日……不对，是9月4日; 下午2点，改到3点."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.sheet import Doubt, Place
from drafter.i18n import Message, message

_DAY = r"(?:20\d\d[年./-])?\d{1,2}(?:月|[./-])\d{1,2}[日号]?"
_BESIDE = r"[ ]?(?:[（(]?(?:周|星期)[一二三四五六日天][)）]?)?[ ]?"
_HOUR = r"(?:早上|上午|中午|下午|晚上?)?[ ]?\d{1,2}(?:[:：]\d\d|[点时](?:半|\d{1,2}分)?)"
_TAKES_BACK = (
    r"[^\n。；;\d]{0,16}?(?:(?:不对|错了|不是)[，,！!。 ]*(?:应该?)?是"
    r"|(?:现|已|又|后来)?(?:改|推迟|提前|调整|顺延|延期?|挪)[到为成至在])[ ]?"
)
_CORRECTED = re.compile(
    rf"(?P<day>{_DAY})?{_BESIDE}(?P<hour>{_HOUR})?{_TAKES_BACK}(?P<new_day>{_DAY})?{_BESIDE}(?P<new_hour>{_HOUR})?"
)
# 下午2点改到3点 is 下午3点.
_HALF = re.compile("早上|上午|中午|下午|晚上?")
_YEAR = re.compile(r"20\d\d[年./-]")
# The head of a sheet: what is put off further below is a deadline, and told as it is written.
_HEAD = 6

# What may be taken back for another of its kind; a figure only for one with the same unit.
_KINDS = (_DAY, _HOUR, "(?:[本这下]?周|星期)[一二三四五六日天]", r"(?<![\d.])\d[\d.]{0,15}")
_UNIT = "(?P<unit>[万亿]*(?:[%％一-鿿](?![一-鿿]*\\d))?)"
_NO = (
    r"[，,。、… ]*(?:哦|噢|啊|唉|呃|嗯|额)*[，, ]*(?:不对|错了|说错了|记错了|(?<=[，, 哦噢啊])不(?=[，, ]))"
    r"[，,！!。 ]*(?:应该?)?是?[ ]*"
)


def _pairs(form: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a thing and another of its kind; ``form`` has {thing} and {same} for them."""
    last = _KINDS[-1]
    things = ((kind, kind) if kind != last else (kind + _UNIT, f"{kind}(?P=unit)") for kind in _KINDS)
    return tuple(re.compile(form.replace("{thing}", a).replace("{same}", b)) for a, b in things)


_TAKEN_BACK = _pairs(f"(?P<old>{{thing}}){_NO}(?P<new>{{same}})")
# 14人(不对,是11人)
_IN_BRACKET = _pairs(f"(?P<old>{{thing}})[（(]{_NO}(?P<new>{{same}})[)）]")
# 下午2:30，不是2点: what holds stands in front.
_NOT_THAT = _pairs(r"(?P<new>{thing})[，,](?P<old>不是{same})(?=$|[，,。；;\s])")
# 刚才那个137不对，是127: a figure of a message or a line above.
_OF_EARLIER = re.compile(
    r"(?:刚才|刚刚|上面|前面|前头|上一?条)[那这]?[个条]?[一-鿿]{0,8}?(?P<old>\d[\d.]*)[一-鿿%]{0,2}?"
    r"(?:[写发说打]?错了|不对|有误)[，,。 ]*(?:应该?)?[是改][为成]?[ ]?(?P<new>\d[\d.]*)[一-鿿%]{0,2}"
    r"(?=[，,。；;\s]|$)"
)


def _earlier_put_right(text: str, doubts: list[Doubt]) -> str:
    """Return the text with the figure that holds in the place of the one that a later line takes back.

    Each is told in ``doubts``.
    """
    for match in reversed(list(_OF_EARLIER.finditer(text))):
        spots = list(re.finditer(rf"(?<![\d.]){re.escape(match['old'])}(?![\d.])", text[: match.start()]))
        start, end = spots[-1].span() if spots else (0, 0)
        line = text.find("\n", end, match.start())
        if not spots or line < 0 or len(match["new"]) > len(match["old"]):
            continue
        number = text.count("\n", 0, match.start()) + 1
        place = Place(number, match.start(), match.end())
        doubts.append(Doubt("taken-back", _reason(match), match[0], place))
        said = f"{match['new']}{text[end:line]}".ljust(line - start)
        taken = " " * len(match[0])
        text = text[:start] + said + text[line : match.start()] + taken + text[match.end() :]
    return text


def taken_back(text: str) -> tuple[str, list[Doubt]]:
    """Return the text with what holds for what is taken back, and a doubt for each with both.

    Each line keeps its length: what becomes shorter ends in blanks.
    """
    doubts: list[Doubt] = []
    text = _earlier_put_right(text, doubts)
    lines = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        said = _struck_out(line, number, start, doubts)
        for found in (*_IN_BRACKET, *_TAKEN_BACK, *_NOT_THAT):
            matches = list(found.finditer(said))
            for match in matches:
                place = Place(number, start + match.start(), start + match.end())
                doubts.append(Doubt("taken-back", _reason(match), match[0], place))
            said = found.sub(_with_year, said) if matches else said
        lines.append(said.ljust(len(line)))
        start += len(line) + 1
    return "\n".join(lines), doubts


# 停批？——这条划掉，别写。改成：…: what is struck out, and why, is not told.
_STRUCK = re.compile(
    r"(?<![^。；;\n])(?P<old>[^。；;\n]{0,300}?)[—–-]{0,9}(?:这|上面|前面)这?[条句段](?:划掉|删掉|删了|作废|不要了)[^。\n]*。?(?:改[成为][：:]?)?"
)


def _struck_out(line: str, number: int, start: int, doubts: list[Doubt]) -> str:
    """Return a line with blanks for what it strikes out; each is told in ``doubts``."""
    for match in _STRUCK.finditer(line):
        place = Place(number, start + match.start(), start + match.end())
        reason = message("“{old}” is struck out", old=match["old"].strip())
        doubts.append(Doubt("taken-back", reason, match[0], place))
    return _STRUCK.sub(lambda match: " " * len(match[0]), line)


def _reason(match: re.Match[str]) -> Message:
    return message("“{old}” is taken back, “{new}” holds", old=match["old"], new=match["new"])


def _with_year(match: re.Match[str]) -> str:
    """Return what holds, with the year of a day that is taken back where it has none."""
    year = _YEAR.match(match["old"])
    return f"{year[0]}{match['new']}" if year and not _YEAR.match(match["new"]) else match["new"]


def corrected(text: str) -> str:
    """Return the text, as long as before, with the day or hour that holds for one taken back in the head."""
    lines = text.splitlines(keepends=True)
    head = "".join(lines[:_HEAD])
    return _CORRECTED.sub(_as_held, head) + text[len(head) :]


def _as_held(match: re.Match[str]) -> str:
    said = match[0]
    for old, new in (("day", "new_day"), ("hour", "new_hour")):
        if match[old] and match[new]:
            left, right = match.start(old) - match.start(), match.end(old) - match.start()
            said = said[:left] + _put(match[old], match[new]) + said[right:]
    return said


def _put(old: str, new: str) -> str:
    """Return ``new`` with the year of ``old``, as long as that; blanks where it finds no room."""
    year = _YEAR.match(old)
    if year and not _YEAR.match(new):
        new = year[0] + new
    half = _HALF.match(old)
    if half and not _HALF.match(new):
        new = half[0] + new
    if len(new) > len(old):
        new = new.rstrip("日号")
    return new.ljust(len(old)) if len(new) <= len(old) else " " * len(old)
