"""The building block that a control shows once it is emptied: 【待补】 in the place of Word's own words."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from drafter.word import names
from drafter.word.controls import EMPTIED, PLACEHOLDER
from drafter.word.markup import DECLARATION, NAMESPACE, run

# Any will do, as long as it is the same in every file.
_GUID = "{6C0F7B1E-5D0A-4E55-9C1B-2F6D1A7E9C04}"
_PART = (
    f'{DECLARATION}<w:glossaryDocument xmlns:w="{NAMESPACE}"><w:docParts><w:docPart><w:docPartPr>'
    f'<w:name w:val="{PLACEHOLDER}"/><w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/>'
    '</w:category><w:types><w:type w:val="bbPlcHdr"/></w:types>'
    f'<w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="{_GUID}"/></w:docPartPr>'
    f"<w:docPartBody><w:p>{run(EMPTIED, names.BLANK)}</w:p></w:docPartBody>"
    "</w:docPart></w:docParts></w:glossaryDocument>"
)
_STYLES = (
    f'{DECLARATION}<w:styles xmlns:w="{NAMESPACE}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    f'<w:style w:type="character" w:styleId="{names.BLANK}"><w:name w:val="Placeholder Text"/></w:style>'
    "</w:styles>"
)


def add_glossary(document: Document) -> None:
    """Add the building block, which all controls name as their placeholder (ECMA-376-1, 17.12)."""
    package = document.part.package
    assert package is not None
    uri, styles = PackURI("/word/glossary/document.xml"), PackURI("/word/glossary/styles.xml")
    part = Part(uri, CONTENT_TYPE.WML_DOCUMENT_GLOSSARY, _PART.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)
    part.relate_to(Part(styles, CONTENT_TYPE.WML_STYLES, _STYLES.encode(), package), RELATIONSHIP_TYPE.STYLES)
