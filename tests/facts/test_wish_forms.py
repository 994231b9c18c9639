"""Wishes by the form of their sentence."""

from __future__ import annotations

import pytest

from drafter.facts.read import read_sheet
from drafter.facts.sheet import IntentKind
from drafter.facts.wishes.intents import read_wish
from drafter.facts.wishes.to_writer import is_to_writer
from drafter.facts.wishes.wish_forms import form_of, subject_of


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("企业问的土地价格不碰", "avoid", ("土地价格",)),
        ("东塬不点（刚换了乡长）", "no-name", ("东塬",)),
        ("他被推搡的事不要讲成告状", "other", ()),
        ("桂苑做得好", "praise", ("桂苑",)),
        ("去年着火那两起讲", "stress", ("去年着火那两起",)),
        ("炸伤孩子的事讲", "stress", ("炸伤孩子",)),
        ("司机爬出来那事说具体", "stress", ("司机爬出来",)),
        ("老聂也带一句", "thanks", ("老聂",)),
        ("家属要提到", "thanks", ("家属",)),
        ("重点夸白石村", "praise", ("白石村",)),
        ("罗青禾的法子推一推", "praise", ("罗青禾的法子",)),
        ("夜班的姐妹说几句掏心窝子的", "address", ("夜班的姐妹",)),
        ("外委的兄弟要当自己人说几句", "address", ("外委的兄弟",)),
        ("调度要给他们撑腰", "address", ("调度",)),
        ("亏钱的客运公司说句理解的话", "address", ("亏钱的客运公司",)),
        ("窗口小姑娘受的气也提一句", "address", ("窗口小姑娘",)),
        ("有人要问择校、分班", "avoid", ("择校", "分班")),
        ("大柳点个赞", "praise", ("大柳",)),
        ("东苑也带一笔表扬", "praise", ("东苑",)),
        ("物业要敲打", "address", ("物业",)),
        ("收费处不客气地说几句", "address", ("收费处",)),
        ("抄表员敲一敲", "address", ("抄表员",)),
        ("最后给家长一句准话", "address", ("家长",)),
        ("“回家最大”这句原话要讲", "quote", ("回家最大",)),
        ("“回家最大”原话讲", "quote", ("回家最大",)),
        ("最后别喊口号", "closing", ("口号",)),
        ("论文撤稿那件事不讲", "avoid", ("论文撤稿",)),
        ("不和兄弟高校比", "avoid", ("兄弟高校",)),
        ("上市计划保密", "avoid", ("上市计划",)),
        ("改革这块让给他", "avoid", ("改革",)),
        ("红包、回扣院长不碰", "avoid", ("红包", "回扣")),
        ("关停的事不说裁人", "avoid", ("裁人",)),
        ("那3个缺考的孩子一个字别提", "avoid", ("缺考的孩子",)),
        ("不称“对象”", "forbid", ("对象",)),
        ("“警钟长鸣”少用", "forbid", ("警钟长鸣",)),
        ("差生俩字绝对不能有", "forbid", ("差生",)),
        ("不念长案情", "spare", ("案情",)),
        ("成绩别超过三分之一", "spare", ("成绩",)),
        ("不讲形势", "spare", ("形势",)),
        ("采血排队说狠点", "stress", ("采血排队",)),
        ("烧田坎的事要掰开了讲", "stress", ("烧田坎",)),
        ("多讲办法", "stress", ("办法",)),
        ("那2个直属单位不写名", "no-name", ("直属单位",)),
        ("两名当事人统称“某某”", "no-name", ("两名当事人",)),
        ("综采一队可以点", "name", ("综采一队",)),
        ("感谢北渡村乡亲要排第一", "thanks", ("北渡村乡亲",)),
        ("购物卡的事要展开说", "stress", ("购物卡",)),
        ("就业要说到群众心里", "stress", ("就业",)),
        ("老人抽血的事从头讲到尾", "stress", ("老人抽血",)),
        ("北洼村后墙倒的事单独讲", "stress", ("北洼村后墙倒",)),
        ("讲得最重的是“停机再清煤”", "stress", ("停机再清煤",)),
        ("没上台的也要说到", "address", ("没上台的",)),
        ("煤烟中毒要讲", "stress", ("煤烟中毒",)),
        ("报信多讲几句", "stress", ("报信",)),
        ("除雪、老人、困的旅客三件最要紧", "stress", ("除雪", "老人", "困的旅客")),
        ("点综采一队", "name", ("综采一队",)),
        ("鹿角坡点公路中心", "name", ("公路中心",)),
        ("别点社区书记的名字", "no-name", ("社区书记",)),
        ("对老老实实干事的要撑一句腰", "address", ("老老实实干事的人",)),
        ("升学成绩不要吹", "spare", ("升学成绩",)),
        ("走了21个也讲", "stress", ("走了21个",)),
        ("记录仪的事别绕", "stress", ("记录仪",)),
        ("检绳的老张讲两句好话", "praise", ("检绳的老张",)),
        ("移动公司拦截做得好说一句", "praise", ("移动公司拦截",)),
        ("停产企业老板的难处要说几句", "address", ("停产企业老板",)),
    ],
)
def test_a_wish_is_read_by_its_form(text: str, kind: str, words: tuple[str, ...]) -> None:
    form = form_of(text)

    assert form is not None
    assert (kind, words) == (form.kind.value, form.words)


