"""A layout: all measures and fonts that an office may set for itself, and which values do not agree.

The defaults are those of GB/T 9704-2012, whose clauses are named beside them. Lengths are in
millimetres, type sizes and line pitches in points.
"""

import math
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from msgspec import Meta

from drafter.errors import Problem
from drafter.i18n import _
from drafter.models import lengths
from drafter.models.base import Model, disagreement
from drafter.models.lengths import POINTS_PER_MM

# No postponed annotations: resolving them from text takes time at start-up.

# Around a page number (GB/T 9704 7.5), and before the number of all pages.
DASH, OF = "—", "/"


class Page(Model, frozen=True):
    """The sheet and its margins (GB/T 9704 5.1, 5.2.1), in mm."""

    width: Annotated[float, lengths.millimetres("纸宽", "A4 为 210", 100, 450)] = 210
    height: Annotated[float, lengths.millimetres("纸高", "A4 为 297", 140, 600)] = 297
    top: Annotated[float, lengths.millimetres("天头", "上白边", 5, 150)] = 37
    bottom: Annotated[float, lengths.millimetres("地脚", "下白边", 5, 150)] = 35
    left: Annotated[float, lengths.millimetres("订口", "左白边", 5, 150)] = 28
    right: Annotated[float, lengths.millimetres("切口", "右白边", 5, 150)] = 26
    mirror: Annotated[bool, lengths.flag("对称页边距", "双面印刷时偶数页左右互换")] = False

    @property
    def text_width(self) -> float:
        """The width of the text area 版心, in mm."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height of the text area 版心, in mm."""
        return self.height - self.top - self.bottom


class Grid(Model, frozen=True):
    """The characters and lines of a page (GB/T 9704 5.2.3); ``pitch`` in points."""

    chars: Annotated[int, Meta(ge=10, le=80, title="每行字数", description="字；字距据此撑满版心")] = 28
    lines: Annotated[int, Meta(ge=5, le=80, title="每页行数", description="行；须与行距相符")] = 22
    pitch: Annotated[float, lengths.pitch("行距", 120, "；29 磅只容 21 行")] = 28.95


class Face(Model, frozen=True):
    """A Chinese font, its size in points, and whether it is bold."""

    # No defaults: body, byline and headings each have their own.
    font: Annotated[str, lengths.font("中文字体")]
    size: Annotated[float, lengths.size("字号")]
    bold: Annotated[bool, lengths.flag("加粗")] = False


class Title(Model, frozen=True):
    """The title: its face, its line pitch in points and the most characters of a line."""

    font: Annotated[str, lengths.font("标题字体")] = "方正小标宋简体"
    size: Annotated[float, lengths.size("标题字号")] = 22
    bold: Annotated[bool, lengths.flag("标题加粗", "小标宋不宜再加粗")] = False
    pitch: Annotated[float, lengths.pitch("标题行距", 150)] = 35
    limit: Annotated[
        float, Meta(ge=4, le=60, title="标题每行字数上限", description="字；超出则按词意回行")
    ] = 18


class Lead(Model, frozen=True):
    """How a lead sentence 段首句 stands out from its paragraph."""

    font: Annotated[str, lengths.font("段首句字体")] = "楷体_GB2312"
    bold: Annotated[bool, lengths.flag("段首句加粗")] = False


class PageNumber(Model, frozen=True):
    """The page number below the text area (GB/T 9704 7.5); ``drop`` in mm."""

    position: Annotated[
        Literal["outside", "centred", "none"],
        Meta(
            title="页码位置",
            description="outside 单页居右、双页居左，各空一字；centred 居中；none 不编页码",
        ),
    ] = "outside"
    font: Annotated[str, lengths.font("页码字体")] = "宋体"
    size: Annotated[float, lengths.size("页码字号")] = 14
    drop: Annotated[float, lengths.millimetres("页码距版心", "一字线距版心下边缘", 0, 60)] = 7
    total: Annotated[bool, lengths.flag("总页数", "页码后加总页数：— 3/12 —")] = False


