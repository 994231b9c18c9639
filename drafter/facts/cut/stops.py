"""Where a line is split: at stops, commas and wide blanks, and at brackets that speak to the drafter."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue, has_cue
from drafter.facts.cut.headings import INLINE

_SPACE = " \t\u3000\xa0\ufeff"
_ORDERED = re.compile("(?:讲话|发言|他讲|她讲)?(?:之?前|以前)(?:先?有|由|是|安排)|前面(?:有|是|由)")
_NUMBERED = re.compile(r"([2-9]|1\d)[.、．](?=[一-鿿“])")
_OPEN, _CLOSE = "“‘（(《〈「『【", "”’）)》〉」』】"
STOPS = "。！？!?；;"
# No clause of a sheet has as many characters; more are cut here, for the patterns that read them take time
# that grows with the square.
MOST_CLAUSE = 1_000
# 高二（3）班 is a class, and opens no item.
_BRACKET_ORDINAL = re.compile(r"[（(]\d{1,2}[)）](?=[一-鿿“])(?![班号栋楼组队中])")
_SPACED_ORDINAL = re.compile(r"(?:[二三四五六七八九十]{1,2}、|[2-9][.、．)）])(?=[一-鿿])")
_SPACED_LABEL = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,5})[ \u3000]{1,8}(?=\S)")
_COLON_LABEL = re.compile(r"[ \u3000]{1,8}(?P<label>[一-鿿]{2,5})[：:]")


def _opens_stretch(text: str, start: int, left: int, position: int, end: int) -> bool:
    """Tell whether a stretch opens at ``position`` though no sign closes the one before: ②, 【日期】."""
    sign = text[position]
    if sign in "【〔" and position > left:
        return True
    return (
        "①" <= sign <= "⑳"
        or _BRACKET_ORDINAL.match(text, position, end) is not None
        or _counts_on(text, start, position)
    ) and _opens_item(text, left, position)


def split(text: str, start: int, end: int, signs: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between signs that stand outside brackets, without blanks at their ends."""
    depth, left = 0, start
    for position in range(start, end):
        sign = text[position]
        opens = signs is STOPS and depth == 0 and _opens_stretch(text, start, left, position, end)
        if opens or position - left >= MOST_CLAUSE:
            yield from trimmed(text, left, position)
            left = position
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif (
            sign in signs
            and (depth == 0 or _is_unclosed(text, position, end))
            and not _in_number(text, position)
        ):
            yield from trimmed(text, left, position)
            left, depth = position + 1, 0
        elif sign in "\t|" or (depth == 0 and _is_gap(text, left, position, end)):
            yield from trimmed(text, left, position)
            left = position + 1
    yield from trimmed(text, left, end)


def _opens_item(text: str, left: int, position: int) -> bool:
    """Whether ② within a line opens an item: not at once behind a label."""
    before = text[left:position].rstrip(" 　")
    return bool(before) and before[-1] not in "：:"


def _counts_on(text: str, start: int, position: int) -> bool:
    """Whether 2. within a line follows a 1. on it: 议程：1.通报 2.表态."""
    number = _NUMBERED.match(text, position)
    if number is None or text[position - 1 : position] not in _SPACE:
        return False
    before = rf"(?<!\d){int(number[1]) - 1}[.、．](?!\d)"
    return re.search(before, text[start:position]) is not None


def _is_unclosed(text: str, position: int, end: int) -> bool:
    """Whether a bracket is never closed nearby, so that it must not swallow the line."""
    return not any(sign in _CLOSE for sign in text[position : min(end, position + 60)])


def _in_number(text: str, position: int) -> bool:
    return (
        text[position] == ","
        and text[position - 1 : position].isdigit()
        and text[position + 1 : position + 4].isdigit()
    )


