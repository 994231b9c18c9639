"""The HTML writer: one page that looks like the Word page, fits a phone, and needs no other file."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from drafter.models.layout import Face, Layout, Title
from drafter.speech.blocks import Block, BlockKind, iter_blocks
from drafter.speech.title import with_breaks
from drafter.speech.tree import Blank, Break, Emphasis, Inline, Inlines, Lead, Note, Speech, plain_text

# Fonts to use if one of the layout is not installed, by a sign in its name.
FALLBACK = {
    "仿宋": "FangSong, STFangsong, serif",
    "楷体": "KaiTi, STKaiti, serif",
    "黑体": "SimHei, STHeiti, sans-serif",
    "标宋": "STZhongsong, SimSun, serif",
    "宋": "SimSun, STSong, serif",
}

# The Latin font is limited to Latin letters: its “ ” — … have half the width of the Chinese ones.
# All rules are on what is inside of ``{paper}``, so that another page can show the speech as well.
PAPER = """
@font-face {{ font-family: latin; src: local("{latin}"); unicode-range: U+0-24F; }}
{paper} {{ --pitch: {pitch:g}pt; box-sizing: border-box; width: {width:g}mm; min-height: {height:g}mm;
  margin: 8mm auto; padding: {top:g}mm {right:g}mm {bottom:g}mm {left:g}mm; background: #fff; color: #000;
  box-shadow: 0 1mm 4mm #0003; font: {body}; line-height: var(--pitch); text-align: justify;
  overflow-wrap: anywhere; }}
{paper} p, {paper} h1, {paper} h2, {paper} h3, {paper} h4, {paper} h5 {{ margin: 0; font-weight: normal; }}
{paper} > p, {paper} h2, {paper} h3, {paper} h4, {paper} h5 {{ text-indent: 2em; }}
{paper} h1 {{ font: {title}; line-height: {title_pitch:g}pt; text-align: center; }}
{paper} p.byline, {paper} p.date {{ font: {byline}; line-height: var(--pitch); text-align: center;
  text-indent: 0; }}
{paper} p.outline-title {{ font: {heading}; line-height: var(--pitch); margin-top: var(--pitch);
  text-align: center; text-indent: 0; }}
{paper} p.outline {{ font: {outline}; line-height: var(--pitch); }}
{paper} p.outline.level-2 {{ text-indent: 4em; }}
{paper} p.salutation {{ margin-top: var(--pitch); text-indent: 0; }}
{paper} p.signature {{ text-align: right; padding-right: 4em; text-indent: 0; }}
{headings}
{paper} .lead {{ font-family: {lead}; font-weight: {lead_weight}; }}
{paper} .blank {{ color: #{blank_color}; background: #{blank_shading}; }}
/* A phone: the sheet is as wide as the screen, and the title breaks where it must. */
@media screen and (max-width: {width:g}mm) {{
  {paper} {{ width: auto; min-height: 0; margin: 0; padding: 6vw 5vw; box-shadow: none; text-align: left; }}
  {paper} h1 {{ font-size: min({title_size:g}pt, 7vw); line-height: 1.4; margin-bottom: 0.5em; }}
  {paper} h1 br {{ display: none; }}
  {paper} p.signature {{ padding-right: 0; }} }}
"""

# What only a page has that shows nothing but the speech.
PAGE = """
body {{ margin: 0; background: #e8e8e8; }}
@media screen {{ .blank[title]::after {{ content: "（" attr(title) "）"; font-size: 0.7em; color: #666;
  background: #fff; }} }}
@media screen and (max-width: {width:g}mm) {{ body {{ background: #fff; }} }}
@page {{ size: {width:g}mm {height:g}mm; margin: {top:g}mm {right:g}mm {bottom:g}mm {left:g}mm; }}
@media print {{ body {{ background: none; }}
  main {{ width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }} }}
"""


def write_html(speech: Speech, layout: Layout, *, notes: bool = True) -> bytes:
    """Return ``speech`` as a UTF-8 page in the fonts and measures of ``layout``.

    With ``notes``, the hint of a blank is its tooltip and, on a screen, stands behind it: a finger finds no
    tooltip. Being no text of the page, it is neither copied nor printed.
    """
    blocks = "\n".join(
        element_of(block, "".join(_inline(inline, notes) for inline in block.inlines))
        for block in blocks_of(speech, layout)
    )
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(plain_text(speech.title))}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{style_of(layout)}{_page_style(layout)}</style>\n</head>\n<body>\n<main>\n{blocks}\n</main>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def blocks_of(speech: Speech, layout: Layout) -> Iterator[Block]:
    """Yield the blocks of a page; its title is broken as the layout has it."""
    title = with_breaks(speech.title, layout.title.limit)
    for block in iter_blocks(speech):
        yield Block(block.kind, title) if block.kind is BlockKind.TITLE else block


def element_of(block: Block, words: str) -> str:
    """Return the element of a block; ``words`` are its content, in HTML."""
    if block.kind is BlockKind.TITLE:
        return f"<h1>{words}</h1>"
    if block.kind is BlockKind.HEADING:
        return f"<h{block.level + 1}>{words}</h{block.level + 1}>"
    if block.kind is BlockKind.BODY:
        return f"<p>{words}</p>"
    level = f" level-{block.level}" if block.level else ""
    return f'<p class="{block.kind.value}{level}">{words}</p>'


def _inline(inline: Inline, notes: bool) -> str:
    match inline:
        case Lead(inlines):
            return f'<span class="lead">{_all(inlines, notes)}</span>'
        case Emphasis(inlines):
            return f"<strong>{_all(inlines, notes)}</strong>"
        case Blank():
            title = f' title="{escape(inline.hint)}"' if notes and inline.hint else ""
            return (
                f'<span class="blank" data-path="{escape(inline.path)}"{title}>{escape(inline.text)}</span>'
            )
        case Break():
            return "<br>"
        case Note(text):
            return f"<!-- {escape(text).replace('--', '- -')} -->" if notes else ""
        case _:
            return escape(plain_text((inline,)), quote=False)


def _all(inlines: Inlines, notes: bool) -> str:
    return "".join(_inline(inline, notes) for inline in inlines)


def style_of(layout: Layout, paper: str = "main") -> str:
    """Return the style sheet of the speech inside of the element that the selector ``paper`` names."""
    return PAPER.format(
        paper=paper,
        latin=layout.latin_font,
        pitch=layout.grid.pitch,
        **_measures(layout),
        body=_font(layout.body),
        # As in Word, figures in a title take the font of the title.
        title=_font(layout.title, latin=False),
        title_pitch=layout.title.pitch,
        title_size=layout.title.size,
        byline=_font(layout.byline),
        outline=_font(layout.outline),
        heading=_font(layout.headings[0]),
        headings="\n".join(
            f"{paper} h{level} {{ font: {_font(face)}; line-height: var(--pitch); }}"
            for level, face in enumerate(layout.headings, 2)
        ),
        lead=_family(layout.lead.font),
        lead_weight="bold" if layout.lead.bold else "normal",
        blank_color=layout.blank.color,
        blank_shading=layout.blank.shading,
    )


def _page_style(layout: Layout) -> str:
    return PAGE.format(**_measures(layout))


def _measures(layout: Layout) -> dict[str, float]:
    page = layout.page
    return {key: getattr(page, key) for key in ("width", "height", "top", "right", "bottom", "left")}


def _font(face: Face | Title, *, latin: bool = True) -> str:
    weight = "bold " if face.bold else ""
    return f"{weight}{face.size:g}pt {_family(face.font, latin=latin)}"


def _family(font: str, *, latin: bool = True) -> str:
    fallback = next((names for sign, names in FALLBACK.items() if sign in font), "serif")
    return f'{"latin, " if latin else ""}"{font}", {fallback}'
