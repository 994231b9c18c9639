"""What a bare wish is about: the clause in front of it, past those that only go on about its matter."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.missing.blanks import is_blank
from drafter.facts.sheet import IntentKind
from drafter.facts.wishes.wish_forms import IF_ASKED, WEIGHT, form_of, subject_of

_EVENT = re.compile(
    r"\d月(?:份|底)?要([一-鿿]{3,8})$|(?:书记|[县市区镇乡局院校矿厂]长|主任|董事长|总经理)[一-鿿]{0,4}(?:讲|说|谈)([一-鿿]{2,8})$"
)
# 那3个分社不点，但要骂醒: those whom the wish in front spares, and not all of their sort.
_THOSE = re.compile(r"那\d+[个家][一-鿿]{2,8}?(?=[都也]?(?:不|别))")
# 心里知道: an aside of the leader, which names nothing.
_IDLE = re.compile(
    "^[一-鿿]{2,4}(?:就|也|还)?(?:在台下|在场|在座)|心里|大家都?(?:知道|清楚|明白)|都知道|不用说"
)
_FIGURE_WORD = "(?:具体)?(?:数字?|人数|户数|金额|多少(?:钱)?|几[个号天月]|哪天|日子|日期)"
_FIGURE_UNSAID = re.compile(
    f"(?:这个)?{_FIGURE_WORD}(?:就|也|都)*(?:不|别|莫)要?(?:报|说|念|提|讲|写)|(?:都|也|就)?(?:不|别|莫)要?(?:报|说|念|提|讲|写){_FIGURE_WORD}"
)
_FIGURE = re.compile(r"\d[\d.]*(?:%|[万亿]?[一-鿿])")
# 停吊那条，大家最怕担责任，这个要讲明白
_TOPIC = re.compile("[那这](?:一?[条件块桩]事?|个?事)$")
# 区里办法没出: the matter in front is open.
_NOT_YET = re.compile(
    "(?:还|都|也|尚)?[没未](?:有)?(?:定|批|过|开|出|出来|下来|批下来|定下来|上会|着落|准信|谱|数|结论|眉目|给话)$|^不(?:能|要)?(?:答应|许愿|承诺)|^别(?:答应|许愿|承诺)"
)
# 暑期补课上面有规定，另外发文，会上不讲: where else it is told.
_ELSEWHERE = re.compile("(?:另外?|另行|会后|后面|以后|随后)(?!一)[一-鿿]{1,6}$|只(?:摆|讲|说|报)[^，]{1,6}$")

# 以前定过, 后勤科上周开过会, 另外开会: that those in front know it already, or will hear of it elsewhere.
_TOLD = re.compile(
    "[^，]{2,20}已经?(?:都|全|详?细|当面)*(?:讲|说|通报|布置|部署|强调|传达|交代)(?:过|了|透|细|清楚?)*|[^，]{0,16}(?:(?:[讲说定发谈学]|通报|布置|部署|强调|传达|印发|交代|安排|处理|报修|解决|开)过(?:会|文|了|通知)?"
    "|(?:另外|另行|专门|单独|自己|下周|下个?月|下次|改天|回头|会后|以后|明年)[^，]{0,6}(?:开会|讲|说|谈|布置|部署|发文|发通知|通知|印发|安排))"
)


def is_elsewhere(text: str) -> bool:
    """Whether a clause only tells that its matter is told elsewhere: 以前定过, 另外开会."""
    return _TOLD.fullmatch(text) is not None


def _open_matter(text: str) -> tuple[str, ...]:
    """Return the matter of a clause that tells it to be open: 扣绩效的数没出来，别说数."""
    return object_before(text) if text and is_open(text) else ()


# 一户不落，肯定: so many are nobody who is praised.
_SO_MANY = re.compile(r"[一两几半\d]+[个户人家名位处件条天]")


def who_are_named(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a wish for people without those that only count some."""
    return tuple(word for word in words if _SO_MANY.fullmatch(word) is None)


def is_open(text: str) -> bool:
    """Whether a clause tells that something is missing, or not settled yet: 教代会还没过."""
    return is_blank(text) or _NOT_YET.search(text) is not None


def is_bare_open(text: str) -> bool:
    """Whether a clause tells that something is open, and not what: 还没批."""
    return _NOT_YET.fullmatch(text) is not None


def leans(text: str) -> bool:
    """Whether a clause only goes on about the matter in front: that it is open, or told elsewhere."""
    told = _ELSEWHERE.match(text) or is_elsewhere(text)
    return bool(told or _IDLE.match(text) or IF_ASKED.fullmatch(text) or is_open(text))


def object_before(text: str) -> tuple[str, ...]:
    """Return what the clause in front of a bare wish is about: the object of its own wish, or its subject."""
    if WEIGHT.fullmatch(text):
        return ()
    if those := _THOSE.match(text):
        return (those[0],)
    if event := _EVENT.search(text):
        # 城管局8月要机构改革，不要碰这个
        return (event[1] or event[2],)
    form = form_of(text) if text else None
    if form and form.kind is IntentKind.QUOTE:
        # Words that may be said are no matter.
        return ()
    return form.words if form and form.words else subject_of(text) if text else ()


def unsaid_figure(text: str, before: str) -> tuple[str, ...] | None:
    """Return what a wish that figures stay unsaid is about, None for another wish: 那46人……，不要说数."""
    if _FIGURE_UNSAID.fullmatch(text) is None:
        return None
    return tuple(_FIGURE.findall(before)) or _open_matter(before)


def is_topic(text: str) -> bool:
    """Whether a clause only names what those behind it are about: 停吊那条."""
    return _TOPIC.search(text) is not None