@pytest.mark.parametrize("text", ["不讲大话", "口气谦虚点", "话说重一点", "别念成报告", "不许写力争"])
def test_how_one_speaks_is_no_matter(text: str) -> None:
    form = form_of(text)
    assert form is None or form.kind is not IntentKind.STRESS


def test_a_bare_wish_is_about_the_clause_in_front() -> None:
    assert ("白岩乡",) == read_wish("白岩乡火最多，会上不要点他名").words


def test_for_whom_one_is_not_to_speak_tells_no_words_to_avoid() -> None:
    wish = read_wish("也别替院党委下决定")

    assert ("other", ()) == (wish.kind, wish.words)


def test_how_a_fact_is_not_to_be_turned_tells_no_words_to_avoid() -> None:
    assert ("other", ()) == (read_wish("注意是建议，别写成街道解聘").kind, read_wish("别写成街道解聘").words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("停车费收多少，区里办法没出，有人问就说等区里", ("停车费收",)),
        ("水价的事现在没定，谁问都说“监审完了再说”，会上不主动提", ("水价",)),
        ("开工的奖励街道想搞，定没定、多少都还没上会，不讲", ("开工的奖励",)),
        ("暑期补课上面有规定，另外发文，会上不讲", ("暑期补课",)),
        ("去年有位职工殉职，家属在台下，不要提", ("职工殉职",)),
        ("在线监测没批下来，如果提就说“正在争取”，别说哪天上", ("在线监测",)),
        ("跟县人民医院比的话不要有", ("县人民医院",)),
        ("正在查的案子一件不提", ("正在查的案子",)),
        ("检测员工资的事没谱，谁提都别接话", ("检测员工资",)),
        ("津贴问题回避", ("津贴",)),
    ],
)
def test_an_open_matter_is_left_by_its_own_name(text: str, words: tuple[str, ...]) -> None:
    wish = read_wish(text)

    assert ("avoid", words) == (wish.kind, wish.words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("超概算那个项目在核，只摆数字，不下结论", ("超概算那个项目",)),
        ("绿堤街道检查过了，不追着批", ("绿堤街道",)),
    ],
)
def test_a_matter_of_which_nothing_is_made_may_be_told(text: str, words: tuple[str, ...]) -> None:
    wish = read_wish(text)

    assert ("spare", words) == (wish.kind, wish.words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("停吊那条，大家最怕担责任，这个要讲明白", ("停吊",)),
        ("塔前的互查，请你写细", ("塔前的互查",)),
    ],
)
def test_what_is_to_weigh_is_named_in_front(text: str, words: tuple[str, ...]) -> None:
    wish = read_wish(text)

    assert ("stress", words) == (wish.kind, wish.words)


@pytest.mark.parametrize("text", ["“有一家物业”可以说", "就说“有一家物业”", "和顺那边只说“有一家物业”"])
def test_words_that_may_be_said_are_kept(text: str) -> None:
    wish = read_wish(text)

    assert ("quote", ("有一家物业",)) == (wish.kind, wish.words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("上坟那块民政局另外发通知", ("上坟",)),
        ("轧机公司欠款最多", ("轧机公司",)),
        ("中考政策以教育局文件为准", ("中考政策",)),
        ("电价省里定", ("电价",)),
        ("街道要建的养老服务中心区里没批", ("养老服务中心",)),
        ("加班补助人事科还在算", ("加班补助",)),
        ("跟绩效挂不挂", ("绩效",)),
        ("补贴涨不涨县里没定", ("补贴涨",)),
    ],
)
def test_the_subject_of_a_clause_is_its_front(text: str, words: tuple[str, ...]) -> None:
    assert words == subject_of(text)


