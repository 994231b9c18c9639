"""Bodies in a text: offices, companies, teams by how their names end, and whether the facts know them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from drafter.check.guard.passages import Span
from drafter.check.guard.source import Source
from drafter.facts import patterns as re

# How the name of a body ends that no common word ends with.
_ENDS = (
    "委员会|办公室|指挥部|领导小组|工作组|专班|公司|集团|中心|支队|大队|中队|协会|学会|商会|联合会|研究院|研究所|银行|信用社|合作社|法院|检察院"
    "|工商联|妇联|残联|文联|科协|总工会|(?<![职员])工会|派出所|供电所|司法所|卫生院|卫生所|保健院|医院|学校|大学|学院|中学|小学|幼儿园|监督所|监测站|服务站|工作站|气象台"
    "|发改委|卫健委|国资委|住建委|纪委|监委|组织部|宣传部|统战部|政法委|人武部|编办|信访办|督查室|督导组|督查组|检查组|救援队|突击队|服务队|工作队|执法队|巡逻队|消防队|团[省市县区]委|专家组|共青团|(?:设计|农科|科学|社科|规划|勘察|勘测|检测|敬老|福利|检验)院|保险公司|(?:公安|检察|司法|纪检监察|审判|监察)机关|纪检组|审计组|巡察组"
    "|(?<![结布格当开全大平出时僵])局(?![面部势限促气])|(?<![大客前餐])厅(?![里内外堂])|(?<=[省市县区镇乡])财政(?![所局厅部])"
)
_BODY = re.compile(f"(?P<before>[一-鿿]{{0,12}}?)(?P<end>{_ENDS})(?![长])")
# What stands in front of the name of a body and is no part of it.
_CUT = re.compile(
    "由|请|让|说|讲|谈|和(?!平|谐)|与|及|向|对(?!外)|到|在|是|把|给|会同|各|的|了|找|问|归|交给|从|为|去|跟|被|等|这|那|有|联合(?!会)|配合|责成|委托|通过|经|靠|比|叫|个|家|所有|牵头|负责|以|又|也|都|先|要|需|来|请|刚才|随后|下面|接着|全|听|看|用|进|送|报|年|没|不|回|离开|交|后面|前面|就|学会|成绩|情况|材料|成立|组建|抽调"
)
# What is a body by itself, so that 省发改委 has a name, and 县公司 has none.
_OWN = re.compile(
    "发改委|卫健委|国资委|住建委|工商联|妇联|残联|文联|科协|纪委|监委|组织部|宣传部|统战部|政法委|人武部|编办|信访办|派出所|团.委|检察院|法院|..机关|共青团|总工会|纪检组|审计组|巡察组|设计院|农科院|财政|专班|领导小组"
)
# A body that is only pointed to, or is of any place.
_GENERIC = re.compile(
    "(?:[本我贵该其每哪某此两几多同]|一|二|三|四|五|六|七|八|九|十|\\d|有关|相关|主管|职能|业务|责任|成员|直属|所属|基层|上级|下级|兄弟|其他|国有|民营|龙头|分|总|子|大|小|新|老|县|市|区|镇|乡|村|街道|社区|省|单位|部门"
    "|保洁|物业|会议|办事|服务|指导|施工|监理|建筑|当地|我们|你们|他们|咱们|自己|公立|私立|重点|普通|一线|后方|现场|前方)*"
)
_END = re.compile(f"(?:{_ENDS})$")
# 管理局 is not enough to know 市场监管局 by.
_COMMON = re.compile(
    ".?(?:管理|监督|监管|服务|建设|工作|发展|技术|有限|股份|行政|综合|执法|专项|整治|责任|人民|中心|第[一二三四五六])"
)
_PLACE_END = re.compile("^..(?:县|镇|乡|村|街道|社区)$")
_LEVELS = frozenset("省市县区镇乡")
_LEVEL = re.compile("^(?:全?[省市县区镇乡州]|街道|集团|总)+(?=..)")


class Bodies:
    """The bodies that a source knows."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self._source = source

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return tuple({core for _span, core in bodies_in(self.text)})

    def knows(self, name: str) -> bool:
        """Return whether the source has a body of this name, in full or abridged."""
        core = _LEVEL.sub("", name)
        if self._is_of_other_level(name, core):
            return False
        if (
            name in self.text
            or (_PLACE_END.search(name) and name[:2] in self.text)
            or any(core[at:] in self.text for at in self._cuts(core))
        ):
            return True
        # 水利局 of 县水务水利局; 市人力资源和社会保障局 of 人社局; 县防汛抗旱指挥部 of 县防指.
        return any(_abridges(known, core) or _abridges(core, known) for known in (*self._known, *self._short))

    def _is_of_other_level(self, name: str, core: str) -> bool:
        """Whether a name has a level, 省发改委, and the source has the body at other levels only."""
        level = name[: len(name) - len(core)]
        before = {self.text[at.start() - 1 : at.start()] for at in re.finditer(re.escape(core), self.text)}
        return level in _LEVELS and bool(before) and before <= _LEVELS - {level}

    def _cuts(self, core: str) -> Iterator[int]:
        """Yield where the last signs of a name begin that are enough to know it by."""
        own = _END.search(core)
        last = own.start() if own else len(core)
        yield 0
        for at in range(1, last - 1):
            if not _COMMON.fullmatch(core[at:last]):
                yield at

    @cached_property
    def _short(self) -> tuple[str, ...]:
        """The bodies that the facts name as owners or partners, without their ends: 应急, 自然资源."""
        names = {name for fact in self._source.sheet.facts for name in (*fact.owners, *fact.partners)}
        names |= set(
            re.findall("[县市区镇乡省](防指|安委|人社|住建|发改|卫健|工商联|农办|河长办)", self.text)
        )
        return tuple(name for name in names if len(name) > 1)


