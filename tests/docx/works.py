"""What a person can do to a document, each as one change of its XML."""

from __future__ import annotations

import re
from collections.abc import Callable

BODY, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
FOOTER, HEADER, COMMENTS, CORE = (
    "word/footer1.xml",
    "word/header1.xml",
    "word/comments.xml",
    "docProps/core.xml",
)
CUSTOM = "docProps/custom.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
WP = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
LOGO = (
    f'<w:r {W}><w:drawing><wp:inline {WP}><wp:extent cx="360000" cy="360000"/><wp:docPr id="9" name="徽标"/>'
    '<a:graphic><a:graphicData uri="u"/></a:graphic></wp:inline></w:drawing></w:r>'
)
WATERMARK = (
    f'<w:r {W}><w:pict><v:shape {V} type="#t136" style="width:400pt;height:100pt">'
    '<v:textpath string="内部资料"/></v:shape></w:pict></w:r>'
)
TABLE = f"<w:tbl {W}><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
OWN_SECTION = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000"'
    ' w:bottom="1000" w:left="1000" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
)

Parts = dict[str, bytes]
Work = Callable[[Parts], None]


def replace(name: str, old: str, new: str) -> Work:
    """Return a change of the first text that the pattern ``old`` finds in a part."""

    def change(parts: Parts) -> None:
        text = parts[name].decode()
        assert re.search(old, text), f"{old} is not in {name}"
        parts[name] = re.sub(old, lambda found: found.expand(new), text, count=1).encode()

    return change


def in_text(markup: str) -> Work:
    """Return a change that puts runs into a paragraph of the body."""
    return replace(BODY, "(谢谢大家！</w:t></w:r>)", rf"\1{markup}")


def on_words(properties: str) -> Work:
    """Return a change that formats words of the body."""
    return replace(BODY, "<w:r>(<w:t>谢谢大家！)", rf"<w:r><w:rPr>{properties}</w:rPr>\1")


def on_paragraph(properties: str, after: str = "BodyText") -> Work:
    """Return a change that formats a paragraph of the body."""
    return replace(BODY, f'(<w:pPr><w:pStyle w:val="{after}"/>)', rf"\1{properties}")


def behind(markup: str) -> Work:
    """Return a change that puts blocks behind the text."""
    return replace(BODY, "(<w:sectPr>)", rf"{markup}\1")


def header(content: str) -> Work:
    """Return a change that gives the pages a header."""

    def change(parts: Parts) -> None:
        parts[HEADER] = f"<w:hdr {W}><w:p>{content}</w:p></w:hdr>".encode()
        replace(BODY, "<w:sectPr>", rf'<w:sectPr><w:headerReference {R} w:type="default" r:id="own"/>')(parts)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
        link = f'<Relationship Id="own" Type="{kind}" Target="header1.xml"/></Relationships>'
        replace("word/_rels/document.xml.rels", "</Relationships>", link)(parts)
        media = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
        entry = f'<Override PartName="/{HEADER}" ContentType="{media}"/></Types>'
        replace("[Content_Types].xml", "</Types>", entry)(parts)

    return change


def part(name: str, content: str) -> Work:
    """Return a change that puts a part into the file."""

    def change(parts: Parts) -> None:
        parts[name] = content.encode()

    return change


def run(words: str, properties: str = "") -> str:
    """Return words as a run."""
    return f"<w:r>{properties}<w:t>{words}</w:t></w:r>"