@pytest.mark.parametrize("text", ["最后跟社区书记说两句实在话", "跟社区书记讲几句实在话", "说句实话"])
def test_a_word_in_earnest_to_somebody_stresses_no_matter(text: str) -> None:
    form = form_of(text)
    assert form is None or form.kind is not IntentKind.STRESS


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("不提：退回意向的4个", "avoid", ("退回意向的4个",)),
        ("不讲：退回意向的4个", "avoid", ("退回意向的4个",)),
        ("- 不点名：青石镇", "no-name", ("青石镇",)),
    ],
)
def test_a_wish_may_be_the_label_of_what_it_is_about(line: str, kind: str, words: tuple[str, ...]) -> None:
    sheet = read_sheet(f"全县项目推进会\n会议时间：2026年7月3日\n签约项目28个，退回意向4个。\n{line}\n")

    assert [(kind, words)] == [(each.kind.value, each.words) for each in sheet.intents]
    assert line.split("：")[1] not in [fact.text for fact in sheet.facts]


def test_a_remark_on_the_wish_itself_is_no_word_of_those_thanked() -> None:
    text = "2026年7月15日，某局工作会\n局长交代的：\n连夜抢通的人辛苦，一码归一码；结尾干脆\n"

    assert "连夜抢通的人辛苦" in [intent.text for intent in read_sheet(text).intents]


def wishes_of(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.kind.value, each.words) for each in read_sheet(f"书记交代：{text}。").intents]


def test_weight_behind_a_clause_is_that_of_its_matter() -> None:
    assert ("stress", ("煤烟中毒",)) in wishes_of("不许愿；煤烟中毒要讲，最重")


@pytest.mark.parametrize("text", ["点综采一队，不点人", "点综采一队不点人"])
def test_who_is_named_and_who_is_spared_are_two_wishes(text: str) -> None:
    assert wishes_of(text) == [("name", ("综采一队",)), ("no-name", ("人",))]


def test_naming_a_sort_of_body_spares_none() -> None:
    assert wishes_of("点车间不点人") == [("name", ()), ("no-name", ("人",))]


def test_what_people_bear_belongs_to_the_kind_word_for_them() -> None:
    assert wishes_of("社区的人累，一个社工管三百多户，体谅的话要有") == [("address", ("社区的人",))]


def test_a_wish_line_is_no_heading() -> None:
    sheet = "书记的意思：\n别吓人，说理，拉家常多一点\n不讲形势大局那些\n对老老实实干事的要撑一句腰"
    assert "address" in [each.kind.value for each in read_sheet(sheet).intents]


@pytest.mark.parametrize(
    "clause", ["没有别的议程", "不能说是贪了", "只能说积极对接", "难处和要办的三件可以讲", "开发区不单独评"]
)
def test_how_far_one_may_go_is_said_to_the_writer(clause: str) -> None:
    assert is_to_writer(clause)


@pytest.mark.parametrize("clause", ["没有别的办法", "有事可以打电话", "不能说完就完"])
def test_what_is_said_to_the_hall_is_not_for_the_writer(clause: str) -> None:
    assert not is_to_writer(clause)


def test_a_name_that_begins_with_and_is_whole() -> None:
    assert (form := form_of("和顺不点名")) is not None
    assert form.words == ("和顺",)


def test_what_several_are_compared_in_is_one_matter() -> None:
    assert read_wish("通信、排水哪家推得多，不评").words == ("通信、排水哪家推得多",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("走了21个也讲，别回避", "stress"), ("债务的事回避", "avoid"), ("领导不表扬自己", "avoid")],
)
def test_what_is_not_to_be_done_turns_a_wish_round(text: str, kind: str) -> None:
    assert kind == read_wish(text).kind.value


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("再谢家里人和师傅、裁判", "家里人和师傅、裁判"),
        ("谢捐建企业、施工单位、让停车场的街坊", "捐建企业、施工单位、让停车场的街坊"),
    ],
)
def test_several_are_thanked_in_one_wish(text: str, whom: str) -> None:
    wish = read_wish(text)
    assert (wish.kind, wish.words) == (IntentKind.THANKS, (whom,))


@pytest.mark.parametrize("text", ["取药慢要压实，多讲几句", "取药慢多花点篇幅", "舒院长嘱咐 取药慢的事讲透"])
def test_how_much_is_to_be_said_of_a_matter_is_weight_on_it(text: str) -> None:
    wish = read_wish(text)
    assert (wish.kind, wish.words) == (IntentKind.STRESS, ("取药慢",))
