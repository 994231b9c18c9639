"""A document as Word writes it again without an edit, by what is known of Word (MS-DOCX; saved files)."""

from __future__ import annotations

import re

from .works import BODY, COMMENTS, CORE, FOOTER, SETTINGS, STYLES, Parts

_NAMESPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# What Word in Chinese calls the styles of drafter.
_IDS = {
    "Normal": "a", "Title": "a3", "Salutation": "a6", "BodyText": "a7", "Heading1": "1", "Heading2": "2",
    "Heading3": "3", "Heading4": "4", "Footer": "aa", "CommentText": "ab", "GwByline": "a4", "GwLead": "ac",
    "GwSignature": "a8", "GwOutlineTitle": "a9", "GwOutline1": "10", "GwOutline2": "20",
    "PlaceholderText": "ad", "CommentReference": "ae", "DefaultParagraphFont": "a0", "TableNormal": "a1",
    "NoList": "a2",
}  # fmt: skip


def settings(parts: Parts) -> None:
    """Add what Word keeps of its sessions."""
    _put(parts, SETTINGS, "<w:compat>", '<w:proofState w:spelling="clean"/>', before=True)
    _put(
        parts,
        SETTINGS,
        "</w:compat>",
        '<w:rsids><w:rsidRoot w:val="00A11B2C"/><w:rsid w:val="00A11B2C"/></w:rsids>',
    )
    _put(
        parts, SETTINGS, "<w:decimalSymbol", '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1"/>', before=True
    )
    _put(parts, SETTINGS, "<w:compat>", '<w:footnotePr><w:footnote w:id="-1"/></w:footnotePr>', before=True)


def rsids(parts: Parts) -> None:
    """Number the sessions in which paragraphs and runs were written."""
    text = parts[BODY].decode().replace("<w:p>", '<w:p w:rsidR="00A11B2C" w:rsidRDefault="00A11B2C">')
    text = text.replace("<w:r>", '<w:r w:rsidRPr="00A11B2C">').replace(
        "<w:sectPr>", '<w:sectPr w:rsidR="00A11B2C">'
    )
    parts[BODY] = text.encode()


def theme(parts: Parts) -> None:
    """Add a theme, settings for the web, a table of fonts, notes that hold separators."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    parts["word/theme/theme1.xml"] = f'<a:theme xmlns:a="{drawing}" name="Office"/>'.encode()
    parts["word/webSettings.xml"] = f"<w:webSettings {_W}><w:optimizeForBrowser/></w:webSettings>".encode()
    parts["word/fontTable.xml"] = f'<w:fonts {_W}><w:font w:name="等线"/></w:fonts>'.encode()
    for name in ("footnote", "endnote"):
        separators = "".join(
            f'<w:{name} w:type="{kind}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{name}>'
            for kind in ("separator", "continuationSeparator")
        )
        parts[f"word/{name}s.xml"] = f"<w:{name}s {_W}>{separators}</w:{name}s>".encode()
        link = f'<Relationship Id="n{name}" Type="{_LINKS}/{name}s" Target="{name}s.xml"/>'
        _put(parts, "word/_rels/document.xml.rels", "</Relationships>", link, before=True)


def properties(parts: Parts) -> None:
    """Note who saved the file, and when, and count its words."""
    saved = "<cp:lastModifiedBy>王芳</cp:lastModifiedBy><cp:revision>3</cp:revision>"
    _put(parts, CORE, "<dc:language>", saved, before=True)
    parts["docProps/app.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Template>Normal.dotm</Template><TotalTime>1</TotalTime><Pages>5</Pages>"
        b"<Application>Microsoft Office Word</Application></Properties>"
    )
    link = f'<Relationship Id="app" Type="{_LINKS}/extended-properties" Target="docProps/app.xml"/>'
    _put(parts, "_rels/.rels", "</Relationships>", link, before=True)


def newer_attributes(parts: Parts) -> None:
    """Number paragraphs, and say how controls look."""
    text = parts[BODY].decode().replace("<w:document", f"<w:document{_NAMESPACES}", 1)
    numbers = iter(range(0x10000000, 0x7FFFFFFF))
    text = re.sub("<w:p>", lambda _p: f'<w:p w14:paraId="{next(numbers):X}" w14:textId="77777777">', text)
    text = text.replace(
        "</w:sdtPr>", '<w15:appearance w15:val="boundingBox"/><w15:color w:val="000000"/></w:sdtPr>'
    )
    parts[BODY] = text.encode()


def spelling(parts: Parts) -> None:
    """Mark what is misspelt, where pages ended, and where somebody wrote last."""
    text = parts[BODY].decode()
    text = text.replace(
        "<w:r><w:t>谢谢", '<w:proofErr w:type="spellStart"/><w:r><w:lastRenderedPageBreak/><w:t>谢谢'
    )
    last = '<w:bookmarkStart w:id="999" w:name="_GoBack"/><w:bookmarkEnd w:id="999"/>'
    parts[BODY] = text.replace("谢谢大家！</w:t></w:r>", f"谢谢大家！</w:t></w:r>{last}").encode()


def split_runs(parts: Parts) -> None:
    """Divide runs by scripts, with a hint for the font, and give marks of paragraphs one."""
    text = parts[BODY].decode()
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    text = text.replace("<w:r><w:t>谢谢大家！", f"<w:r>{hint}<w:t>谢谢</w:t></w:r><w:r>{hint}<w:t>大家！")
    mark = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:pPr>'
    parts[BODY] = text.replace("</w:pPr>", mark).encode()


def latent_styles(parts: Parts) -> None:
    """List all styles of Word, drop what is the default, count indents anew, add styles of Word's own."""
    text = parts[STYLES].decode()
    entry = '<w:lsdException w:name="Normal" w:uiPriority="0" w:qFormat="1"/>'
    text = re.sub(r"(<w:latentStyles[^>]*)/>", rf"\1>{entry}</w:latentStyles>", text)
    for name in ("kinsoku", "autoSpaceDE", "autoSpaceDN", "snapToGrid"):
        text = text.replace(f'<w:{name} w:val="1"/>', "")
    text = text.replace('w:firstLine="632"', 'w:firstLine="640"')
    own = '<w:style w:type="table" w:styleId="af"><w:name w:val="Table Grid"/></w:style></w:styles>'
    parts[STYLES] = text.replace("</w:styles>", own).encode()


def ids_of_styles(parts: Parts) -> None:
    """Name the styles in Word's own way, by a Chinese Word."""
    for part in (BODY, STYLES, FOOTER, "word/footer2.xml", COMMENTS):
        text = parts[part].decode()
        for old, new in _IDS.items():
            text = re.sub(rf'(w:(?:styleId|val))="{old}"', rf'\1="{new}"', text)
        # The names of styles are values as well.
        for old, new in _IDS.items():
            text = text.replace(f'<w:name w:val="{new}"/>', f'<w:name w:val="{old}"/>')
        parts[part] = text.encode()


SAVED = {
    "settings": settings,
    "rsids": rsids,
    "theme, fonts, notes": theme,
    "properties": properties,
    "newer attributes": newer_attributes,
    "spelling": spelling,
    "split runs": split_runs,
    "latent styles": latent_styles,
    "ids of styles": ids_of_styles,
}


def _put(parts: Parts, name: str, place: str, markup: str, *, before: bool = False) -> None:
    text = parts[name].decode()
    assert place in text, f"{place} is not in {name}"
    parts[name] = text.replace(place, f"{markup}{place}" if before else f"{place}{markup}", 1).encode()