class Lectern(Model, frozen=True):
    """What helps to read a reading copy 领导用稿 aloud, besides large type."""

    whole_paragraphs: Annotated[bool, lengths.flag("段落不跨页", "一页排得下的段落不拆到两页")] = False
    whole_figures: Annotated[bool, lengths.flag("数字姓名不跨行", "数字连同单位、人名不拆到两行")] = False
    pinyin: Annotated[
        bool, lengths.flag("注音", "生僻字、人名上方标拼音；读音在 YAML 的 style.readings 更正")
    ] = False
    unspoken: Annotated[
        str | None, Meta(title="不念的用", description="成套文稿里不念的（通知、议程等）改用哪个版式")
    ] = None


class BlankMark(Model, frozen=True):
    """How a blank 空位 is marked in a draft."""

    color: Annotated[str, lengths.colour("空位文字颜色")] = "7F6000"
    shading: Annotated[str, lengths.colour("空位底色")] = "FFF2CC"


FANG_SONG = Face(font="仿宋_GB2312", size=16)
KAI = Face(font="楷体_GB2312", size=16)


class Layout(Model, frozen=True):
    """A layout. The validator checks types and bounds, ``check`` what does not agree."""

    name: Annotated[str, Meta(max_length=60, title="版式名称", description="给人看的名称")] = ""
    summary: Annotated[str, Meta(max_length=300, title="版式说明", description="一句话说明")] = ""
    page: Annotated[Page, Meta(title="页面", description="用纸和页边，毫米")] = Page()
    grid: Annotated[Grid, Meta(title="字行", description="每页行数、每行字数、行距")] = Grid()
    latin_font: Annotated[str, lengths.font("西文字体")] = "Times New Roman"
    body: Annotated[Face, Meta(title="正文", description="正文字体字号；版心据此排字")] = FANG_SONG
    title: Annotated[Title, Meta(title="标题", description="讲话标题")] = Title()
    byline: Annotated[Face, Meta(title="署名和日期", description="标题下的讲话人和日期")] = KAI
    outline: Annotated[Face, Meta(title="提纲", description="文前所附提纲")] = KAI
    headings: Annotated[
        tuple[Face, ...],
        Meta(title="各级标题", description="依次为一、（一）1.（1）四级，须写满四项"),
    ] = (Face(font="黑体", size=16), KAI, FANG_SONG, FANG_SONG)
    lead: Annotated[Lead, Meta(title="段首句", description="领起全段的主旨句")] = Lead()
    page_number: Annotated[PageNumber, Meta(title="页码", description="位置、字体、字号")] = PageNumber()
    lectern: Annotated[Lectern, Meta(title="领导用稿", description="上台照念的稿子用")] = Lectern()
    blank: Annotated[BlankMark, Meta(title="空位", description="待填内容的颜色和底色")] = BlankMark()
    comment: Annotated[Face, Meta(title="批注", description="批注的字体字号")] = Face(font="宋体", size=10.5)

    def check(self) -> list[Problem]:
        """Return the values that do not agree, each at the field to change."""
        return _problems_in(self)


# The least pitch below pinyin, in type sizes: its marks reach 1.4 sizes above the base line, and an
# exact pitch has 80 % of its height there.
PITCH_WITH_PINYIN = 1.75


def _problems_in(layout: Layout) -> list[Problem]:
    found = list(_page_problems(layout.page, layout.page_number))
    # Without a text area all other values would be reported as well.
    if not found:
        found += _grid_problems(layout.page, layout.grid, layout.body.size)
        found += [*_face_problems(layout), *_title_problems(layout.page, layout.title)]
        found += _pinyin_problems(layout)
    return found


def _problem(path: tuple[str | int, ...], message: str, remedy: str, **values: float) -> Problem:
    # Rounded, so that a message never shows 28.950000000000003.
    numbers: dict[str, Any] = {name: f"{number:.6g}" for name, number in values.items()}
    return disagreement(path, message.format(**numbers), remedy.format(**numbers))


