"""A leader who spares 医院 spares whichever hospital is told of; union chairs are no entrepreneurs."""

from __future__ import annotations

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

SHEET = """区无偿献血座谈会，2026年12月8日（周二）上午9点，血站二楼。副区长 宋澜 讲话，6分钟。
参加：22家机关企业工会主席、献血志愿者
【情况】
1. 11月14日夜里，区医院一名产妇大出血，用了3200毫升，血站从邻区调来800毫升。
2. 今年采血2.16万人次。
【宋区长的话】产妇那件事要讲，医院不点名。
"""


def test_the_name_of_a_sort_of_body_that_is_spared_is_not_said() -> None:
    text = to_text(compose(read_sheet(SHEET)))
    assert "产妇大出血" in text
    assert "区医院" not in text


def test_what_leaves_no_rest_is_not_said_to_be_left() -> None:
    text = to_text(compose(read_sheet(SHEET)))
    assert "剩下的这些" not in text
    assert "没有做完的" not in text


def test_chairs_of_unions_are_no_entrepreneurs() -> None:
    assert "企业家" not in to_text(compose(read_sheet(SHEET)))


def test_a_sort_of_body_is_not_cut_out_of_what_is_told_of_it() -> None:
    sheet = """2026年7月7日（周二）上午9点，砚坪磷矿安全生产调度会。给矿长 段绍武 写讲话稿，6分钟。
【情况】
1. 井下职工486人，其中外委队伍193人。
2. 换车要钱，一共960万，县财政给一半，另一半运输公司自己出，其余支行自己垫。
【矿长交代】外委队不点是哪家；公司、支行一概不点。
"""
    text = to_text(compose(read_sheet(sheet)))
    assert "其中外委队伍193人" in text
    assert "另一半运输公司自己出，其余支行自己垫" in text


def test_how_somebody_is_punished_is_spared_without_what_he_did() -> None:
    sheet = """2026年7月7日（周二）上午9点，砚坪磷矿安全警示会。给矿长 段绍武 写讲话稿，6分钟。
【情况】
1. 查下来：值班室电话打给检修班长，响了六次没人接；备用电源没带上负荷。
2. 检修班怎么处理，矿里还在商量，别讲。
"""
    assert "值班室电话打给检修班长，响了六次没人接" in to_text(compose(read_sheet(sheet)))


def test_a_label_that_counts_several_places_names_none_of_them() -> None:
    sheet = """2026年11月20日（周五）下午3点，云浦县医保征缴工作部署会。给副县长 孟庆岩 写讲话稿，6分钟。
【情况】
1. 最慢的3个乡镇：桐河镇52%、岭底乡49%、鲁庄镇47%。桐河今天表态。
2. 县医保局牵头，税务配合。岭底乡由谁去包，还没定。
【县长交代】岭底、鲁庄不点。
"""
    text = to_text(compose(read_sheet(sheet)))
    assert "最慢的3个乡镇，桐河镇52%，另外两个是49%、47%。桐河今天表态。" in text
    assert "岭底" not in text
    assert "其中一个乡" in text
