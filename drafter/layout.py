"""A house style: every measure and font of the page that an office may set for itself.

The values that ship are those of GB/T 9704-2012; clauses are named beside them.
Lengths are millimetres, type sizes and line pitches points.
"""

# Annotations are evaluated here and now: resolving them later from text costs a cold start.

import math
from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple

from msgspec import Meta

from drafter.i18n import _
from drafter.model import Model

# Word's own table of Chinese type sizes, in points.
SIZES: dict[str, float] = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5,
}  # fmt: skip
POINTS_PER_MM = 72 / 25.4
_DIGITS = str.maketrans("12345678", "一二三四五六七八")


def read_size(text: str) -> str:
    """Return a size by name (三号, 3号) or with its unit (16磅, 16pt) as a number of points, still as text.

    Anything else is returned as it is, for the check of numbers to refuse.
    """
    name = text.strip().translate(_DIGITS)
    if name in SIZES:
        return f"{SIZES[name]:g}"
    return text.strip().removesuffix("pt").removesuffix("磅").strip()


def _mm(title: str, description: str, least: float, most: float) -> Meta:
    return Meta(ge=least, le=most, title=title, description=f"毫米；{description}")


def _pt(title: str, most: float, description: str = "") -> Meta:
    return Meta(ge=8, le=most, title=title, description=f"磅，固定值{description}")


def _size(title: str) -> Meta:
    # Word stores sizes in half points. Whoever reads the file calls ``read`` on the text first.
    return Meta(
        ge=5,
        le=72,
        multiple_of=0.5,
        title=title,
        description="字号名（三号）或磅数（16），5 至 72 磅，可到半磅",
        extra={"read": read_size},
        extra_json_schema={"type": ["number", "string"]},
    )


def _font(title: str) -> Meta:
    # What XML or a font table cannot carry is kept out of names.
    pattern = r'^[^\x00-\x1f<>&"]{1,31}$'
    return Meta(pattern=pattern, title=title, description="字体名，须与电脑上安装的一致")


def _colour(title: str) -> Meta:
    return Meta(pattern="^[0-9A-Fa-f]{6}$", title=title, description="六位十六进制 RRGGBB，不加 #")


def _flag(title: str, description: str = "true 或 false") -> Meta:
    return Meta(title=title, description=description)


class Fault(NamedTuple):
    """A value that does not agree with the others: where it stands, what is wrong, what to do."""

    path: tuple[str | int, ...]
    message: str
    remedy: str


class Page(Model, frozen=True):
    """The sheet and its margins (GB/T 9704 5.1, 5.2.1), in mm."""

    width: Annotated[float, _mm("纸宽", "A4 为 210", 100, 450)] = 210
    height: Annotated[float, _mm("纸高", "A4 为 297", 140, 600)] = 297
    top: Annotated[float, _mm("天头", "上白边", 5, 150)] = 37
    bottom: Annotated[float, _mm("地脚", "下白边", 5, 150)] = 35
    left: Annotated[float, _mm("订口", "左白边", 5, 150)] = 28
    right: Annotated[float, _mm("切口", "右白边", 5, 150)] = 26
    mirror: Annotated[bool, _flag("对称页边距", "双面印刷时偶数页左右互换")] = False

    @property
    def text_width(self) -> float:
        """The width of the text area 版心, in mm."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height of the text area 版心, in mm."""
        return self.height - self.top - self.bottom


class Grid(Model, frozen=True):
    """How densely the text area is filled (GB/T 9704 5.2.3); ``pitch`` in points."""

    chars: Annotated[int, Meta(ge=10, le=80, title="每行字数", description="字；字距据此撑满版心")] = 28
    lines: Annotated[int, Meta(ge=5, le=80, title="每页行数", description="行；须与行距相符")] = 22
    pitch: Annotated[float, _pt("行距", 120, "；29 磅只容 21 行")] = 28.95


class Face(Model, frozen=True):
    """A Chinese font, its size in points, and whether it is bold."""

    # Neither has a default: body, byline and headings have each their own.
    font: Annotated[str, _font("中文字体")]
    size: Annotated[float, _size("字号")]
    bold: Annotated[bool, _flag("加粗")] = False


class Title(Model, frozen=True):
    """The title: its face, the pitch of its lines in points and the most characters of one."""

    font: Annotated[str, _font("标题字体")] = "方正小标宋简体"
    size: Annotated[float, _size("标题字号")] = 22
    bold: Annotated[bool, _flag("标题加粗", "小标宋不宜再加粗")] = False
    pitch: Annotated[float, _pt("标题行距", 150)] = 35
    limit: Annotated[
        float, Meta(ge=4, le=60, title="标题每行字数上限", description="字；超出则按词意回行")
    ] = 18


class Lead(Model, frozen=True):
    """How a lead sentence 段首句 stands out from its paragraph."""

    font: Annotated[str, _font("段首句字体")] = "楷体_GB2312"
    bold: Annotated[bool, _flag("段首句加粗")] = False


class PageNumber(Model, frozen=True):
    """The page number below the text area (GB/T 9704 7.5); ``drop`` in mm."""

    position: Annotated[
        Literal["outside", "centred", "none"],
        Meta(
            title="页码位置",
            description="outside 单页居右、双页居左，各空一字；centred 居中；none 不编页码",
        ),
    ] = "outside"
    font: Annotated[str, _font("页码字体")] = "宋体"
    size: Annotated[float, _size("页码字号")] = 14
    drop: Annotated[float, _mm("页码距版心", "一字线距版心下边缘", 0, 60)] = 7


