"""The ids of drafter's styles: docx/write/styles.py defines the styles, and the text names them."""

from __future__ import annotations

TITLE = "Title"
BYLINE = "GwByline"
SALUTATION = "Salutation"
BODY = "BodyText"
SIGNATURE = "GwSignature"
OUTLINE_TITLE = "GwOutlineTitle"
OUTLINES = ("GwOutline1", "GwOutline2")
HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")
FOOTER = "Footer"
LEAD = "GwLead"
BLANK = "PlaceholderText"
COMMENT_TEXT = "CommentText"
COMMENT_REFERENCE = "CommentReference"
NORMAL = "Normal"

# The name of each, by which other programs keep it while they change the ids. Word translates the English
# names of its own styles; those of this genre are Chinese.
NAMES = {
    NORMAL: "Normal",
    TITLE: "Title",
    BYLINE: "公文署名日期",
    SALUTATION: "Salutation",
    BODY: "Body Text",
    SIGNATURE: "公文落款",
    OUTLINE_TITLE: "提纲标题",
    OUTLINES[0]: "提纲一级",
    OUTLINES[1]: "提纲二级",
    **{identifier: f"Heading {level}" for level, identifier in enumerate(HEADINGS, 1)},
    FOOTER: "Footer",
    LEAD: "公文段首句",
    BLANK: "Placeholder Text",
    COMMENT_TEXT: "annotation text",
    COMMENT_REFERENCE: "annotation reference",
}
# What the body is called in a file whose own "Body Text" is another style.
HOUSE_BODY_NAME = "公文正文"
CHARACTER_STYLES = (LEAD, BLANK, COMMENT_REFERENCE)
