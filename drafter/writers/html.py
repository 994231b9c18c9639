"""The HTML writer: one page that looks like the Word page, fits a phone, and needs no other file."""

from __future__ import annotations

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
STYLE = """
@font-face {{ font-family: latin; src: local("{latin}"); unicode-range: U+0-24F; }}
:root {{ --pitch: {pitch:g}pt; }}
body {{ margin: 0; background: #e8e8e8; color: #000; }}
main {{ box-sizing: border-box; width: {width:g}mm; min-height: {height:g}mm; margin: 8mm auto;
  padding: {top:g}mm {right:g}mm {bottom:g}mm {left:g}mm; background: #fff; box-shadow: 0 1mm 4mm #0003;
  font: {body}; line-height: var(--pitch); text-align: justify; overflow-wrap: anywhere; }}
p, h1, h2, h3, h4, h5 {{ margin: 0; font-weight: normal; }}
main > p, h2, h3, h4, h5 {{ text-indent: 2em; }}
h1 {{ font: {title}; line-height: {title_pitch:g}pt; text-align: center; }}
p.byline, p.date {{ font: {byline}; line-height: var(--pitch); text-align: center; text-indent: 0; }}
p.outline-title {{ font: {heading}; line-height: var(--pitch); margin-top: var(--pitch);
  text-align: center; text-indent: 0; }}
p.outline {{ font: {outline}; line-height: var(--pitch); }}
p.outline.level-2 {{ text-indent: 4em; }}
p.salutation {{ margin-top: var(--pitch); text-indent: 0; }}
p.signature {{ text-align: right; padding-right: 4em; text-indent: 0; }}
{headings}
.lead {{ font-family: {lead}; font-weight: {lead_weight}; }}
.blank {{ color: #{blank_color}; background: #{blank_shading}; }}
@media screen {{ .blank[title]::after {{ content: "（" attr(title) "）"; font-size: 0.7em; color: #666;
  background: #fff; }} }}
/* A phone: the sheet is as wide as the screen, and the title breaks where it must. */
@media screen and (max-width: {width:g}mm) {{ body {{ background: #fff; }}
  main {{ width: auto; min-height: 0; margin: 0; padding: 6vw 5vw; box-shadow: none; text-align: left; }}
  h1 {{ font-size: min({title_size:g}pt, 7vw); line-height: 1.4; margin-bottom: 0.5em; }}
  h1 br {{ display: none; }}
  p.signature {{ padding-right: 0; }} }}
@page {{ size: {width:g}mm {height:g}mm; margin: {top:g}mm {right:g}mm {bottom:g}mm {left:g}mm; }}
@media print {{ body {{ background: none; }}
  main {{ width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }} }}
"""


def write_html(speech: Speech, layout: Layout, *, notes: bool = True) -> bytes:
    """Return ``speech`` as a UTF-8 page in the fonts and measures of ``layout``.

    With ``notes``, the hint of a blank is its tooltip and, on a screen, stands behind it: a finger finds no
    tooltip. Being no text of the page, it is neither copied nor printed.
    """
    title = with_breaks(speech.title, layout.title.limit)
    blocks = "\n".join(
        _block(Block(block.kind, title) if block.kind is BlockKind.TITLE else block, notes)
        for block in iter_blocks(speech)
    )
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(plain_text(speech.title))}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_style(layout)}</style>\n</head>\n<body>\n<main>\n{blocks}\n</main>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _block(block: Block, notes: bool) -> str:
    words = "".join(_inline(inline, notes) for inline in block.inlines)
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


def _style(layout: Layout) -> str:
    page, headings = layout.page, layout.headings
    return STYLE.format(
        latin=layout.latin_font,
        pitch=layout.grid.pitch,
        width=page.width,
        height=page.height,
        top=page.top,
        right=page.right,
        bottom=page.bottom,
        left=page.left,
        body=_font(layout.body),
        # As in Word, figures in a title take the font of the title.
        title=_font(layout.title, latin=False),
        title_pitch=layout.title.pitch,
        title_size=layout.title.size,
        byline=_font(layout.byline),
        outline=_font(layout.outline),
        heading=_font(headings[0]),
        headings="\n".join(
            f"h{level} {{ font: {_font(face)}; line-height: var(--pitch); }}"
            for level, face in enumerate(headings, 2)
        ),
        lead=_family(layout.lead.font),
        lead_weight="bold" if layout.lead.bold else "normal",
        blank_color=layout.blank.color,
        blank_shading=layout.blank.shading,
    )


def _font(face: Face | Title, *, latin: bool = True) -> str:
    weight = "bold " if face.bold else ""
    return f"{weight}{face.size:g}pt {_family(face.font, latin=latin)}"


def _family(font: str, *, latin: bool = True) -> str:
    fallback = next((names for sign, names in FALLBACK.items() if sign in font), "serif")
    return f'{"latin, " if latin else ""}"{font}", {fallback}'
