"""The text of a sheet as it is read: signs at half width, rows of tables and numbers of items as labels."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue
from drafter.facts.cut.headings import INLINE
from drafter.facts.cut.letters import with_letters


def normal(text: str) -> str:
    """Return the text with full-width figures, letters and signs as half-width ones; same length."""
    text = text.translate(_WIDTHS)
    for sign, shape, written in _SHAPES:
        text = shape.sub(written, text) if sign in text else text
    text = _PAIR.sub(r"\1：\2", text) if "\t" in text else text
    text = _with_rings(_with_tabs(text))
    return with_letters(text)


# What parts the cells of a table that is typed with blanks.
_GAP = re.compile(r"(?<=\S)(?:[ ]{2,}|\u3000[ \u3000]*)(?=\S)")
# So many columns make a table.
_LEAST_COLUMNS = 3


def _with_tabs(text: str) -> str:
    """Return a table that is typed with blanks as one with tabs: its titles tell who and by when."""
    lines, columns = text.split("\n"), 0
    for index, line in enumerate(lines):
        titles = _GAP.split(line.strip())
        if len(titles) >= _LEAST_COLUMNS and any(first_cue("column", title) for title in titles):
            columns = len(titles) if not re.search(r"\d|[，。；：]", line) else columns
        columns = columns if len(titles) == columns else 0
        if columns:
            lines[index] = _GAP.sub(lambda gap: "\t" + " " * (len(gap[0]) - 1), line)
    return "\n".join(lines)


# A number with one of these behind it counts, and opens no row: 1月, 2个, 3号.
_COUNTS = frozenset("月日号点年个名次人户家处台间套条件份所座栋米吨亩元万亿分秒天周岁级楼层期批班届场例项位")
_LEAST_ROWS, _MOST_ROWS = 3, 20


def _with_rings(text: str) -> str:
    """Return rows that bare numbers open, 1没回来的, 2秋季, 562个老师 between 4 and 6, as ①没回来的."""
    lines = text.split("\n")
    row: list[int] = []
    for index, line in enumerate([*lines, "."]):
        if not line.strip():
            continue
        if not (_opened_by(line, len(row) + 1) and len(row) < _MOST_ROWS):
            _ring(lines, row)
            row = []
        if _opened_by(line, len(row) + 1):
            row.append(index)
    return "\n".join(lines)


def _opened_by(line: str, number: int) -> bool:
    """Whether a line opens with a number that nothing parts from a word, or from a figure."""
    digits = str(number)
    bare = line.lstrip(" \u3000")
    behind = bare[len(digits) : len(digits) + 1] if bare.startswith(digits) else ""
    return behind.isdigit() or "一" <= behind <= "鿿" and behind not in _COUNTS


def _ring(lines: list[str], row: list[int]) -> None:
    """Put rings for the numbers of a row of lines, most of which open with a number and a word."""
    worded = [n for n, at in enumerate(row, 1) if not lines[at].lstrip(" \u3000")[len(str(n))].isdigit()]
    if len(row) < _LEAST_ROWS or worded[:1] != [1] or 2 * len(worded) <= len(row):
        return
    for number, at in enumerate(row, 1):
        mark = chr(ord("①") + number - 1).ljust(len(str(number)))
        lines[at] = lines[at].replace(str(number), mark, 1)


# A row of two cells in a table: | 时间 | 6月24日 |
_ROW = re.compile(r"^\|([ ]*)([^|\n]{1,12}?)([ ]*)\|([^|\n]+)\|[ ]*$", re.MULTILINE)
# The same out of a spreadsheet: two cells and a tab.
_PAIR = re.compile(r"^([^\t\n|：:\d，,。；;]{1,12})\t([^\t\n]+)$", re.MULTILINE)


def _row(match: re.Match[str]) -> str:
    """Return a row as a label and its value, of the same length."""
    gap = match[3]
    joint = f"：{' ' * len(gap)}" if gap else "："
    row = f" {match[1]}{match[2]}{joint}{match[4]} "
    return row + " " * (len(match[0]) - len(row))


def _cell(match: re.Match[str]) -> str:
    """Return a cell that labels the one behind it as a label: 会议时间 and a tab; titles of columns stay."""
    following = re.split(r"[\t\n]", match.string[match.end() : match.end() + 40], maxsplit=1)[0].strip()
    is_title = first_cue("column", following) or first_cue("label", following) in INLINE
    is_label = first_cue("label", match[1].strip()) in INLINE and not is_title
    return f"{match[1]}：" if is_label else match[0]


def _ordinal(match: re.Match[str]) -> str:
    """Return 1.8条 as 1．8条, 3 7座 as 3．7座, where a line beside it has the number before or the next."""
    number, mark = int(match[2]), "[.、](?!\\d)" if match[3] == "." else "[ \u3000]"
    in_row = _is_in_row(match, str(number - 1), str(number + 1), mark)
    in_row = in_row or match[3] == "." and _is_of_three(match, number)
    return f"{match[1]}{match[2]}．" if in_row else match[0]


def _is_in_row(match: re.Match[str], last: str, following: str, mark: str) -> bool:
    """Whether the line in front opens with the number before, or the one behind with the next."""
    text, end, start = match.string, match.start(), match.string.find("\n", match.end())
    while end and text[end - 1] == "\n":
        end -= 1
    while 0 <= start < len(text) and text[start] == "\n":
        start += 1
    before = text.rfind("\n", 0, end) + 1
    return _opens(text, before, last, mark) or start >= 0 and _opens(text, start, following, mark)


def _is_of_three(match: re.Match[str], number: int) -> bool:
    """Whether three lines open with numbers that count on, with figures behind: 1.3处, 2.26公里, 3.12户."""
    text = match.string
    front = text[max(0, match.start() - _NEAR) : match.start()].split("\n")[:-1]
    behind = text[match.end() : match.end() + _NEAR].split("\n")[1:]
    near = [line for line in front if line.strip()][-2:], [line for line in behind if line.strip()][:2]
    back = _counts_on(near[0][::-1], number, -1)
    return back + _counts_on(near[1], number, 1) >= 2


def _counts_on(lines: Sequence[str], number: int, step: int) -> int:
    """Return how many of the lines on end open with the next numbers, going up or down."""
    fits = [_opens(line, 0, str(number + step * (at + 1)), "[.、]") for at, line in enumerate(lines)]
    return (*fits, False).index(False)


def _opens(text: str, start: int, number: str, mark: str) -> bool:
    return re.compile(rf"[ \u3000]*{number}{mark}").match(text, start) is not None


# 一 去年改厕1100户, two lines above 三 污水管网铺了21公里.
_CHINESE = "一二三四五六七八九十"


def _chinese_ordinal(match: re.Match[str]) -> str:
    """Return 二 抽查 as 二、抽查, where a line near it has the number before or the next."""
    text, number = match.string, _CHINESE.index(match[2])
    near = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    beside = [sign for at in (number - 1, number + 1) for sign in _CHINESE[max(0, at) : at + 1]]
    in_row = any(
        re.search(rf"^[ \u3000]*(?:{'|'.join(beside)})[ \u3000]\S", part, re.MULTILINE) for part in near
    )
    return f"{match[1]}{match[2]}、" if in_row else match[0]


# The items of a list stand no farther apart.
_NEAR = 600
_IN_LINE = r"(?<=[：；。 \u3000])"


def _item_of_line(match: re.Match[str]) -> str:
    """Return 1.25个项目 as 1)25个项目, where the line goes on with 2.围绕 or the like."""
    text, number = match.string, int(match[1])
    front = text[max(0, match.start() - _NEAR) : match.start()].rpartition("\n")[2]
    behind = text[match.end() : match.end() + _NEAR].partition("\n")[0]
    before = any(re.search(rf"{_IN_LINE}{at}[.)](?!\d)", front) for at in (number - 1, number - 2) if at > 0)
    after = any(re.search(rf"{_IN_LINE}{at}\.(?!\d)", behind) for at in (number + 1, number + 2))
    in_row = before or after
    return f"{match[1]}){match[2]}" if in_row else match[0]


def _dashed(match: re.Match[str]) -> str:
    """Return a label with a dash behind it as one with a colon; other words keep theirs."""
    return f"{match[1]}{match[2]}： " if first_cue("label", match[2]) else match[0]


_NUMBER_ONLY = re.compile(r"[ \u3000]*[（(]?(?:[一二三四五六七八九十甲乙丙丁戊己庚]{1,3}|\d{1,2})[)）]?")


def _stop(match: re.Match[str]) -> str:
    """Return 。 for a full stop of half width; the one behind the number of a row, 一., stays."""
    front = match.string[: match.start()].rpartition("\n")[2]
    return match[0] if _NUMBER_ONLY.fullmatch(front) else "。"


def _nothing_after(match: re.Match[str]) -> str:
    """Return 后 无 at the end of a line of steps as a step of its own, of the same length."""
    return f"；{match[0][1:].replace(' ', '：').replace(chr(0x3000), '：')}"


# 原因 1报修没人跟 2食堂图快 3几个班挤在一起: from so many on, bare figures number the items of a line.
_LEAST_ITEMS = 3
_BARE_ITEM = re.compile(
    r"(?<=[ \u3000：])([1-9])(?=[一-鿿])"
    "(?![年月日号点时个人名位处家户台辆条件次天万亿元块公米吨亩间栋层班级楼区])"
)


def _with_items(line: re.Match[str]) -> str:
    """Return a line whose items bare figures number, from 1 on, with ringed figures; or the line itself."""
    numbers = [int(number) for number in _BARE_ITEM.findall(line[0])]
    if len(numbers) < _LEAST_ITEMS or numbers != list(range(1, len(numbers) + 1)):
        return line[0]
    ringed = _BARE_ITEM.sub(lambda item: chr(ord("①") + int(item[1]) - 1), line[0])
    return re.sub(r"^([一-鿿]{2,6})[ \u3000]①", r"\1：①", ringed)


# What stands for a label in tables and marked-up text, by a sign that such a text has.
_SHAPES = (
    ("|", re.compile(r"^[|][-:| ]+$", re.MULTILINE), lambda match: " " * len(match[0])),
    ("|", _ROW, _row),
    ("\t", re.compile(r"(?:(?<=\n)|(?<=\t)|\A)([ \u3000]*[一-鿿（）()/ 、]{2,12})\t(?=[^\t\n])"), _cell),
    ("**", re.compile(r"\*\*"), "  "),
    (".", re.compile(r"^([ \u3000]*)(\d{1,2})(\.)(?=\d)", re.MULTILINE), _ordinal),
    (".", re.compile(r"(?<=[一-鿿%)）”])\.(?=[ \u3000]*(?:$|[一-鿿“\d]))", re.MULTILINE), _stop),
    # 要说痛、说到家里人: two wishes.
    ("、", re.compile("(?<=[痛重透疼细])、(?=(?:也|还|要|得)*(?:说|讲|提)到)"), "，"),
    # 3 7座泵房, 5 家里有难处的: the number of a row, and no part of the figure behind it.
    (" ", re.compile(r"^([ \u3000]*)(\d{1,2})( )(?=\S)", re.MULTILINE), _ordinal),
    ("\u3000", re.compile(r"^([ \u3000]*)(\d{1,2})(\u3000)(?=\S)", re.MULTILINE), _ordinal),
    (
        " ",
        re.compile(rf"^([ \u3000]*)([{_CHINESE}])[ \u3000](?=\S)", re.MULTILINE),
        _chinese_ordinal,
    ),
    ("\u3000", re.compile(rf"^([ \u3000]*)([{_CHINESE}])\u3000(?=\S)", re.MULTILINE), _chinese_ordinal),
    # 要求：1.25个没动静的项目逐个过一遍；2.围绕产业链引进
    (".", re.compile(rf"{_IN_LINE}(\d{{1,2}})\.( ?)(?=\d)"), _item_of_line),
    (" ", re.compile(r"^.*[ \u3000：]1[一-鿿].*$", re.MULTILINE), _with_items),
    # 六、原因是施工图快；村里没有管护的人: a label of a line that is one sentence.
    (
        "原因是",
        re.compile(
            rf"^([ \u3000]*(?:[{_CHINESE}]、|\d{{1,2}}[.、])?[ \u3000]*(?:主要)?原因)是"
            r"(?=(?!多方面)[一-鿿][^。\n]*。?$)",
            re.MULTILINE,
        ),
        r"\1：",
    ),
    # 钱，水毁修复到位1460万
    ("钱", re.compile(r"^([ \u3000\-*·•]*钱)，(?=[一-鿿]{2})", re.MULTILINE), r"\1："),
    # 〇部门派给街道: a ring at the front of an item.
    ("〇", re.compile("^([ \u3000]*)〇", re.MULTILINE), r"\1○"),
    # 流程→安环部通报→经理讲话
    (
        "→",
        re.compile(r"^([ \u3000]*(?:会议|活动|大会)?(?:议程|流程|程序|顺序|会序|安排))→", re.MULTILINE),
        r"\1：",
    ),
    # 流程——区长宣读命令, 原因——管理公司只收费不管
    ("——", re.compile(r"^([ \u3000]*)([一-鿿]{1,8})——(?=\S)", re.MULTILINE), _dashed),
    # 报来写的是“12”: a figure that is quoted as it was written.
    ("“", re.compile(r"(?<=[写填]的是)[“‘](\d+(?:\.\d+)?)[”’](?=[，,。；;\n])"), r" \1 "),
    ("元月", re.compile("元月"), "1月"),
    # 9min
    ("min", re.compile(r"(?<=\d)( ?)min(?![A-Za-z])"), r"\1分钟 "),
    # 先：通报情况 后：颁奖, 区文化馆 讲话：区委书记: two labels of the head on one line.
    (
        "：",
        re.compile(
            r"(?<=[一-鿿）)])[ \u3000]"
            r"(?=(?:[之会]?[前后]|[前后]面|先|讲完?[前后]|讲话人?|致辞|主讲)[：:]"
            r"|(?:讲话|主讲|致辞)人[ \u3000])"
        ),
        "；",
    ),
    # 8分钟 教务处通报: the minutes end what is told of the speaker.
    ("分钟", re.compile(r"(?<=\d分钟)[ \u3000](?=[一-鿿]{2}[^：:\n]*$)", re.MULTILINE), "，"),
    # 前 设备科报巡检率；焦炉车间作检讨 后 无
    ("前", re.compile(r"^([ \u3000]*前面?)[ \u3000](?=[一-鿿]{3})", re.MULTILINE), r"\1："),
    ("无", re.compile(r"(?<=[一-鿿）)])[ \u3000]后面?[ \u3000]?无$", re.MULTILINE), _nothing_after),
    # 不提：退回的4个: the label is the wish itself.
    (
        "：",
        re.compile(r"^([ \u3000\-*·•]*)[不别勿莫][提讲说碰谈][：:](?=[^\s])", re.MULTILINE),
        r"\1别提 ",
    ),
    # 地点 白石镇文化站: a blank stands for the sign behind a label.
    (
        " ",
        re.compile(
            r"((?:^[ \u3000]*(?:\d{1,2}[、.．)）][ ]*)?|[，,。；;])(?:时间|地点|会场|主会场|主持人?"
            r"|(?:讲话|点评|谈话|致辞|主讲)人"
            r"|(?:讲话|致辞)(?= [一-鿿]{1,14}(?:[长记任理席工] )[一-鿿]{2,4}(?![一-鿿]))"
            r"|参[加会]人员))"
            r" (?=[一-鿿\d])",
            re.MULTILINE,
        ),
        r"\1：",
    ),
)
_WIDTHS = {0xFF10 + n: ord("0") + n for n in range(10)}
_WIDTHS |= {0xFF21 + n: ord("A") + n for n in range(26)} | {0xFF41 + n: ord("a") + n for n in range(26)}
_WIDTHS |= {
    ord("％"): ord("%"),
    ord("．"): ord("."),
    ord("／"): ord("/"),
    ord("－"): ord("-"),
    ord("﹪"): ord("%"),
    ord("｜"): ord("|"),
    ord("・"): ord("·"),
    ord("･"): ord("·"),
}