class BlankMark(Model, frozen=True):
    """How a blank 空位 is marked in a draft."""

    color: Annotated[str, _colour("空位文字颜色")] = "7F6000"
    shading: Annotated[str, _colour("空位底色")] = "FFF2CC"


FANG_SONG = Face(font="仿宋_GB2312", size=16)
KAI = Face(font="楷体_GB2312", size=16)


class Layout(Model, frozen=True):
    """A house style. Frozen, so that equal layouts make equal documents.

    Types and bounds are checked by whoever reads the file; ``faults`` tells the rest.
    """

    name: Annotated[str, Meta(max_length=60, title="版式名称", description="给人看的名称")] = ""
    summary: Annotated[str, Meta(max_length=300, title="版式说明", description="一句话说明")] = ""
    page: Annotated[Page, Meta(title="页面", description="用纸和页边，毫米")] = Page()
    grid: Annotated[Grid, Meta(title="字行", description="每页行数、每行字数、行距")] = Grid()
    latin_font: Annotated[str, _font("西文字体")] = "Times New Roman"
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
    blank: Annotated[BlankMark, Meta(title="空位", description="待填内容的颜色和底色")] = BlankMark()
    comment: Annotated[Face, Meta(title="批注", description="批注的字体字号")] = Face(font="宋体", size=10.5)

    def faults(self) -> list[Fault]:
        """Return what does not agree, each with the field to change; nothing when all does."""
        found = list(_page_faults(self.page, self.page_number))
        # Without a text area every other value would seem to be at fault as well.
        if not found:
            found += _grid_faults(self.page, self.grid, self.body.size)
            found += [*_face_faults(self), *_title_faults(self.page, self.title)]
        return found


def _fault(path: tuple[str | int, ...], message: str, remedy: str, **values: float) -> Fault:
    # Numbers are worded here, so that a message never shows 28.950000000000003.
    said: dict[str, Any] = {name: f"{number:.6g}" for name, number in values.items()}
    return Fault(path, message.format(**said), remedy.format(**said))


def _page_faults(page: Page, number: PageNumber) -> Iterator[Fault]:
    remedy = _("leave at least {least} mm for the text")
    if page.text_width < 50:
        message = _("the margins leave a text width of {width} mm")
        yield _fault(("page", "left"), message, remedy, width=page.text_width, least=50)
    if page.text_height < 50:
        message = _("the margins leave a text height of {height} mm")
        yield _fault(("page", "top"), message, remedy, height=page.text_height, least=50)
    most = page.bottom - number.size / POINTS_PER_MM
    if number.position != "none" and number.drop > most:
        message = _("the page number does not fit into a bottom margin of {bottom} mm")
        remedy = _("write at most {most} mm")
        yield _fault(("page_number", "drop"), message, remedy, bottom=page.bottom, most=math.floor(most))


def _grid_faults(page: Page, grid: Grid, size: float) -> Iterator[Fault]:
    width = page.text_width * POINTS_PER_MM
    # Under 0.9 em characters overlap; from 2 em on LibreOffice puts one into two cells.
    least, most = math.floor(width / (2 * size)) + 1, math.floor(width / (0.9 * size))
    if not least <= grid.chars <= most:
        message = _("a line cannot hold {chars} characters of {size} pt")
        remedy = _("write {least} to {most}")
        said: dict[str, float] = {"chars": grid.chars, "size": size, "least": least, "most": most}
        yield _fault(("grid", "chars"), message, remedy, **said)
    # A twentieth of a point is what Word rounds to; the text area is rounded likewise.
    height = page.text_height * POINTS_PER_MM + 0.05
    fitting = math.floor(height / grid.pitch)
    if fitting != grid.lines:
        message = _("at a pitch of {pitch} pt a page holds {fitting} lines, not {lines}")
        remedy = _("for {lines} lines write {needed}")
        needed = math.floor(height / grid.lines * 20) / 20
        said = {"pitch": grid.pitch, "fitting": fitting, "lines": grid.lines, "needed": needed}
        yield _fault(("grid", "pitch"), message, remedy, **said)


def _face_faults(layout: Layout) -> Iterator[Fault]:
    if len(layout.headings) != 4:
        message = _("{count} levels of headings are given")
        yield _fault(("headings",), message, _("give four"), count=len(layout.headings))
    faces: dict[tuple[str | int, ...], Face] = {
        ("body",): layout.body,
        ("byline",): layout.byline,
        ("outline",): layout.outline,
    }
    faces |= {("headings", index): face for index, face in enumerate(layout.headings)}
    for path, face in faces.items():
        if face.size > layout.grid.pitch:
            yield _cut_off((*path, "size"), face.size, layout.grid.pitch)


def _title_faults(page: Page, title: Title) -> Iterator[Fault]:
    if title.size > title.pitch:
        yield _cut_off(("title", "pitch"), title.size, title.pitch)
    most = math.floor(page.text_width * POINTS_PER_MM / title.size)
    if title.limit > most:
        message = _("a line cannot hold {limit} characters of {size} pt")
        remedy = _("write at most {most}")
        said = {"limit": title.limit, "size": title.size, "most": most}
        yield _fault(("title", "limit"), message, remedy, **said)


def _cut_off(path: tuple[str | int, ...], size: float, pitch: float) -> Fault:
    message = _("characters of {size} pt are cut off at a line pitch of {pitch} pt")
    return _fault(path, message, _("make the type smaller or the pitch larger"), size=size, pitch=pitch)
