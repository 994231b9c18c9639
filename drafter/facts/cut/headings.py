"""Which lines of a sheet are headings, where they end, and what they say of what stands below."""

from __future__ import annotations

from msgspec import Struct

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue, has_cue
from drafter.facts.sheet import FactType
from drafter.facts.wishes.wish_forms import form_of

MARKER = re.compile(
    r"(?:[#]{1,6}\s+|[>|]\s*)?"
    r"(?:[×✗✘❌✅→➜⇒⚫⚪⬛⬜◾◽▶❑❖✦✧➢➤❍·•●○⊙☆◆◇■□▪◦※★◎▍▌▎§☑✔»*＊+▲△▶►➤✓√]\s*|[-—–]+\s*|[①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿]\s*"
    r"|[（(〔【](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）〕】]\s*"
    r"|\d{1,2}(?:、(?!\d{1,2}[日号两])|[．)）]|[.](?!\d)|[.](?=\d{1,4}[年月个])|[.](?=\d{3,6}[一-鿿]))\s*"
    r"|\d{1,2} +(?=[一-鿿]|20\d\d年|\d{1,2}月)(?![年月日号点时个台处名人户家次])"
    r"|[A-Za-z](?:[、．)）]|[.]\s)\s*"
    r"|(?:[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚])[、.．）)]\s*"
    r"|第[一二三四五六七八九十][，、：:]\s*"
    r"|[一二三四五六七八九十甲乙丙丁戊己庚][ \u3000]+(?=[一-鿿]|\d{1,2}月)"
    r"|(?:[一二三四五六七八九十]是)(?=[一-鿿\d“]))?"
)
BRACKETED = re.compile(
    r"[【〖\[［〔](?![\d一二三四五六七八九十]{1,3}[】〗\]］〕])(?P<title>[^】〗\]］〕]{1,20})[】〗\]］〕]\s*"
)
_BIG_MARKER = re.compile(
    r"(?:[■⚫⬛△⊙☆◆★▲▶►❖◎▍▌▎§]|#{1,6}\s|[〔【][一二三四五六七八九十]{1,3}[〕】]"
    r"|(?:[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚])[、.．）)]"
    r"|[一二三四五六七八九十甲乙丙丁戊己庚][ \u3000]+(?=[一-鿿]{1,8}(?:[：:]|[ ]*(?:\n|$))))"
)
TAIL = re.compile(r"[（(][^（()）]{1,40}[)）][：: ]*$")
# A short line with one of these states something and is no heading: 验收是自己验自己.
_STATES = re.compile(r"\d|(?<!不)是|[被把]|没人|[了过]$")
# 2026年打算 is a heading for all its figures.
_YEAR = re.compile(r"20\d\d年?")
# ——数字——: a heading between rules.
_RULED = re.compile(
    r"[—–=＝~～*＊#-]{2,}\s*(?P<title>[^—–=＝~～*＊#，,。；;：:\d-]{1,16}?)\s*[—–=＝~～*＊#-]{2,}$"
)


# △讲话△: a heading between two signs; 附：领导关注: one behind a word that only opens it.
_FRAMED = re.compile(
    r"(?P<sign>[△▲◆★●○◇☆■□※*+])\s*(?P<title>[^，,。；;：:△▲◆★●○◇☆■□※*+]{1,16}?)\s*(?P=sign)"
    r"|(?:附件?\d?|另附|附录)[：: ]\s*[^，,。；;：:\d]{2,12}$"
)


# Labels of the head hold for one sentence; what follows them is something else.
ONE_SENTENCE = frozenset(
    (
        "name",
        "when",
        "venue",
        "main-venue",
        "branch-venues",
        "attendance",
        "host",
        "organiser",
        "mode",
        "speaker",
        "minutes",
    )
)


# Classes of headings that a list of items follows.
_ITEMS = frozenset(("task", "problem", "cause", "check", "promise", "case", "intent"))
INLINE = ONE_SENTENCE | {"agenda", "agenda-before", "agenda-after"}


