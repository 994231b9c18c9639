"""Types that fields of several models share: kinds of text, and names of things."""

from typing import Annotated, Literal

from msgspec import Meta

NumberingName = Annotated[
    Literal["无", "第一", "首先", "一要", "一是", "（一）", "1.", "（1）"], Meta(extra={"name": True})
]

# The name of something in the library; no words of the speech, and so no value in it.
Name = Annotated[str, Meta(extra={"name": True})]

# How much is said: of a speech, or the least at which an item is said. A name, since templates put
# it into attributes of the markup.
Depth = Literal["brief", "standard", "full"]
DepthName = Annotated[Depth, Meta(extra={"name": True})]

# Prose keeps its line breaks, each of which starts a paragraph; any other text is one line.
Prose = Annotated[str, Meta(extra={"prose": True})]

# A whole sentence: too long for a content control of its own.
Sentence = Annotated[str, Meta(extra={"sentence": True})]

# The name of a person, above which a reading copy may print pinyin.
PersonName = Annotated[str, Meta(extra={"person": True})]

# Patterns of sentences, with the placeholders that each may use.
HeadingPattern = Annotated[str, Meta(extra={"placeholders": ("focus", "aim", "tail")})]
FactPattern = Annotated[str, Meta(extra={"placeholders": ("name", "value", "unit")})]

# In a list of this kind an empty item counts: it stands for the template's own.
PLACES_COUNT = {"keeps_empty": True}
