"""What was to be filled in, taken out or cut off before a text is read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.check.truncation import cuts_of
from drafter.facts import patterns as re
from drafter.facts.wishes.to_writer import said_to_writer
from drafter.i18n import message

# What is written after a name or a number that was taken out.
_NOUN = (
    "[省市县区乡镇村局委厅部办处科院校社]|街道|同志|书记|市长|县长|区长|镇长|局长|主任|单位|部门|公司|总书记"
)
_AMOUNT = "[年月日号名个人家起件户项亩次期届%％]|万|亿|公里|平方|新时代"
_PLACEHOLDER = re.compile(
    r"\{\{[^{}]{0,80}\}\}|\{%[^{}]{0,80}%\}|\{\{|\}\}"
    r"|(?<![A-Za-z])[XxＸ]{2,}(?![A-Za-z])|[×✕╳]{2,}|(?<![一二三四五六七八九])○{2,}|〇{4,}"
    r"|\*{2,}|＊+|_{2,}|＿+"
    f"|(?<![A-Za-z0-9+\\-*×=])[XＸ×*_](?={_NOUN}|{_AMOUNT})"
    f"|(?<![一-鿿])某某|某某(?=[省市县区乡镇村局]|单位|部门|公司|会议|工作)"
    r"|\b(?:TODO|FIXME|TBD)\b|(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])|[Ll]orem ipsum"
    r"|〔\s*〕|《\s*》|“\s*”|（\s*）|\(\s*\)|（单字替换）|\(单字替换\)"
)
# **重点** is the mark-up of a chat, which has a rule of its own. **市 is a name that was taken out.
_BOLD = r"\*\*(?![省市县区乡镇村局的从在由])[^*，。,；;！？\s]{3,24}\*\*"
_MARKUP = re.compile(_BOLD)
_BLANK = re.compile("【(?!提纲】)[^【】]{0,60}】")


@rule(
    "leftover-placeholder",
    "占位符没有替换",
    Severity.ERROR,
    Basis.PRACTICE,
    why="套用旧稿、网稿时留下的“XX”“××”“*市”“{{ }}”，念到那里就念不下去，也泄了底：稿子是套的。",
    bad="请XX同志传达会议精神。",
    good="请周明同志传达会议精神。",
    needs_judgement=False,
)
def leftover_placeholder(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find XX, ××, *市, {{ }}, 〔〕, 某某 and the like, where a name or a number should stand."""
    for number, line in enumerate(manuscript.lines):
        plain = _MARKUP.sub(lambda found: "·" * len(found[0]), line.text)
        for found in _PLACEHOLDER.finditer(plain):
            text = message("“{words}” stands where a name or a number should", words=found[0])
            remedy = message("put in what is meant, or write the sentence without it")
            yield Found(number, found.start(), found.end(), text, remedy)


