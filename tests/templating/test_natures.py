"""The natures of a clause: by plain words, and by regular expressions."""

from __future__ import annotations

import pytest

from drafter.templating.compose.comments.frames import load_frames
from drafter.templating.compose.forms.natures import natures_in

TABLE = [("夜", "夜班|夜里"), ("过桥", r"桥(?!梁)"), ("年年", r"连续\d+年")]


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("夜班一个人管42张床", {"夜"}),
        ("三更夜里过桥", {"夜", "过桥"}),
        ("桥梁214座", set()),
        ("连续9年零短缺", {"年年"}),
        ("", set()),
    ],
)
def test_a_clause_has_the_natures_whose_words_it_has(clause: str, found: set[str]) -> None:
    assert natures_in(TABLE).of(clause) == found


@pytest.mark.parametrize(
    ("clause", "has", "has_not"),
    [
        ("和平里3号楼，3次都有人把电瓶拎上楼", {"电瓶"}, set()),
        ("读者想要热水", set(), {"住宿"}),
        ("工棚里冬天没有热水", {"住宿"}, set()),
        ("电路跳闸一次，没人受伤", set(), {"伤人"}),
        ("皮带卷伤，1人受伤", {"伤人"}, set()),
        ("入户只走了4个村，还有9个村没动", set(), {"流失"}),
        ("答复写得像公文，看不懂", {"看不懂"}, {"公文"}),
        ("收费套餐多年没更新", {"老规矩"}, set()),
        ("客户欠款2.9亿元", {"应收"}, {"逾期", "欠账"}),
        ("拆旱厕、残墙212处", set(), {"旱"}),
        ("去年没有人员伤亡", {"没出事"}, {"伤人"}),
        ("水利局党组办公会6月9日定的", {"会定"}, set()),
        ("独居老人手环发了280只", {"独居"}, {"人手"}),
        ("每月5日报一次进度", set(), {"报信"}),
        ("险情15分钟内报指挥部", {"报信"}, set()),
        ("小金库自查7月15日前报县国资局", set(), {"报信"}),
        ("查了三家，名字不公布", set(), {"公示"}),
        ("清单3月底前公布", {"公示"}, set()),
        ("教师工资按月发，没拖欠", set(), {"逾期"}),
        ("锅炉房的喇叭没响", {"没响"}, set()),
        ("所有主干道除雪队伍到位", set(), {"主干道"}),
        ("融雪剂库存1400吨，每天要用500吨", set(), {"库存", "压库"}),
        ("库存成品压了41万件", {"压库"}, set()),
        ("小麦收完亩均860斤，比去年多40斤", set(), {"农时"}),
        ("每周至少去看一次", set(), {"词至少"}),
        ("系统被勒索，挂号停了9小时", set(), {"排队"}),
        ("资料由第三方测绘鉴定", set(), {"回头访"}),
        ("公示名单脱敏重发", set(), {"公示"}),
        ("低保复核，村干部亲属14户，不符合的5户", set(), {"困难户"}),
        ("要三分之二业主签字，已签58%", set(), {"签字关"}),
        ("一个班周三缺课14人", set(), {"缺人"}),
        ("安全部盯现场", set(), {"词全部"}),
    ],
)
def test_what_is_wrong_has_its_own_nature_and_no_other(clause: str, has: set[str], has_not: set[str]) -> None:
    found = load_frames().natures_of(clause)
    assert has <= found and not has_not & found


@pytest.mark.parametrize(
    ("clause", "lacks"),
    [
        ("招聘会每月两场", "招人"),
        ("夜班检验员4月1日起增加8人", "设备"),
        ("就业台账由第三方回访", "就业学生"),
        ("便民大厅中午不断人", "服务"),
        ("在3个苗木市场设检查点", "检疫"),
        ("皮带机头烟雾探头逐台试一遍", "运输"),
        ("培训经费6月底前报账", "培训"),
        ("演练用的假人买两个", "演练"),
        ("疫苗运输车全程测温", "筛查"),
        ("招工信息每天更新", "用工"),
        ("食堂阿姨体检证挂脖子上", "筛查"),
        ("路灯杆上的小广告清掉", "路灯"),
        ("种菜的那块地秋收后收回", "农时"),
        ("搬迁以后老房子三天内拆", "搬迁"),
    ],
)
def test_a_word_that_tells_of_which_kind_something_is_is_not_the_matter(clause: str, lacks: str) -> None:
    assert lacks not in load_frames().matters_of(clause)


@pytest.mark.parametrize(
    ("clause", "lacks"),
    [
        ("补齐步道沿线的厕所3座、避雨亭8座", "物资"),
        ("加固补助620万元，每户最多2万元", "涨补"),
        ("电动车没处充", "电瓶"),
        ("冻管的包保温", "包保"),
        ("柴火一根不许烧，苗木市场设检查点", "检疫"),
        ("失业人员再就业4120人", "没工作"),
        ("隐患点增加到7个", "扩面"),
        ("每名干部把补贴填一张表", "减表"),
        ("10月执行率不到70%的收回", "提升"),
        ("混料9起、锈蚀11起", "旧"),
        ("12月1日起在路口设4个检查站", "起头"),
        ("剩下的25公里隔离带清完", "清零"),
        ("四合一气体检测仪3台过期没校", "体检"),
        ("检修从6月8日开始", "设备"),
        ("检修完成奖工会在算", "设备"),
        ("接电话的人先培训再上线", "上线"),
        ("巡回法在各轮班推开", "排班"),
        ("夜班换批由值班工艺员到场清场", "值守"),
        ("水分仪5月20日前全部送检", "两本账"),
        ("14个人马上升井，补够学时再下", "撤人"),
        ("每月25号到28号收水费，收完贴榜", "农时"),
        ("没表的64户装水表，一户一表", "词一策"),
        ("5处假报警的一周内修好", "造假数"),
        ("死亡病例一周内讨论", "死伤"),
        ("企业换了带班师傅没人跟学校说", "带班"),
    ],
)
def test_a_nature_takes_the_thing_and_the_deed(clause: str, lacks: str) -> None:
    assert lacks not in load_frames().matters_of(clause)
