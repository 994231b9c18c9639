"""What one writes and does not say: numbers of items, half-width marks, blanks, doubled commas."""

from __future__ import annotations

from functools import lru_cache

from drafter.facts import patterns as re

_HALF = str.maketrans({",": "，", ";": "；", "?": "？", "!": "！"})
# The number of an item that was not cut off: 2、…, （1）…, 8.11月15日; 8、9两月 are months.
_NUMBERING = re.compile(
    r"^(?:\d{1,2}[．、](?!\d{1,2}[两三、月日号])|[（(]\d{1,2}[）)]|\d{1,2}\.(?=\d{1,2}月))(?=\d|[\u4e00-\u9fff])"
)
# What announces a list of which one item is told elsewhere: 重的有这么几样：①.
_LIST_OF = re.compile("^[\u4e00-\u9fff]{1,10}(?:几|[两三四五六七八九])[样条处点个件项][，：](?=[①②③])")
# 青苗补偿每亩多少，报来是1200
_REPORTED = re.compile(
    "(?<=[一-鿿])(?:多少钱?|多[久长高宽重])，(?:现在|目前)?报(?:来|上来)?的?(?:[写填标]的?)?是?(?=\\d)"
    "|(?:厂家|厂商|(?:供货|施工)[商方队]|[省市县区镇乡村校院厂]里)?报(?:来|上来)的?(?:[写填标]的?)?(?=是\\d)"
)
# 报来写的是“12”: a figure as it was written, with the blank for its unit.
_QUOTED_FIGURE = re.compile(r"“(\d+(?:\.\d+)?(?:\ue001[^\ue003]*\ue003)?)(?:”|$)")
# What is told here is told as it is, wherever the other side stands.
_OTHER_SIDE = re.compile("^(?:但|不过|当然)?也?还?有(?:好|可喜|叫人高兴|让人高兴)的一面[，：]")
# What so many did, of which what is behind it is left out: 兴和社区38家先做完的.
_DID = re.compile("(?<=\\d[\u4e00-\u9fff])(先[\u4e00-\u9fff]{1,2}[完好成])的$")


@lru_cache(maxsize=4096)
def tidied(text: str) -> str:
    """Return words of the sheet as they are said, without marks at their ends."""
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    # A full stop of half width, as some keyboards set it.
    text = re.sub(r"(?<=[\u4e00-\u9fff%）”])\.(?=$|[\u4e00-\u9fff“\d])", "。", text)
    text = re.sub(
        r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff\d])|(?<=[\d%]) +(?=[\u4e00-\u9fff])",
        "",
        text.translate(_HALF),
    ).strip()
    text = _QUOTED_FIGURE.sub(r"\1", text)
    text = _OTHER_SIDE.sub("", _REPORTED.sub("", _LIST_OF.sub("", text)))
    text = re.sub("^[①-⑳]", "", text)
    # An ordinal of the sheet; the speech counts its own.
    text = re.sub("^[一二三四五六七八九]是(?!.*[，；][一二三四五六七八九]是)(?=[\u4e00-\u9fff])", "", text)
    text = _NUMBERING.sub("", text)
    text = re.sub(r"(?<=[\u4e00-\u9fff]):(?=[\u4e00-\u9fff])", "：", text)
    text = re.sub("“([^”“]*)“", r"“\1”", text.replace('"', "“"))
    # A dash within a sentence is a pause.
    text = re.sub("(?<=[\u4e00-\u9fff”）])——(?=[\u4e00-\u9fff“])", "，", text)
    text = re.sub("，{2,}", "，", text).strip("，,。；;：: ")
    text = _DID.sub(r"\1了", text)
    # The sentence has its own stop behind what is quoted.
    text = re.sub("。”$", "”", text)
    return re.sub("^（([^（）]*)）$", r"\1", text)