WORKS: dict[str, Work] = {
    "words": replace(BODY, "谢谢大家", "谢谢各位"),
    "a paragraph": behind(f"<w:p>{run('新的一段')}</w:p>"),
    "an empty paragraph": behind("<w:p/>"),
    "an empty paragraph between": replace(BODY, '(<w:p><w:pPr><w:pStyle w:val="Salutation"/>)', r"<w:p/>\1"),
    "a paragraph taken out": replace(BODY, '<w:p><w:pPr><w:pStyle w:val="Salutation"/>.*?</w:p>', ""),
    "a logo in the header": header(LOGO),
    "a watermark": header(WATERMARK),
    "words in the header": header(run("内部资料")),
    "digits in the header": header(run("2025")),
    "a table in the header": replace(FOOTER, "(<w:ftr[^>]*>)", rf"\1{TABLE}"),
    "digits in the footer": replace(FOOTER, "(<w:t[^>]*>)— ", r"\1— 7 "),
    "a field in the footer": replace(FOOTER, "PAGE", "NUMPAGES"),
    "a border of the footer": replace(
        FOOTER, "(<w:pStyle[^>]*>)", r'\1<w:pBdr><w:top w:val="single"/></w:pBdr>'
    ),
    "a logo in the text": in_text(LOGO),
    "a table": behind(TABLE),
    "a formula": in_text(f"<m:oMath {M}><m:r><m:t>x</m:t></m:r></m:oMath>"),
    "a symbol": in_text('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'),
    "a checkbox": in_text(
        f'<w:sdt><w:sdtPr><w14:checkbox {W14}><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent/></w:sdt>"
    ),
    "a control of his own": in_text(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('另填')}</w:sdtContent></w:sdt>"),
    "an imported file": behind(f'<w:altChunk {R} r:id="chunk"/>'),
    "a link": in_text(f'<w:hyperlink w:anchor="_drafter_1">{run("见上")}</w:hyperlink>'),
    "a link on the words there": replace(
        BODY, "(<w:r><w:t>谢谢大家！</w:t></w:r>)", r'<w:hyperlink w:anchor="x">\1</w:hyperlink>'
    ),
    "a bookmark of his own": in_text(
        '<w:bookmarkStart w:id="900" w:name="结尾"/><w:bookmarkEnd w:id="900"/>'
    ),
    "a field": in_text('<w:fldSimple w:instr=" DATE "><w:r><w:t>今天</w:t></w:r></w:fldSimple>'),
    "a footnote": in_text('<w:r><w:footnoteReference w:id="2"/></w:r>'),
    "a page break": in_text('<w:r><w:br w:type="page"/></w:r>'),
    "a line break": in_text("<w:r><w:br/></w:r>"),
    "a tab": in_text("<w:r><w:tab/></w:r>"),
    "a tracked insertion": in_text(f'<w:ins w:id="9" w:author="甲">{run("新")}</w:ins>'),
    "a tracked deletion": replace(
        BODY,
        "<w:r><w:t>谢谢大家！</w:t></w:r>",
        '<w:del w:id="9" w:author="甲"><w:r><w:delText>谢谢大家！</w:delText></w:r></w:del>',
    ),
    "tracked formatting": on_words('<w:rPrChange w:id="9" w:author="甲"><w:rPr/></w:rPrChange>'),
    "an object": in_text("<w:r><w:object/></w:r>"),
    "bold": on_words("<w:b/>"),
    "italics": on_words("<w:i/>"),
    "underlining": on_words('<w:u w:val="single"/>'),
    "colour": on_words('<w:color w:val="FF0000"/>'),
    "a highlight": on_words('<w:highlight w:val="yellow"/>'),
    "a size": on_words('<w:sz w:val="36"/>'),
    "a font": on_words('<w:rFonts w:eastAsia="黑体"/>'),
    "superscript": on_words('<w:vertAlign w:val="superscript"/>'),
    "hidden text": on_words("<w:vanish/>"),
    "a character style": on_words('<w:rStyle w:val="GwLead"/>'),
    "spaced characters": on_words('<w:spacing w:val="40"/>'),
    "narrow characters": on_words('<w:w w:val="80"/>'),
    "raised characters": on_words('<w:position w:val="6"/>'),
    "a border of words": on_words('<w:bdr w:val="single" w:sz="4"/>'),
    "capitals": on_words("<w:caps/>"),
    "small capitals": on_words("<w:smallCaps/>"),
    "strike-through": on_words("<w:strike/>"),
    "shaded words": on_words('<w:shd w:val="clear" w:fill="D9D9D9"/>'),
    "emphasis dots": on_words('<w:em w:val="dot"/>'),
    "a glow": on_words(f'<w14:glow {W14} w14:rad="63500"/>'),
    "a gradient": on_words(f"<w14:textFill {W14}><w14:noFill/></w14:textFill>"),
    "a mark of a paragraph that is hidden": on_paragraph("<w:rPr><w:vanish/></w:rPr>"),
    "alignment": on_paragraph('<w:jc w:val="center"/>'),
    "a line pitch": on_paragraph('<w:spacing w:line="400" w:lineRule="exact"/>'),
    "space before": on_paragraph('<w:spacing w:before="200"/>'),
    "space after": on_paragraph('<w:spacing w:after="200"/>'),
    "an indent": on_paragraph('<w:ind w:left="420"/>'),
    "no first-line indent": on_paragraph('<w:ind w:firstLineChars="0" w:firstLine="0"/>'),
    "a shaded paragraph": on_paragraph('<w:shd w:val="clear" w:fill="D9D9D9"/>'),
    "a border of a paragraph": on_paragraph('<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>'),
    "a page break before": on_paragraph("<w:pageBreakBefore/>"),
    "kept with the next": on_paragraph("<w:keepNext/>"),
    "a drop cap": on_paragraph('<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around" w:hAnchor="text"/>'),
    "a list": on_paragraph('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    "an outline level": on_paragraph('<w:outlineLvl w:val="0"/>'),
    "tab stops": on_paragraph('<w:tabs><w:tab w:val="left" w:pos="2000"/></w:tabs>'),
    "another style": replace(BODY, '<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Heading1"/>'),
    "a section break": on_paragraph(OWN_SECTION),
    "orientation": replace(
        BODY, '<w:pgSz w:w="11906" w:h="16838"', '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"'
    ),
    "paper": replace(BODY, 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="23811"'),
    "margins": replace(BODY, 'w:left="1588"', 'w:left="1701"'),
    "columns": replace(BODY, "<w:cols [^>]*>", '<w:cols w:num="2" w:space="425"/>'),
    "a border of the page": replace(
        BODY, "(<w:cols )", r'<w:pgBorders><w:top w:val="single" w:sz="4"/></w:pgBorders>\1'
    ),
    "line numbers": replace(BODY, "(<w:cols )", r'<w:lnNumType w:countBy="1"/>\1'),
    "a first page of its own": replace(BODY, "(<w:docGrid)", r"<w:titlePg/>\1"),
    "the number of the first page": replace(BODY, "(<w:cols )", r'<w:pgNumType w:start="5"/>\1'),
    "a grid": replace(BODY, 'w:linePitch="579"', 'w:linePitch="600"'),
    "a background": replace(BODY, "(<w:body>)", r'<w:background w:color="FFFF00"/>\1'),
    "a style's size": replace(STYLES, '<w:sz w:val="44"/>', '<w:sz w:val="36"/>'),
    "a style's font": replace(STYLES, 'w:eastAsia="黑体"', 'w:eastAsia="宋体"'),
    "a style's indent": replace(
        STYLES, '<w:ind w:firstLineChars="200" w:firstLine="632"/>', '<w:ind w:firstLine="0"/>'
    ),
    "a style's colour": replace(STYLES, '(<w:sz w:val="44"/>)', r'<w:color w:val="FF0000"/>\1'),
    "protection": replace(
        SETTINGS, "(<w:compat>)", r'<w:documentProtection w:edit="readOnly" w:enforcement="1"/>\1'
    ),
    "tracking": replace(SETTINGS, "(<w:compat>)", r"<w:trackRevisions/>\1"),
    "a signature": part("_xmlsignatures/sig1.xml", "<Signature/>"),
    "a font that is embedded": part("word/fonts/font1.odttf", "font"),
    "a comment that is done": part(
        "word/commentsExtended.xml",
        f'<w15:commentsEx {W15}><w15:commentEx w15:paraId="0A" w15:done="1"/></w15:commentsEx>',
    ),
    "a picture in a comment": replace(COMMENTS, "(</w:p></w:comment>)", r"<w:r><w:drawing/></w:r>\1"),
    "a comment": replace(COMMENTS, "写姓名", "已问过办公室"),
    "keywords": replace(CORE, "(<dc:language>)", r"<cp:keywords>社会工作</cp:keywords>\1"),
    "a property of the file": replace(
        CUSTOM,
        "(</Properties>)",
        r'<property fmtid="x" pid="99" name="密级"><vt:lpwstr>秘密</vt:lpwstr></property>\1',
    ),
}