@rule(
    "open-blank",
    "空位没有填",
    Severity.HINT,
    Basis.PRACTICE,
    why="【】里是还没有给的事实。空着可以先改文字，上会之前要一个一个补上，补不上就改写这一句。",
    bad="会议定在【会议日期】召开。",
    good="会议定在3月12日召开。",
)
def open_blank(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find blanks 【】 that are still open."""
    for number, line in enumerate(manuscript.lines):
        for found in _BLANK.finditer(line.text):
            yield Found(
                number,
                found.start(),
                found.end(),
                message("blank still open"),
                message("fill it, or write the sentence without it"),
            )


_SITE = re.compile(
    r"https?://\S*|www\.[\w.\-/]+|(?<![@\w\-])[A-Za-z0-9\-]{1,63}\.(?:com|cn|net|org)(?:/\S*)?"
    r"|(?:公文|文秘|范文|老秘|秘书|文鼎)(?:家园|大全|之家|资源)?(?:网|文库)(?![上络格点])|笔杆子(?:网|公文)"
    r"|(?:预览|试读)(?:已)?结束|点击(?:下载|阅读|查看)|^\s*(?:下载|阅读|查看)(?:全文|此文档|该文档|本文|附件)"
    r"|下载(?:全文|此文档|该文档)|无限下载"
    r"|全文(?:共)?\s*\d+\s*字|当前(?:仅)?显示\s*\d+\s*字|还剩\s*\d+\s*字|^字数[:：]\s*\d+"
    r"|(?:发布|发表)时间[:：]\s*\d|^(?:上一篇|下一篇|相关文章|责任编辑|正文复制|热门推荐|我要留言|首页)(?:[:：]|\s*$)"
    r"|加?微信(?:号)?[:：]\s*[A-Za-z0-9_\-]{4,}|微信扫(?:一扫|码)?|[👉👈]|您的位置[:：]|^正文复制$"
    r"|(?:仅供|供您?)参考[，,。]?(?:请勿|禁止)|(?:本站|网友|网络)收集整理|来源[:：](?:网络|互联网)"
)
# An address that a speech may well name.
_OFFICIAL = re.compile(r"\.(?:gov|edu)\.cn|12306|12345|12388")


@rule(
    "site-residue",
    "网页残留",
    Severity.ERROR,
    Basis.PRACTICE,
    why="从网上抄下来的稿子带着网址、“下载全文”“发布时间”之类的字样，不属于讲话，要清掉再改。",
    bad="预览结束，全文3505字，下载全文请登录。",
    good="（整行删去）",
    needs_judgement=False,
)
def site_residue(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find what a web site put around or into a text; of each line the first is told."""
    for number, line in enumerate(manuscript.lines):
        if found := _SITE.search(line.text):
            severity = Severity.HINT if _OFFICIAL.search(found[0]) else None
            text = message("“{words}” comes from a web page", words=found[0][:30])
            yield Found(number, found.start(), found.end(), text, message("take it out"), severity=severity)


_PAGE = re.compile(
    r"^\s*(?:[-—－–·]+\s*\d{1,3}\s*[-—－–·]+|第\s*\d{1,3}\s*页(?:[，,/／\s]*共\s*\d{1,3}\s*页)?"
    r"|\d{1,3}\s*[/／]\s*\d{1,3})\s*$"
)


@rule(
    "page-mark",
    "页码混进正文",
    Severity.ERROR,
    Basis.PRACTICE,
    why="从PDF或网页复制时，页码会变成正文里的一行，把一段话从中间断开。",
    bad="— 12 —",
    good="（整行删去）",
    needs_judgement=False,
)
def page_mark(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a line that is nothing but the number of a page."""
    for number, line in enumerate(manuscript.lines):
        if _PAGE.match(line.text):
            yield Found(
                number,
                0,
                len(line.text),
                message("the number of a page stands in the text"),
                message("take it out"),
            )


_CHAT = re.compile(
    r"^(?:好的|当然|没问题|当然可以)[，,！!。]?\s*(?:以下|下面|这)是|以下是(?:为您|给您|根据您|一篇|一份)[^。]{0,20}(?:讲话|发言|稿)"
    r"|作为(?:一个|一名)?(?:AI|ＡＩ|人工智能|语言模型|大模型)[^，。]{0,8}(?:，|模型|助手)|我无法(?:核实|提供|访问)"
    r"|希望(?:这|以上|本)[^。]{0,12}(?:对您|能帮到您|对你)|如(?:需|果需要)[^。]{0,12}(?:请告诉我|请随时|可以告诉我)"
    r"|以上内容仅供参考|您可以根据(?:实际|具体|自己)|请替换为实际|^#{1,6}\s|^```"
    rf"|{_BOLD}"
    r"|[（(]注[:：][^）)]{0,30}(?:示例|虚构|替换)"
)


@rule(
    "chat-residue",
    "对话工具的残留",
    Severity.ERROR,
    Basis.PRACTICE,
    why="请工具代拟的稿子，开头结尾常带着对话的话，正文里带着“**”“##”一类的记号，念出来就是笑话。",
    bad="好的，以下是为您撰写的讲话稿：",
    good="（整行删去）",
    needs_judgement=False,
)
def chat_residue(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find what an assistant said about the text, and marks of its mark-up."""
    for number, line in enumerate(manuscript.lines):
        for found in _CHAT.finditer(line.text):
            yield Found(
                number,
                found.start(),
                found.end(),
                message("“{words}” is not part of a speech", words=found[0]),
                message("take it out"),
            )


@rule(
    "truncated-text",
    "文稿不全",
    Severity.WARNING,
    Basis.PRACTICE,
    why="文稿断在半句，或者中间被“此处省略”截去，后面说少了什么都不算数，要先找回全文。",
    bad="要把名单上墙，把喇叭试响，把路障清开，做到家家知道往哪里走、",
    good="要把名单上墙，把喇叭试响，把路障清开，做到家家知道往哪里走、夜夜有人守。",
    needs_judgement=False,
)
def truncated_text(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find where a text breaks off or leaves something out."""
    for number, start, end in cuts_of(manuscript):
        yield Found(
            number, start, end, message("the text is not whole here"), message("get the whole text first")
        )


@rule(
    "instruction-read-out",
    "把交代写稿人的话念了出来",
    Severity.ERROR,
    Basis.PRACTICE,
    why="任务单里有的话是说给写稿人的，比如“不说数”“稿子里别写”“咱不碰”。念到会上，等于把底稿亮给了大家。",
    bad="具体金额正在修订，不说数。",
    good="（整句删去）",
    needs_judgement=False,
)
def instruction_read_out(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find words that a task sheet says to whoever writes the text."""
    for number, line in enumerate(manuscript.lines):
        for found in said_to_writer(line.text):
            yield Found(
                number,
                found.start(),
                found.end(),
                message("“{words}” is said to the writer, and not to those who listen", words=found[0]),
                message("leave the sentence out"),
            )
