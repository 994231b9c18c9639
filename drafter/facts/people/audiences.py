"""Who those are to whom a speech turns: classes of people, each by words that name nobody else.

Whom no row fits belongs to no class: he is told only what is true of anybody.
"""

from __future__ import annotations

from drafter.facts import patterns as re

# Words for people; what follows the last of them tells what they do or bear: 一线员工连轴转.
PEOPLE = re.compile(
    "(?:同志|老百姓|大爷|大妈|大娘|乡亲|街坊|居民|业主|住户|商户|孩子|小朋友|保洁员|队员|网格员|志愿者|司机|村民|工友|员工|职工|社员|工人|干部|群众|老师|教师|班主任|学生|同学|家属|家长|代表|(?:社区|村|支部|党委)的?书记|医生|护士(?!长)|护工|民警|辅警|干警|法警|战友|民兵|企业家|弟兄|兄弟|姐妹|叔叔|大叔|爷爷|奶奶"
    "|组长|护士长|老板|(?:值班|段|工|所|站|河)长|班长|楼长|机手|选手|老两口|两口子|夫妻|夫妇|老人家?|师傅|阿姨|大姐|姑娘|小伙|年轻人|青年|们|(?<=[一-鿿])(?<![动成复全官委])员(?!工)|(?<=的)人)+"
)
# The classes, the narrower first: 退休教师 are retired, 学生家长 are parents, 护士家属 are families.
_AUDIENCES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("对家长", re.compile("家长|爸爸|妈妈|父母")),
    ("对逝者家属", re.compile("(?:遇难|牺牲|病故|去世|逝者)[^，]{0,4}(?:家属|亲属|家人)")),
    ("对家属", re.compile("家属|亲属|家里人|家人|爱人")),
    ("对退休", re.compile("退休|离休|退下来|荣退|老同志|老领导|老职工|老干部|老党员")),
    ("对老人", re.compile("老人|大爷|大妈|大娘|老年人")),
    ("对志愿者", re.compile("志愿者|义工|推广人|讲解员")),
    ("对孩子", re.compile("孩子|小朋友|小学生|娃娃|少年|小读者|小学员|小选手")),
    ("对学生", re.compile("同学|学生|学员|毕业生|选手")),
    ("对村医", re.compile("村医|乡村医生")),
    ("对护士", re.compile("护士|(?<!养)护工|护理员")),
    # 年轻老师 are new before they are teachers.
    ("对新人", re.compile("(?:年轻|新来|新)的?(?:老师|教师|护士|医生)")),
    ("对医护", re.compile("医生|医护|大夫|医师|药师")),
    ("对体育老师", re.compile("体育(?:老师|教师|组)|教练")),
    ("对班主任", re.compile("班主任")),
    ("对宿管", re.compile("宿管|生活老师")),
    # 监考老师 teach nobody there.
    ("对监考", re.compile("监考|阅卷|考务")),
    ("对幼教", re.compile("幼儿园|保育|幼教|保教")),
    ("对教师", re.compile("老师|教师|教职工|园长")),
    ("对民警", re.compile("民警|辅警|交警")),
    ("对消防", re.compile("消防员|消防指战员|救援队员")),
    ("对抢修", re.compile("抢修|抢通|维修工")),
    ("对养路", re.compile("养路|养护工|道班")),
    ("对护林", re.compile("护林")),
    ("对环卫", re.compile("环卫|清洁工")),
    # 保洁员 clean wards and corridors as well as roads.
    ("对保洁", re.compile("保洁")),
    ("对巡查", re.compile("巡[查河护线检堤][员工]|巡检|管护员|[管看][水渠闸]员|水管员|守[堤坝库闸]的?人")),
    ("对物业", re.compile("物业")),
    ("对获奖", re.compile("获奖|受表彰|先进(?:个人|集体|工作者)|劳模|标兵")),
    ("对楼长", re.compile("楼[门栋组]?长")),
    ("对网格员", re.compile("网格员")),
    ("对社区", re.compile("社区干部|社区工作者|社区的[人同]|社工|社区的?书记")),
    ("对村干部", re.compile("村组干部|村[社]?干部|小组长|村的?书记|支书|村主任|村[里组]的?同志")),
    ("对基层", re.compile("工作组|工作队|驻村|协管员|协警|乡镇(?:的)?(?:同志|干部)|镇村|包村|社的?书记")),
    ("对窗口", re.compile("窗口|收费员|收银|导[诊医]|办事员|客服|接线员|话务员|柜员")),
    ("对新人", re.compile("新来|徒工|学徒|新入职|新员工|年轻人|青年|青工|新进|新录用|新招")),
    ("对矿工", re.compile("矿工|井下|采煤|掘进|支柱工|瓦检")),
    ("对司机", re.compile("司机|驾驶员|跑车")),
    ("对机手", re.compile("机手")),
    ("对外来工", re.compile(
        "外[来协包委][^，]{0,3}(?:师傅|工[人友]|施工|员工|队伍|兄弟|弟兄)|劳务工|承包商的"
    )),
    ("对建设者", re.compile("建设者|施工(?:队|人员)|工地|农民工")),
    ("对工人", re.compile("工人|师傅|工友|操作工|船员|检修工|(?:电|焊|钳|瓦|木)工$")),
    ("对职工", re.compile("职工|员工|班组长?|一线")),
    ("对群众", re.compile(
        "[菜果茶粮棉烟]农|村民|居民|乡亲|住户|业主|商户|群众|农户|老百姓|街坊|搬迁户|移民户|\\d户$"
    )),
    ("对来宾", re.compile("校友|来宾|嘉宾|客人|乡贤|捐[款书助赠]的?人|专家")),
    ("对客户", re.compile("客户|用户|合作伙伴|供应商|经销商|合作方")),
    ("对企业", re.compile("企业家|企业|老板|投资方|商会|厂商|客商")),
    ("对机关", re.compile("机关|科室|部门|工作人员")),
)  # fmt: skip
# 工人 alone are called so wherever they work: the occasion tells their trade.
_WORKERS = "对工人"
_TRADES = (("对矿工", re.compile("矿")), ("对建设者", re.compile("工地|开工|奠基")))
# Whoever works at night, whatever he does.
_AT_NIGHT = "对夜班"
# What is no word for people by itself, and ends what names some.
_ENDS = re.compile(
    r"(?:[一-鿿]工|[菜果茶粮棉烟]农|户|个人|[一-鿿]{2}(?<!机器)人|读者|[评受获]奖的|受表彰的|没[上评获得]上?[一-鿿]?的|\d多?人|工作组|工作队|退下来的)"
    "(?:们|人)?$"
)
# What the classes are called where frames name them.
AUDIENCES = frozenset({_AT_NIGHT, *(name for name, _regex in _AUDIENCES)})


def audiences_of(who: str, occasion: str = "") -> frozenset[str]:
    """Return the class of those whom a wish names, and whether they work at night; empty for nobody known.

    Words of the ``occasion`` tell the trade of workers whom the wish calls no more than that.
    """
    found = next((name for name, regex in _AUDIENCES if regex.search(who)), "")
    if found == _WORKERS:
        found = next((name for name, regex in _TRADES if regex.search(occasion)), found)
    night = _AT_NIGHT if re.search("夜班|值夜|守夜", who) else ""
    return frozenset(filter(None, (found, night)))


def are_people(words: str) -> bool:
    """Whether words end in people: 养路工, 隔壁96户, 受表彰的; a meeting or a matter does not."""
    people = list(PEOPLE.finditer(words))
    return _ENDS.search(words) is not None or bool(people) and people[-1].end() == len(words)
