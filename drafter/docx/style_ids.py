"""The ids of the styles, by which the body names what the base defines."""

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
# Its name, which LibreOffice keeps where it gives styles ids of its own.
LEAD_NAME = "公文段首句"
BLANK = "PlaceholderText"
COMMENT_TEXT = "CommentText"
COMMENT_REFERENCE = "CommentReference"

# On either side of a page number (GB/T 9704-2012, 7.5), and before the number of all pages.
DASH = "—"
OF = "/"
