"""The ids of drafter's styles, which the base package defines and the body names."""

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
# The name of that style, which LibreOffice keeps when it changes the ids.
LEAD_NAME = "公文段首句"
BLANK = "PlaceholderText"
COMMENT_TEXT = "CommentText"
COMMENT_REFERENCE = "CommentReference"
