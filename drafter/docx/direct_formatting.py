"""What a person set directly in a document, not by a style: bold, colour, size, font, alignment.

LibreOffice saves these as they are, and adds none of them to what has none. Indents are not among
them: it writes some out that the style has.
"""

from __future__ import annotations

from lxml import etree

from drafter.docx.ooxml import qn
from drafter.docx.write.xml import JOINER

# Of runs: the words that have them; what says "no" in its value is none.
_OF_RUNS = ("b", "i", "u", "strike", "dstrike", "em", "color", "highlight", "shd", "sz", "rFonts")
_RUN_LOOKS = {qn(f"w:{name}"): name for name in _OF_RUNS}
# Of paragraphs: how many have them. ``w:spacing`` also holds the space below, which we set.
_PARAGRAPH_LOOKS = {qn(f"w:{name}"): name for name in ("jc", "numPr", "pBdr", "spacing")}
_RUN, _RUN_PROPERTIES, _PARAGRAPH_PROPERTIES = map(qn, ("w:r", "w:rPr", "w:pPr"))
_TEXT, _ABOVE = qn("w:t"), qn("w:rt")
_VALUES = tuple(map(qn, ("w:val", "w:fill", "w:eastAsia")))
_LINE = qn("w:line")
_NO = ("0", "false", "none", "off")


def direct_formatting_of(body: etree._Element) -> tuple[str, ...]:
    """Return the looks in ``body``, each once: with its words, or with the number of its paragraphs."""
    words: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    for element in body.iter(*_RUN_LOOKS, *_PARAGRAPH_LOOKS):
        above = element.getparent()
        if above is None:
            continue
        if above.tag == _RUN_PROPERTIES and element.tag in _RUN_LOOKS:
            _add_words(words, element, above.getparent())
        elif above.tag == _PARAGRAPH_PROPERTIES and element.tag in _PARAGRAPH_LOOKS:
            name = _PARAGRAPH_LOOKS[str(element.tag)]
            if name != "spacing" or element.get(_LINE) is not None:
                counts[name] = counts.get(name, 0) + 1
    found = {name: "".join(texts) for name, texts in words.items()}
    told = [f"{name}:{text}" for name, text in found.items() if text]  # See also fingerprint.look_of_bold.
    return tuple(sorted([*told, *(f"{name}:{count}" for name, count in counts.items())]))


def _add_words(words: dict[str, list[str]], look: etree._Element, run: etree._Element | None) -> None:
    values = [value for name in _VALUES if (value := look.get(name)) is not None]
    name = _RUN_LOOKS[str(look.tag)]
    if run is None or run.tag != _RUN or any(value in _NO for value in values):
        return
    # A hint says which font is taken, not what it is.
    if name == "rFonts" and not values:
        return
    if next(run.iterancestors(_ABOVE), None) is None:
        texts = [text.text or "" for text in run.iterchildren(_TEXT)]
        words.setdefault(f"{name}={'/'.join(values)}", []).append("".join(texts).replace(JOINER, ""))