def _page_problems(page: Page, number: PageNumber) -> Iterator[Problem]:
    remedy = _("leave at least {least} mm for the text")
    if page.text_width < 50:
        message = _("the margins leave a text width of {width} mm")
        yield _problem(("page", "left"), message, remedy, width=page.text_width, least=50)
    if page.text_height < 50:
        message = _("the margins leave a text height of {height} mm")
        yield _problem(("page", "top"), message, remedy, height=page.text_height, least=50)
    most = page.bottom - number.size / POINTS_PER_MM
    if number.position != "none" and number.drop > most:
        message = _("the page number does not fit into a bottom margin of {bottom} mm")
        remedy = _("write at most {most} mm")
        yield _problem(("page_number", "drop"), message, remedy, bottom=page.bottom, most=math.floor(most))


def _grid_problems(page: Page, grid: Grid, size: float) -> Iterator[Problem]:
    width = page.text_width * POINTS_PER_MM
    # Below 0.9 em characters overlap; from 2 em on LibreOffice puts one into two cells.
    least, most = math.floor(width / (2 * size)) + 1, math.floor(width / (0.9 * size))
    if not least <= grid.chars <= most:
        message = _("a line cannot hold {chars} characters of {size} pt")
        remedy = _("write {least} to {most}")
        values: dict[str, float] = {"chars": grid.chars, "size": size, "least": least, "most": most}
        yield _problem(("grid", "chars"), message, remedy, **values)
    # Word rounds to a twentieth of a point, and so is the text area.
    height = page.text_height * POINTS_PER_MM + 0.05
    fitting = math.floor(height / grid.pitch)
    if fitting != grid.lines:
        message = _("at a pitch of {pitch} pt a page holds {fitting} lines, not {lines}")
        remedy = _("write `pitch: {needed}`, or `lines: {fitting}`")
        needed = math.floor(height / grid.lines * 20) / 20
        values = {"pitch": grid.pitch, "fitting": max(fitting, 1), "lines": grid.lines, "needed": needed}
        yield _problem(("grid", "pitch"), message, remedy, **values)


def _face_problems(layout: Layout) -> Iterator[Problem]:
    if len(layout.headings) != 4:
        message = _("{count} levels of headings are given")
        yield _problem(("headings",), message, _("give four"), count=len(layout.headings))
    faces: dict[tuple[str | int, ...], Face] = {
        ("body",): layout.body,
        ("byline",): layout.byline,
        ("outline",): layout.outline,
    }
    faces |= {("headings", index): face for index, face in enumerate(layout.headings)}
    for path, face in faces.items():
        if face.size > layout.grid.pitch:
            yield _cut_off((*path, "size"), face.size, layout.grid.pitch)


def _pinyin_problems(layout: Layout) -> Iterator[Problem]:
    size, pitch = max(face.size for face in (layout.body, *layout.headings)), layout.grid.pitch
    least = math.ceil(size * PITCH_WITH_PINYIN * 20) / 20
    if layout.lectern.pinyin and pitch < least:
        message = _("pinyin above characters of {size} pt is cut off at a line pitch of {pitch} pt")
        remedy = _("make the pitch at least {least} pt, or leave out the pinyin")
        yield _problem(("lectern", "pinyin"), message, remedy, size=size, pitch=pitch, least=least)


def _title_problems(page: Page, title: Title) -> Iterator[Problem]:
    if title.size > title.pitch:
        yield _cut_off(("title", "pitch"), title.size, title.pitch)
    most = math.floor(page.text_width * POINTS_PER_MM / title.size)
    if title.limit > most:
        message = _("a line cannot hold {limit} characters of {size} pt")
        remedy = _("write at most {most}")
        values = {"limit": title.limit, "size": title.size, "most": most}
        yield _problem(("title", "limit"), message, remedy, **values)


def _cut_off(path: tuple[str | int, ...], size: float, pitch: float) -> Problem:
    message = _("characters of {size} pt are cut off at a line pitch of {pitch} pt")
    return _problem(path, message, _("make the type smaller or the pitch larger"), size=size, pitch=pitch)