class Title(Struct, frozen=True):
    """A heading: where its words stand and where the line goes on behind it.

    ``own``: brackets or rules make it a heading; ``inline``: it is a label of the head in 【】.
    """

    start: int
    end: int
    rest: int
    own: bool = False
    big: bool = False
    inline: re.Match[str] | None = None


# 手头能给你的数, 情况给你捋一下: what hands over the material, and tells of no kind of it.
_HANDS_OVER = re.compile(
    r"[给跟对]你(?!们)|捋|手(?:头|里|上|边)(?:上|里|边)?(?!的?(?:活|事|任务|工作))"
    r"|(?:能|可以?|会)(?:给|用|找到?|凑到?|查到?|拿到?|提供)的?(?:[一-鿿]{0,4}(?:数|数字|数据|料|材料|情况|东西|素材))"
    r"|(?:数|数字|数据|料|材料|情况|东西|素材|底子?|家底)[一-鿿]{0,4}(?:在这[儿里]?|如下|就这些)"
    r"|^(?:写稿|起草)?(?:用的|能用的|可用的)?(?:材料|素材|资料|数字|数据|数)$"
    r"|^(?:材?料|数字?)(?:还|也)?不(?:全|齐|多)(?:，[一-鿿]{0,4}用着?)?$"
    r"|^(?:就|只)?有(?:这|以下|下面)(?:些|点|几样)?(?:料|数|材料|素材|情况|东西)$|^(?:能|可)?用的料$"
)
_SAYS_IT = re.compile("[一-鿿]{1,10}(?:局|台|站|中心|办|处|科)(?:预测|预报|预计|研判)")
# 家长最不满意的是： what they mind is said with who does.
_MINDS = re.compile("[一-鿿]{2,}最?(?:不满|不放心|头疼|揪心|担心|恼火|着急|怕)")
# A word of these makes it a kind of its own all the same: 手头的问题清单.
_IS_KIND = re.compile(
    "问题|短板|隐患|承诺|答应|任务|要求|原因|成绩|经费|分工|督[查导]|诉求|进度|依据|能办|要[干办做抓]"
)


def hands_over(title: str) -> bool:
    """Return whether a heading only hands over the material: 我手头能给你的数, 情况给你捋一下."""
    return _HANDS_OVER.search(title) is not None and _IS_KIND.search(title) is None


# What is wrong, line by line; behind one thing that went wrong the same word tells why: 事后查，毛病是……
_FAULTS = re.compile("(?:主要|存在的?|眼下的?|现在的?)?毛病")


# 要求（领导）： what the leader wants of the speech, whatever the word in front.
OF_LEADER = re.compile(
    "[（(][一-鿿]{0,3}(?:领导|书记|[省市县区镇乡局院校矿厂场]长|主任|[一-鿿]总)(?:的|意思|交代|提的|要求|说的)?[)）]$"
)


def title_class(title: str) -> str:
    """Return what a heading or a label says of what follows: by its known words, else by its grammar."""
    if hands_over(title):
        return "facts"
    if OF_LEADER.search(title):
        return "intent"
    known = first_cue("label", title)
    if known == "cause" and _FAULTS.fullmatch(title):
        return "problem"
    # 要说的难 tells more than that something is to be said.
    if known not in ("", "facts"):
        return known
    grammar = first_cue("heading", title)
    if grammar == "intent" and LEADER_SAYS.fullmatch(title):
        # 校长要讲 heads what is for those in the hall.
        return FactType.STANCE
    return known if grammar in ("", "intent") and known else grammar


