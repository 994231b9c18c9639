"""How a Word document is set: against its layout, and each paragraph against its like.

A document of drafter's is held against the layout that it was made with: a warning. Any other is held
against GB/T 9704-2012: a hint, since the standard is for official papers, and speeches follow it by custom.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Line, Manuscript
from drafter.check.rule import Found, rule
from drafter.check.setting import Setting, agrees
from drafter.check.settings import Settings
from drafter.docx.fonts import are_alike
from drafter.docx.read.typography import ParagraphLook, TextLook
from drafter.i18n import Message, message
from drafter.models.layout import Face, Title
from drafter.speech.blocks import BlockKind

_Value = TypeVar("_Value")

# GB/T 9704-2012, 5.2.1 allows a millimetre; Word rounds, and so do people.
_MARGIN_OFF = 1.5
_PITCH_OFF = 0.3
_INDENT_OFF = 0.3
_FIRST_LINE = 2.0
# Of the other numberings, 第一 and 一要, a speech may make headings of any level.
_LADDER = ("一、", "（一）", "1.", "（1）")
# Fewer paragraphs do not show what is usual.
_FEWEST = 3


class _Set(Struct, frozen=True):
    """A line with the look of its paragraph; ``shift`` leads from the line's offsets to the paragraph's."""

    number: int
    line: Line
    look: ParagraphLook
    shift: int

    def main(self) -> TextLook | None:
        """Return the look of most of its text behind a heading that runs in."""
        is_whole = self.line.heading >= len(self.line.text)
        return self.look.main(0 if is_whole else self.line.heading + self.shift)


def _set_lines(manuscript: Manuscript, setting: Setting) -> Iterator[_Set]:
    for number, line in enumerate(manuscript.lines):
        anchor = next((one for one in line.anchors if one.number), None)
        look = setting.typography.paragraphs.get(anchor.number) if anchor else None
        if anchor and look and look.stretches:
            yield _Set(number, line, look, anchor.column - anchor.at)


def _of(manuscript: Manuscript, setting: Setting, *kinds: BlockKind) -> list[_Set]:
    return [one for one in _set_lines(manuscript, setting) if one.line.kind in kinds]


def _on(number: int, line: Line, text: Message, setting: Setting) -> Found:
    """Return what was found on a whole line; in a document of another program it is a hint."""
    remedy = message("set it as the layout has it, or choose another layout")
    return Found(number, 0, len(line.text), text, remedy, severity=None if setting.is_own else Severity.HINT)


def _remedy() -> Message:
    return message("give it the style of its neighbours")


@rule(
    "page-off-layout",
    "纸张、页边距与版式不符",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 9704-2012 5.1、5.2.1",
    why="用 A4 纸，天头37毫米、订口28毫米，版心156毫米×225毫米；改了页边距，每行字数、每页行数都跟着变。",
    bad="上下页边距25.4毫米，左右31.8毫米（Word 的默认值）",
    good="上37毫米、下35毫米、左28毫米、右26毫米",
)
def page_off_layout(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a sheet or margins that differ from the layout by more than 1.5 mm."""
    setting = manuscript.setting
    if setting is None or setting.typography.page is None or not manuscript.lines:
        return
    page, wanted = setting.typography.page, setting.layout.page
    names = ("width", "height", "top", "bottom", "left", "right")
    off = [name for name in names if abs(getattr(page, name) - getattr(wanted, name)) > _MARGIN_OFF]
    if off:
        given = "×".join(f"{getattr(page, name):g}" for name in off)
        right = "×".join(f"{getattr(wanted, name):g}" for name in off)
        text = message(
            "the page is set otherwise than the layout has it: {given} mm, not {right}",
            given=given,
            right=right,
        )
        yield _on(0, manuscript.lines[0], text, setting)