def _is_gap(text: str, left: int, position: int, end: int) -> bool:
    """Whether a wide blank parts two statements, and not a post from a name."""
    if text[position] not in "\u3000 \xa0":
        return False
    if text[left:position].strip() and _opens_within(text, position + 1, end):
        # 前头 主任报账目 后头 代表表决, 一、揭牌 二、参观: a label or an ordinal within the line.
        return True
    before = text[max(left, position - 40) : position].strip()
    if before and _opens_label(text, position, end):
        return True
    after = text[position : min(end, position + 12)].strip()
    wide = text[position] == "\u3000" or text[position : position + 2] == "  "
    if not wide or len(after) < 4 or before[-1:] in ("", "：", ":"):
        return False
    if len(before) < 4 and not has_cue("venue-end", before):
        return False
    # 丁　岚: a name of two signs is set wide.
    if before[-2:-1] in " \u3000" or re.match(r"\S(?:\s|$)|讲|致辞|发言|作", after):
        return False
    # 局长  阮知行  在会上: between a post, a name and what he does.
    post = re.sub(r"[ \u3000]+[一-鿿]{2,4}$", "", before)
    return not (len(before) < 30 and (has_cue("post-end", before) or has_cue("post-end", post)))


def _opens_label(text: str, position: int, end: int) -> bool:
    """Whether a label of the head with its colon stands behind a wide blank: 主持：局长　参加：."""
    wide = text[position] == "\u3000" or text[position : position + 2] == "  "
    found = _COLON_LABEL.match(text, position, end) if wide else None
    return bool(found and first_cue("label", found["label"]) in INLINE)


def _opens_within(text: str, position: int, end: int) -> bool:
    """Whether a label of the head or an ordinal stands here; not 讲话, which often follows a name."""
    label = spaced_label(text, position, end)
    if label and first_cue("label", label["label"]) not in ("speaker", "minutes"):
        return True
    return bool(_SPACED_ORDINAL.match(text, position, end))


def spaced_label(text: str, left: int, right: int) -> re.Match[str] | None:
    """Return a label of the head that a blank parts from its value: 时长 9分钟."""
    found = _SPACED_LABEL.match(text, left, right)
    return found if found and first_cue("label", found["label"]) in INLINE else None


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch without blanks at its ends, nothing if no more is left."""
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    if start < end:
        yield start, end


# 井筒由机电部长（名字没定）负责: who holds a post stands open, and what he has in hand does not.
WHO_IS_OPEN = re.compile(
    r"(?<=[长任理记管])[（(](?=[^（()）]{0,6}(?:名|人选|新|谁))"
    r"[^（()）]{0,16}(?:没定|未定|待定|空着|[没未]到任?|没任命|没明确|待核|没核实)[)）]"
    "(?=总?负责|牵头|主?抓|总?管|盯|包|办)"
)


def asides(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield a clause, and apart from it each bracket that speaks to the drafter."""
    left = start
    for match in re.finditer(r"[（(]([^（()）]{2,80})[)）]", text[start:end]):
        if _ORDERED.match(match[1]):
            # （讲话前有两家汇报；讲话后书记还要讲）: the agenda in a bracket.
            yield from ((c, d, False) for c, d in trimmed(text, left, start + match.start()))
            for c, d in split(text, start + match.start(1), start + match.end(1), "，,；;"):
                yield c, d, True
            left = start + match.end()
        elif WHO_IS_OPEN.match(text, start + match.start(), end):
            continue
        elif has_cue("aside", match[1]):
            a, b = start + match.start(1), start + match.end(1)
            yield from ((c, d, False) for c, d in trimmed(text, left, a - 1))
            parts = list(split(text, a, b, "，,"))
            timed = re.match(r"\d{1,3}分钟$", text[slice(*parts[0])])
            if timed or all(has_cue("intent", text[c:d]) for c, d in parts):
                yield from ((c, d, True) for c, d in parts)
            else:
                yield a, b, True
            # 融雪剂800（没写吨还是袋）、防滑料1500方: the sign behind a bracket opens nothing.
            left = b + 1 + (text[b + 1 : b + 2] == "、")
    yield from ((c, d, False) for c, d in trimmed(text, left, end))
