"""Types that fields of several models share: kinds of text, and names of things."""

from typing import Annotated, Literal

from msgspec import Meta

from drafter.models.scalars import NUMERAL

NumberingName = Annotated[
    Literal["无", "第一", "首先", "一要", "一是", "（一）", "1.", "（1）"], Meta(extra={"name": True})
]

# The name of something in the library; no words of the speech, and so no value in it.
Name = Annotated[str, Meta(extra={"name": True})]

# Ids of things in the library that also have Chinese names.
KindName = Annotated[str, Meta(extra={"name": True, "of": "kind"})]
LayoutName = Annotated[str, Meta(extra={"name": True, "of": "layout"})]
RoleName = Annotated[str, Meta(extra={"name": True, "of": "role"})]

# How much is said: of a speech, or the least at which an item is said. A name, since templates put
# it into attributes of the markup.
Depth = Literal["brief", "standard", "full"]
DepthName = Annotated[
    Depth, Meta(extra={"name": True, "names": {"brief": "简", "standard": "中", "full": "详"}})
]

# Prose keeps its line breaks, each of which starts a paragraph; any other text is one line.
Prose = Annotated[str, Meta(extra={"prose": True})]

# A whole sentence: too long for a content control of its own.
Sentence = Annotated[str, Meta(extra={"sentence": True})]

# A number as a speech says it: 35, 8万, 95%以上, 九成.
Amount = Annotated[str, Meta(pattern=NUMERAL)]
# A few words: a unit, a deadline, a person with his post.
SHORT = 200
ShortText = Annotated[str, Meta(max_length=SHORT)]

# Where a fact stands on its sheet: the line, the sentence in it, the clause in that.
Order = Annotated[str, Meta(pattern=r"^[0-9]{1,3}(\.[0-9]{1,3}){0,2}$")]

# The name of a person, above which a reading copy may print pinyin.
PersonName = Annotated[str, Meta(extra={"person": True})]

# Patterns of sentences, with the placeholders that each may use.
HeadingPattern = Annotated[str, Meta(extra={"placeholders": ("focus", "aim", "tail")})]
FactPattern = Annotated[str, Meta(extra={"placeholders": ("name", "value", "unit")})]

# In a list of this kind an empty item counts: it stands for the template's own.
PLACES_COUNT = {"keeps_empty": True}