@rule(
    "type-off-layout",
    "字体字号与版式不符",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 9704-2012 5.2.2、7.3.1、7.3.3",
    why="标题2号小标宋，正文3号仿宋，一级标题黑体、二级楷体；换了字体字号，就不是公文的样子。",
    bad="正文：宋体，四号",
    good="正文：仿宋_GB2312，三号",
)
def type_off_layout(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a title, headings or a body that are, as a whole, in another font or size than the layout has."""
    setting = manuscript.setting
    if setting is None:
        return
    for members, face in _by_face(manuscript, setting):
        usual = _usual_look(members)
        if usual is not None and not agrees(usual, face.font, face.size):
            first = members[0]
            given, right = _told(usual), _told(TextLook(face.font, face.size))
            text = message("this is set in {given}; the layout has {right}", given=given, right=right)
            yield _on(first.number, first.line, text, setting)


def _by_face(manuscript: Manuscript, setting: Setting) -> Iterator[tuple[list[_Set], Face | Title]]:
    layout = setting.layout
    yield _of(manuscript, setting, BlockKind.TITLE), layout.title
    yield _of(manuscript, setting, BlockKind.BODY), layout.body
    headings = _of(manuscript, setting, BlockKind.HEADING)
    for ladder, face in zip(_LADDER, layout.headings, strict=False):
        yield [one for one in headings if one.line.ladder == ladder], face


def _usual_look(members: list[_Set]) -> TextLook | None:
    weights: Counter[TextLook] = Counter()
    for one in members:
        if look := one.main():
            weights[look] += len(one.line.text)
    return weights.most_common(1)[0][0] if weights else None


def _told(look: TextLook) -> str:
    return f"{look.font or '?'} {look.size:g}"


@rule(
    "pitch-off-layout",
    "行距与版式不符",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 9704-2012 5.2.3",
    why="每页22行，行距约28.95磅（固定值）；29磅只排得下21行，用“单倍”“1.5倍”则随字体变化。",
    bad="行距：1.5倍",
    good="行距：固定值28.95磅",
)
def pitch_off_layout(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a body whose usual line pitch is not that of the layout, or not exact."""
    setting = manuscript.setting
    body = _of(manuscript, setting, BlockKind.BODY) if setting else []
    if setting is None or not body:
        return
    usual, wanted = _most([one.look.pitch for one in body]), setting.layout.grid.pitch
    if usual is None or abs(usual - wanted) > _PITCH_OFF:
        given = "?" if usual is None else f"{usual:g}"
        text = message(
            "the line pitch is {given} pt, not {right} pt exactly", given=given, right=f"{wanted:g}"
        )
        yield _on(body[0].number, body[0].line, text, setting)


@rule(
    "indent-off-layout",
    "段首缩进与版式不符",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 9704-2012 7.3.3",
    why="每个自然段左空二字，用“首行缩进2字符”，不用空格或厘米数代替。",
    bad="首行缩进0.74厘米",
    good="首行缩进2字符",
)
def indent_off_layout(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a body whose first lines are usually indented by something else than two characters."""
    setting = manuscript.setting
    body = _of(manuscript, setting, BlockKind.BODY) if setting else []
    if setting is None or not body:
        return
    usual = _most([_indent(one) for one in body])
    if abs(usual - _FIRST_LINE) > _INDENT_OFF:
        text = message("first lines are indented by {given} characters, not by 2", given=f"{usual:g}")
        yield _on(body[0].number, body[0].line, text, setting)


def _indent(one: _Set) -> float:
    """Return the indent of a first line, blanks that were typed for one among it."""
    return one.look.indent + max(one.shift, 0)


def _most(values: list[_Value]) -> _Value:
    return Counter(values).most_common(1)[0][0]


@rule(
    "uneven-font",
    "同类段落字体字号不一",
    Severity.WARNING,
    Basis.PRACTICE,
    clause="GB/T 9704-2012 5.2.2",
    why="从别处粘贴来的文字带着原来的字体字号，夹在正文里一眼就看得出来。",
    bad="正文都是仿宋16磅，有一段是宋体12磅",
    good="正文都是仿宋16磅",
)
def uneven_font(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find text in another font or size than most of its like. A lead sentence may have its own."""
    setting = manuscript.setting
    if setting is None:
        return
    groups: dict[tuple[BlockKind, int], list[_Set]] = defaultdict(list)
    for one in _of(manuscript, setting, BlockKind.BODY, BlockKind.HEADING):
        groups[one.line.kind, one.line.level if one.line.kind is BlockKind.HEADING else 0].append(one)
    for members in groups.values():
        usual = _usual_look(members)
        if usual is not None and len(members) >= _FEWEST:
            for one in members:
                yield from _strange(one, usual)


def _strange(one: _Set, usual: TextLook) -> Iterator[Found]:
    """Yield the stretches of a line, behind a heading that runs in, that do not look as usual."""
    length = len(one.line.text)
    front = 0 if one.line.heading >= length else one.line.heading
    for stretch in one.look.stretches:
        start, end = max(stretch.start - one.shift, front), min(stretch.end - one.shift, length)
        words = one.line.text[start:end] if start < end else ""
        is_lead = start == 0 and end < length and words.endswith(("。", "，", "：", "！"))
        if is_lead or sum("一" <= sign <= "鿿" for sign in words) < 2 or _is_alike(stretch.look, usual):
            continue
        given, right = _told(stretch.look), _told(usual)
        text = message("this is set in {given}, what is like it in {right}", given=given, right=right)
        yield Found(one.number, start, end, text, _remedy())


def _is_alike(look: TextLook, usual: TextLook) -> bool:
    if abs(look.size - usual.size) >= 0.1:
        return False
    return not look.font or not usual.font or are_alike(look.font, usual.font)


@rule(
    "uneven-pitch",
    "段落行距不一",
    Severity.WARNING,
    Basis.PRACTICE,
    clause="GB/T 9704-2012 5.2.3",
    why="个别段落的行距与全文不同，多是粘贴时带来的；一页的行数也因此不齐。",
    bad="正文行距28.95磅，有一段是20磅",
    good="正文行距都是28.95磅",
)
def uneven_pitch(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a paragraph of the body with another line pitch than most."""
    setting = manuscript.setting
    body = _of(manuscript, setting, BlockKind.BODY) if setting else []
    if len(body) < _FEWEST:
        return
    usual = _most([one.look.pitch for one in body])
    for one in body:
        if one.look.pitch != usual and abs((one.look.pitch or 0) - (usual or 0)) > _PITCH_OFF:
            text = message("the line pitch of this paragraph is not that of the others")
            yield Found(one.number, 0, len(one.line.text), text, _remedy())


@rule(
    "uneven-indent",
    "段首缩进不一",
    Severity.WARNING,
    Basis.PRACTICE,
    clause="GB/T 9704-2012 7.3.3",
    why="正文各段首行缩进要一致；个别段落顶格或多空几格，多是手工调过。",
    bad="正文首行缩进2字，有一段顶格",
    good="正文首行都缩进2字",
)
def uneven_indent(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a paragraph of the body that is indented otherwise than most; those at the right or centre may."""
    setting = manuscript.setting
    body = _of(manuscript, setting, BlockKind.BODY) if setting else []
    body = [one for one in body if one.look.align not in ("right", "center")]
    if len(body) < _FEWEST:
        return
    usual = _most([_indent(one) for one in body])
    for one in body:
        if abs(_indent(one) - usual) > _INDENT_OFF:
            text = message("the first line of this paragraph is not indented as the others are")
            yield Found(one.number, 0, len(one.line.text), text, _remedy())
