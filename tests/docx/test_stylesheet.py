"""The styles of a document are found by name and followed up what they are based on."""

from __future__ import annotations

from lxml import etree

from drafter.docx.ooxml import NAMESPACES
from drafter.docx.stylesheet import StyleSheet


def style(identifier: str, name: str, inside: str = "", **attributes: str) -> etree._Element:
    given = "".join(f' w:{key}="{value}"' for key, value in attributes.items())
    return etree.fromstring(
        f'<w:style xmlns:w="{NAMESPACES["w"]}" w:type="paragraph" w:styleId="{identifier}"{given}>'
        f'<w:name w:val="{name}"/>{inside}</w:style>'
    )


def sheet(*styles: etree._Element) -> StyleSheet:
    root = etree.Element(f"{{{NAMESPACES['w']}}}styles")
    root.extend(styles)
    return StyleSheet(root)


def test_a_style_that_was_added_is_found_by_its_name() -> None:
    styles = sheet(style("a", "Normal"))
    assert ("paragraph", "title") not in styles.by_name

    styles.add(style("b", "Title"))

    assert styles.by_name["paragraph", "title"] == "b"


def test_a_style_that_was_removed_is_not_found_any_more() -> None:
    styles = sheet(style("a", "Title"), style("b", "标题"))
    assert styles.by_name["paragraph", "title"] == "a"

    styles.remove("a")

    assert styles.by_name["paragraph", "title"] == "b"


def test_the_first_of_several_default_styles_counts() -> None:
    styles = sheet(style("a", "a"), style("b", "b", default="1"), style("c", "c", default="1"))

    assert styles.default("paragraph") == "b"


def test_a_level_in_a_chain_of_many_styles_is_inherited_as_far_as_offices_chain() -> None:
    based = '<w:basedOn w:val="s{}"/>'
    chain = [style(f"s{number}", f"s{number}", based.format(number + 1)) for number in range(200)]
    end = style("s200", "s200", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')

    styles = sheet(*chain, end)

    assert (styles.outline_level("s190"), styles.outline_level("s0")) == (1, None)