# 书记要说的：向家属道谢: what the leader wants said, in wishes more often than in facts.
LEADER_SAYS = re.compile(
    "(?:领导|书记|[省市县区镇乡局院校矿厂]长|主任|总经理|董事长)(?:自己)?(?:要|想)(?:(?:说|讲)的(?:话|几句)?|讲)"
)
# 场长说二工区要批评, 镇长的意思是讲得家常点, 院长意思 少念数: what he wants, told within a sentence.
LEADER_WANTS = re.compile(
    "[一-鿿]{0,2}?(?:领导|书记|[省市县区镇乡局院校矿厂场所站]长|主任|总经理|董事长|[一-鿿][总董]|[他她])(?:还|也|又|特意|特别|自己|专门)*"
    "(?:说了?(?![话明过])|讲了|交代了?|叮嘱了?|的?(?:意思|想法)就?是|意思是|的?(?:意思|意见|交代)$"
    "|希望(?=讲|稿|话))[ ，,]?"
)


def label_class(label: str) -> str:
    """Return what a label on a line says. A 不 or 没 in it tells less than in a heading."""
    if hands_over(label):
        return "facts"
    if _SAYS_IT.fullmatch(label) or label.endswith("的是") and _MINDS.search(label):
        # 县气象局预测： who says so is said with it.
        return ""
    found = first_cue("label", label)
    if found in ("", "facts") and LEADER_SAYS.fullmatch(label):
        return "maybe-intent"
    grammar = "" if found else first_cue("heading", label)
    return found or ("" if grammar in ("problem", "fund") else grammar)


def mark_class(text: str, start: int, end: int) -> str:
    """Return what the mark at the front of a line says: × of a problem, → of a task; "" of most."""
    sign = text[start : start + 1] if start < end else ""
    return "problem" if sign and sign in "×✗✘❌" else "task" if sign and sign in "→➜⇒" else ""


def marker_kind(text: str, start: int, end: int) -> str:
    """Return what kind of sign a line opens with: its figures as one kind; "" without any."""
    marker = MARKER.match(text, start, end)
    return re.sub(r"[\d①-⑳⑴-⒇一二三四五六七八九十A-Za-z]+", "1", marker[0].strip()) if marker else ""


def find_heading(text: str, start: int, end: int, number: int, item: bool = False) -> Title | None:
    """Return the heading with which the line ``number`` opens, None if it opens with none.

    ``item``: the line before opens with the same sign, so that this is one more item of a list.
    """
    if ruled := _RULED.fullmatch(text, start, end) or _FRAMED.fullmatch(text, start, end):
        start = ruled.start("title") if ruled["title"] else start
        return Title(start, ruled.end("title") if ruled["title"] else end, end, own=True)
    marker = MARKER.match(text, start, end)
    marked = marker.end() if marker else start
    bracket = BRACKETED.match(text, marked, end)
    if bracket:
        inline = bracket.end() < end and first_cue("label", bracket["title"]) in INLINE
        spot = (bracket.start("title"), bracket.end("title"), bracket.end())
        return Title(*spot, own=True, inline=bracket if inline else None)
    big = is_big(text, start, end) and not _is_bullet(text, start, end, item)
    listed = number > 1 and marked == start and _is_list_title(text[start:end]) and _opens_list(text, end)
    if not listed and not _is_heading(text[marked:end], big, item):
        return None
    title = TAIL.sub("", text[marked:end]).rstrip("：: ")
    if names_paper(title, number):
        return Title(marked, end, end, big=big)
    # 今年的变化（可以当众答应）： the bracket goes with the heading.
    aside = re.match(r"[（(][^（()）]{2,16}[)）]", text[marked + len(title) : end])
    goes = aside is not None and (first_cue("label", aside[0]) == "promise" or OF_LEADER.search(aside[0]))
    # 老师们讲的（答复口径已定） heads what was asked.
    goes = goes and title_class(title) != "request"
    size = len(title) + (aside.end() if aside and goes else 0)
    return Title(marked, marked + size, marked + size, big=big)


