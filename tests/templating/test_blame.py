"""Nobody who is punished, or whose case is told, is thanked or praised, whatever the leader wishes."""

from __future__ import annotations

import re

import pytest

from drafter.facts import read_sheet
from drafter.templating.compose import compose, to_text

WARNING = """【任务】给县纪委书记 邹伯远 写警示教育会讲话，10分钟
【会议】云台县乡镇领导班子警示教育会，2026年7月8日上午9:00，县委党校礼堂，各乡镇党政正职，共96人
【案情】
1. 原白鹭镇财政所长秦守田：2021年起，把村集体过桥资金分11次转到妻弟公司，\
累计286万，收“好处费”19万；第一次只借了3天。
2. 原河湾乡副乡长柯东林：分管危房改造，给不符合条件的14户签了字，其中6户是亲戚；\
补助多拨33.6万，已追回31.2万。留党察看一年、政务撤职。
3. 某镇民政办主任（案子还在查，名字和镇都别点）：4名去世老人的高龄补贴领了17个月，1.3万元。
【要做的】
4. 7月20日前各乡镇班子开一次对照检查会，县纪委派人到场。
【书记意见】
{}。
"""
HONOURS = re.compile("谢|掌声|佩服|表扬|敬重|看在眼里")


def drafted(wish: str) -> str:
    return to_text(compose(read_sheet(WARNING.format(wish))))


@pytest.mark.parametrize("wish", ["柯东林点名", "秦守田案讲透，从借3天讲起", "谢谢柯东林", "表扬秦守田"])
def test_nobody_whose_case_is_told_is_honoured(wish: str) -> None:
    told = [s for s in re.split("[。\n]", drafted(wish)) if HONOURS.search(s)]

    assert not [s for s in told if "柯东林" in s or "秦守田" in s or "这声谢谢" in s]
