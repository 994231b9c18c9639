"""Text that templates, markup and formats would each like to read as their own."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = [
    *("<", ">", "&", "&amp;", "]]>", "<!--", "-->", "<p>", "</speech>", "<?x?>", "'", '"', "&#65;"),
    *("{{", "}}", "{%", "%}", "{#", "{{ meeting.name }}", "{focus}", "%s", "$x$", "\\", "\\n", "\\*"),
    *(
        "*市",
        "_总书记",
        "**",
        "__",
        "~~",
        "`",
        "```",
        "#",
        "# ",
        "> ",
        "- ",
        "+ ",
        "1. ",
        "1)",
        "(1) ",
        "a. ",
    ),
    *(
        "[a](b)",
        "![a](b)",
        "<http://a.b>",
        "http://a.b",
        "a@b.cn",
        "^a^",
        "~a~",
        "|",
        ":-",
        "---",
        "...",
        ": ",
    ),
    *("🙂", "👨‍👩‍👧", "𠮷", "𠀀", "\u202e", "\u200f", "\u200b", "\ufeff", "é", "e\u0301", "　", "  ", "\xa0"),
    *(
        "，",
        "。",
        "“",
        "”",
        "（",
        "）",
        "《",
        "》",
        "全市",
        "会议",
        "2025年",
        "95%",
        "2～3",
        "GB/T",
        "a",
        "9",
    ),
]
CHARACTERS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
LINES = st.lists(st.sampled_from(PIECES) | st.text(CHARACTERS, max_size=3), min_size=1, max_size=8).map(
    "".join
)

# Words in one line, as the model keeps them.
WORDS = LINES.map(str.strip).filter(bool)
PROSE = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