# 材料单（校办 5月21日）: what the paper is, and whose; it heads nothing.
# 请办公室3月4日前拿出初稿，要求如下：: what is wanted of the writer.
_PAPER = re.compile(
    "[一-鿿]{0,6}(?:材料|任务|素材|备稿|情况|起草|供稿)单"
    "|[^，。]{0,24}(?:拿出|拿|报送?|交|提供|完成|起草|代拟)[^，。]{0,6}(?:初稿|稿子|讲话稿?|送审稿|代拟稿)"
    "，?(?:具体|有关|相关)?(?:要求|事项|情况|材料|内容)如下"
)
_TOP = 3


def names_paper(title: str, number: int) -> bool:
    """Whether a heading in one of the first lines only names the paper: 材料单, and who made it and when."""
    return number <= _TOP and _PAPER.fullmatch(TAIL.sub("", title).rstrip("：: ")) is not None


def _is_bullet(text: str, start: int, end: int, item: bool) -> bool:
    """Whether a line with a sign such as ★ is one of a list: the line behind has the same, or ends the list.

    ``item``: the line before has the same sign.
    """
    kind = marker_kind(text, start, end)
    if not kind or "1" in kind:
        return False
    following = re.compile(r"\s*").match(text, end)
    below = following.end() if following else end
    ends = below >= len(text) or is_big(text, below, len(text))
    return marker_kind(text, below, len(text)) == kind or item and ends


def is_big(text: str, start: int, end: int) -> bool:
    """Whether a line opens with a sign that numbers the sections of a sheet: 一、 ■ #."""
    return bool(_BIG_MARKER.match(text, start, end))


def _opens_list(text: str, end: int) -> bool:
    """Whether the next line that says something behind ``end`` is an item of a list."""
    following = re.compile(r"\s*").match(text, end)
    start = following.end() if following else end
    marker = MARKER.match(text, start)
    # A rule of dashes is no item.
    rule = re.compile(r"[—–=~*_-]{3,}[ \u3000]*(?:\n|$)").match(text, start)
    return marker is not None and marker.end() > start and rule is None


# 不讲形势大局那些 asks for something itself; 不能讲的 heads what is not to be told.
_WISHES = re.compile("(?:不|别|少)(?:要)?(?:再)?(?:讲|说|提|念|写|点|碰)(?!.*(?:的|事项|内容)$)")


# 事故是这么回事, 厂里6月5日定的: what only announces the lines below.
_ANNOUNCES = re.compile(
    r"(?:事故|事情|案子|案情|经过|情况|过程)(?:就?是)?(?:这么回事|这样的?|如下)"
    r"|[一-鿿]{1,8}\d{1,2}月\d{1,2}[日号](?:定|商量|研究)(?:好|下来|过)?的"
)


def _is_heading(content: str, big: bool, item: bool) -> bool:
    ended = content.endswith(("：", ":"))
    content = TAIL.sub("", content) + ("：" if ended and TAIL.search(content) else "")
    if len(content) <= 16 and ended:
        return True
    if len(content) <= 26 and content.endswith(("：", ":")) and not any(sign in content for sign in "。；;"):
        return title_class(content[:-1]) in _ITEMS
    if any(sign in content for sign in "。；;，,：:") or len(content) > 20:
        return False
    if _ANNOUNCES.fullmatch(content):
        return True
    if item and not big or not (ended or big) and _WISHES.match(content) and form_of(content):
        return False
    if len(content) <= 10 and first_cue("label", content) and not _STATES.search(_YEAR.sub("", content)):
        return True
    return big and bool(title_class(content) or not any(sign.isdigit() for sign in content))


def _is_list_title(content: str) -> bool:
    """Whether a bare line may be the title of the list below it: short, without figure or stop."""
    plain = 2 <= len(content) <= 14 and not any(
        sign.isdigit() or sign in "。；;，,：:、！!" for sign in content
    )
    return plain and not has_cue("venue-end", content) and not has_cue("post-end", content)