def _abridges(short: str, long: str) -> bool:
    """Whether the signs of ``short`` stand in ``long`` in their order, from its first sign on."""
    short = _LEVEL.sub("", short)
    if len(short) < 2 or len(short) > len(long) or short[0] != long[0]:
        return False
    signs = iter(long)
    return all(sign in signs for sign in short)


def _is_own(end: str, before: str) -> bool:
    """Whether an end is the name of a body with no more than a level before it."""
    return _OWN.fullmatch(end) is not None and not re.match("[各本我该其每这那有相]", before)


# A list of departments by their bare names: 公安、法院、检察院.
_DEPARTMENT = (
    "公安|交警|消防|应急|住建|自然资源|生态环境|环保|农业农村|农业|水利|交通|交运|文旅|文化|教育|卫健|卫生|民政|人社|财政|税务|审计|统计|商务"
    "|市场监管|城管|司法|法院|检察院|发改|工信|科技|气象|电力|供电|通信|武警|海关|金融|银行|妇联|共青团|团委|工会|工商联|残联|纪检|组织|宣传|信访|林业|国资|医保"
)
_LIST = re.compile(
    f"(?<![一-鿿])?(?:(?:{_DEPARTMENT})(?:、|和|及|与))+(?:{_DEPARTMENT})(?=[都也要等部门单位配参联全先来各负牵协，。；一])"
)
# A place by its name, behind what parts it from the words in front.
_PLACE = re.compile(
    "(?:(?<=[的、，。；和与像学在到去从向是让请“])|(?<![一-鿿]))(?P<name>[一-鿿]{2})(?P<end>县|镇|乡|村|街道|社区)(?![里级政党民委领干办以容长直办公企务情志])"
)
_NO_PLACE = re.compile(
    ".?[的了在是有不个着过到从把被给和与就都也很还没去来这那里外上下坐走看说守试票做让请找问]|[各每全我本这那哪该几两一二三四五六七八九十多他你咱您其某此半邻外相]|行政|自然|中心|示范|先进|薄弱|空心|城中|美丽|贫困|落后|重点|老旧|智慧|完整|人口|农业|工业|经济|所有|下面|有的|部分|个别|上级|基层|隔壁|周边|我们|你们|他们|自己|街道|社区|乡镇|城镇|市县|区县|全体|住在|整个|单个|后进|产业|特色|平安|和谐|数字|未来|小城|古|大|小|新|老"
)


def bodies_in(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the bodies of a text that have a name of their own, with their places."""
    for match in _BODY.finditer(text):
        before = match["before"]
        cut = 0
        for found in _CUT.finditer(before):
            cut = found.end()
        name = before[cut:]
        if len(name) + len(match["end"]) < 3 or (
            _GENERIC.fullmatch(name) and not _is_own(match["end"], name)
        ):
            continue
        yield Span(match.start("before") + cut, match.end()), name + match["end"]
    for listed in _LIST.finditer(text):
        for name in re.finditer(_DEPARTMENT, listed[0]):
            yield Span(listed.start() + name.start(), listed.start() + name.end()), name[0]
    for place in _PLACE.finditer(text):
        if not _NO_PLACE.match(place["name"]):
            yield Span(place.start("name"), place.end("end")), place["name"] + place["end"]
