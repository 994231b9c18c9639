"""Bounds and words of the fields of layouts: lengths, type sizes, fonts, colours."""

from msgspec import Meta

# Word's own table of Chinese type sizes, in points.
SIZES: dict[str, float] = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5,
}  # fmt: skip
POINTS_PER_MM = 72 / 25.4
_DIGITS = str.maketrans("12345678", "一二三四五六七八")


def read_size(text: str) -> str:
    """Return a size, by name (三号, 3号) or with its unit (16磅, 16pt), as the digits of its points.

    Any other text is returned unchanged; it is refused as no number.
    """
    name = text.strip().translate(_DIGITS)
    if name in SIZES:
        return f"{SIZES[name]:g}"
    return text.strip().removesuffix("pt").removesuffix("磅").strip()


def millimetres(title: str, description: str, least: float, most: float) -> Meta:
    """Return the bounds and words of a length in millimetres."""
    return Meta(ge=least, le=most, title=title, description=f"毫米；{description}")


def pitch(title: str, most: float, description: str = "") -> Meta:
    """Return the bounds and words of a line pitch in points."""
    return Meta(ge=8, le=most, title=title, description=f"磅，固定值{description}")


def size(title: str) -> Meta:
    """Return the bounds and words of a type size, which Word stores in half points."""
    return Meta(
        ge=5,
        le=72,
        multiple_of=0.5,
        title=title,
        description="字号名（三号）或磅数（16），5 至 72 磅，可到半磅",
        extra={"read": read_size},
        extra_json_schema={"type": ["number", "string"]},
    )


def font(title: str) -> Meta:
    """Return the bounds and words of a font's name: no characters that XML or a font table cannot hold."""
    pattern = r'^[^\x00-\x1f<>&"]{1,31}$'
    return Meta(pattern=pattern, title=title, description="字体名，须与电脑上安装的一致")


def colour(title: str) -> Meta:
    """Return the bounds and words of a colour."""
    return Meta(pattern="^[0-9A-Fa-f]{6}$", title=title, description="六位十六进制 RRGGBB，不加 #")


def flag(title: str, description: str = "true 或 false") -> Meta:
    """Return the words of a field that is true or false."""
    return Meta(title=title, description=description)
