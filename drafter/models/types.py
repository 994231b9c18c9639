"""What the fields of the models are made of: kinds of text, and names of things."""

from typing import Annotated, Literal

from msgspec import Meta

NumberingName = Annotated[
    Literal["无", "第一", "首先", "一要", "一是", "（一）", "1.", "（1）"], Meta(extra={"name": True})
]

# A name of something in the library; not words of the speech, and so never a field of it.
Name = Annotated[str, Meta(extra={"name": True})]

# How much is said: from which depth on an item is, or all of a speech. In the YAML it is a name:
# templates put it into attributes of the markup.
Depth = Literal["brief", "standard", "full"]
DepthName = Annotated[Depth, Meta(extra={"name": True})]

# Prose keeps its line breaks (each starts a paragraph); any other text is one line.
Prose = Annotated[str, Meta(extra={"prose": True})]

# A stretch of text on one line, too long to be a value in a frame of its own.
Sentence = Annotated[str, Meta(extra={"sentence": True})]

# The name of a person, which a reading copy may give in pinyin.
PersonName = Annotated[str, Meta(extra={"person": True})]

# Patterns of sentences, and the words in braces that each may use.
HeadingPattern = Annotated[str, Meta(extra={"placeholders": ("focus", "aim", "tail")})]
FactPattern = Annotated[str, Meta(extra={"placeholders": ("name", "value", "unit")})]

# An empty item of such a list still stands for one: the template's own.
PLACES_COUNT = {"keeps_empty": True}
