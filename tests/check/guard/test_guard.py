"""What the guard tells of a text that is held against a sheet."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import drafter
from drafter.check.check import check
from drafter.check.finding import Severity
from drafter.check.guard.guard import guard
from drafter.check.guard.report import GuardReport
from drafter.check.guard.rules import RULES
from drafter.check.guard.source import source, source_of_text
from drafter.check.manuscript import Manuscript
from drafter.check.read_text import read_lines
from drafter.check.settings import Settings
from drafter.models.parameters import Parameters
from drafter.templating.compose.comments.subjects import subjects_in
from tests.drafts import LEAST, given

SETTINGS = Settings()

# A meeting on Thursday, the 10th of September 2026.
HEAD = "2026年9月10日（周四）上午9点，松陵县充电安全推进会，县政府礼堂。副县长 季云帆 讲话，8分钟。\n"


def report_on(text: str, facts: str) -> GuardReport:
    sheet = f"{HEAD}【情况】\n{facts}"
    return guard(read_lines(text.split("\n")), source_of_text(sheet))


def found(text: str, facts: str) -> list[tuple[str, str]]:
    """Return code and words of what is found, what is missing from the text aside."""
    lines = text.split("\n")
    report = report_on(text, facts)
    return [
        (one.code, lines[one.line][one.start : one.end])
        for one in report.findings
        if one.severity is not Severity.HINT and one.start < one.end
    ]


CHARGING = """1. 8月排查“飞线充电”412处，已拆掉297处，涉及1850户。
2. 没拆的9月30日前全部拆完，县住建局牵头，供电公司配合。"""


@pytest.mark.parametrize(
    "text",
    [
        "8月排查412处，拆了297处。",
        "查了412处，还剩115处没有拆。",
        "拆掉的占七成多，还有近三成。",
        "从今天到9月30日，还有20天。",
        "涉及1800多户人家。",
        "没拆的9月底前全部拆完。",
        "没拆的115处9月30日前全部拆完，县住建局牵头，供电公司配合。",
        "我讲三点意见，大家一心一意去办，三天两头看一看，这两条要记牢。",
        "季云帆副县长讲了。",
    ],
)
def test_what_the_facts_give_is_no_finding(text: str) -> None:
    assert [] == found(text, CHARGING)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("全县建了充电棚63座。", "unsourced-figure", "63座"),
        ("一次罚款五百元，绝不手软。", "unsourced-figure", "五百元"),
        ("10月15日组织验收。", "unsourced-date", "10月15日"),
        ("各单位一周内报方案。", "unsourced-date", "一周内"),
        ("这件事由副局长马启航同志盯着。", "unsourced-name", "马启航"),
        ("县审计局已经来过。", "unsourced-organisation", "县审计局"),
        ("按照《消防管理条例》执行。", "unsourced-document", "《消防管理条例》"),
        ("省长强调：“安全是天大的事。”", "unsourced-quotation", "安全是天大的事。"),
        ("各乡镇主要负责同志是第一责任人。", "unsourced-owner", "各乡镇主要负责同志是第一责任人"),
        ("下个月我会到现场看。", "unsourced-promise", "下个月我会到现场看"),
        ("完不成的一律免职。", "unsourced-promise", "免职"),
        ("实行每周一调度。", "unsourced-frequency", "每周一调度"),
    ],
)
def test_what_no_fact_gives_is_told_at_its_words(text: str, code: str, words: str) -> None:
    assert (code, words) in found(text, CHARGING)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8月排查“飞线充电”421处，已拆掉297处。", "421处"),
        ("飞线充电已拆掉279处。", "279处"),
        ("涉及1800户。", "1800户"),
        ("没拆的9月20日前全部拆完。", "9月20日前"),
        ("没拆的由供电公司牵头，县住建局配合。", "供电公司"),
    ],
)
def test_what_the_facts_say_otherwise_is_told(text: str, words: str) -> None:
    assert ("contradicted-fact", words) in found(text, CHARGING)


COUNTY = """1. 打捆机148台，收储点建成26个，比去年多了3个。
2. 收储点9月25日前全部验收，县农业农村局负责，农户的问题3个工作日内答复。
3. 火化率上半年78%，比去年同期高6个百分点；飞行检查发现重复收费占41%，串换项目占23%。
4. 县道每公里补助1万元，乡道5000元。
5. 每月巡查1次。"""


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("打捆机148台，比去年翻了一番。", "unsourced-figure", "翻了一番"),
        ("还要再添置三十七部对讲机。", "unsourced-figure", "三十七部"),
        ("涉及上千户人家。", "unsourced-figure", "上千户"),
        ("每逢周末加派一班人巡查。", "unsourced-frequency", "每逢周末加派一班人巡查"),
        ("每逢单月开一次协调会。", "unsourced-frequency", "每逢单月开一次"),
        ("巡查隔天上门一次。", "unsourced-frequency", "隔天上门一次"),
        ("打白条的，站长当场撤换。", "unsourced-promise", "撤换"),
        ("收储点春节前全部验收。", "contradicted-fact", "春节前"),
        ("补贴从立冬起发放。", "unsourced-date", "立冬起"),
        ("收储点由县农业农村局局长负责。", "unsourced-owner", "县农业农村局局长"),
        ("收储点由分管副县长负责。", "unsourced-owner", "分管副县长负责"),
        ("年底评上先进的，送去疗养。", "unsourced-promise", "送去疗养"),
        ("谁伸手就摘谁的帽子。", "unsourced-promise", "摘谁的帽子"),
        ("完不成的不得提拔。", "unsourced-promise", "不得提拔"),
        ("火化率78%，比去年同期高一成。", "contradicted-fact", "一成"),
        ("飞行检查发现，投诉同比增长近三成。", "unsourced-figure", "近三成"),
        ("评上的，一个村得2万元。", "contradicted-fact", "2万元"),
        ("收储点建成26个，比去年少了3个。", "contradicted-fact", "比去年少了3个"),
        ("飞行检查发现的重复收费，排全省第二。", "unsourced-figure", "第二"),
        ("打捆机148台，比去年多一倍。", "unsourced-figure", "一倍"),
        ("收储点过完中秋再验收。", "unsourced-date", "过完中秋"),
        ("收储费一律免收。", "unsourced-promise", "免收"),
        ("打捆机的油钱从结余里出。", "unsourced-promise", "从结余里出"),
    ],
)
def test_an_invention_in_other_words_is_told(text: str, code: str, words: str) -> None:
    assert (code, words) in found(text, COUNTY)


@pytest.mark.parametrize(
    "text",
    [
        "打捆机148台，上面千条线，下面一根针，三百六十五天都要守着。",
        "涉及上百台打捆机。",
        "去年春节前，这里还没有一个收储点。",
        "收储点由县农业农村局负责，农户的问题3个工作日内答复。",
    ],
)
def test_a_saying_and_a_rough_figure_are_no_inventions(text: str) -> None:
    assert [] == found(text, COUNTY)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("毛利率是28.1%，去年同期还是30%。", "1. 毛利率28.1%，比去年同期低1.9个百分点。"),
        ("冬季奖励标准是【奖励标准】。", "1. 抢修11月起。"),
        ("三是团市委、教育局参加。", "1. 每年办一次高校专场，团市委、教育局参加。"),
    ],
)
def test_a_level_a_blank_and_an_ordinal_are_no_inventions(text: str, facts: str) -> None:
    assert [] == found(text, facts)


@pytest.mark.parametrize(
    ("text", "facts", "words"),
    [
        ("信息室俞少锋负责。", "1. 预约系统上线，信息室俞少峰负责。", "俞少锋"),
        ("有三名监考员把手机带进考场。", "1. 去年两名监考员把手机带进考场。", "三名"),
        ("年底前化解八百多万元。", "1. 旧债年底前化解800万元。", "八百多万元"),
        ("利息一个月31万元。", "1. 最多的村欠612万元，利息一年31万元。", "利息一个月31万元"),
        ("连续三个季度垫底的不批仪器。", "1. 连续两个季度垫底的不批仪器。", "三个季度"),
    ],
)
def test_a_fact_told_with_another_sign_is_told(text: str, facts: str, words: str) -> None:
    assert ("contradicted-fact", words) in found(text, facts)


def test_a_task_without_its_period_is_told() -> None:
    facts = "一、任务\n1. 值班情况由安监处每周公布一次。"
    missing = report_on("值班情况由安监处公布。", facts).findings
    assert ["missing-fact"] == [one.code for one in missing]


def test_so_many_for_each_of_so_many_may_be_said() -> None:
    facts = "1. 考点5个。\n2. 安检门每考点4台。"
    assert [] == found("安检门每考点4台，5个考点一共20台。", facts)


def test_a_festival_may_stand_for_the_day_that_the_facts_tell() -> None:
    facts = "1. 隐患9月30日前全部整改，县住建局负责。"

    assert [] == found("隐患国庆前全部整改，县住建局负责。", facts)
    assert ("contradicted-fact", "元旦前") in found("隐患元旦前全部整改。", facts)


def test_a_day_without_its_year_is_read_as_of_the_day_below_the_title() -> None:
    sheet = (
        "区第二实验学校奠基仪式\n时间：11月18日（星期三）上午10:18\n致辞人：副区长 鲜于海\n总投资3.86亿元。\n"
    )
    for year in (2026, 2020):
        text = f"在奠基仪式上的致辞\n（{year}年11月18日）\n各位来宾：\n总投资3.86亿元。"
        findings = guard(read_lines(text.split("\n")), source_of_text(sheet)).findings
        assert [] == [one for one in findings if one.severity is not Severity.HINT], year


@pytest.mark.parametrize("text", ["还有许多同志坐在台下。", "谢谢老支书，这份辛苦大家看得见。"])
def test_thanks_and_many_are_no_names(text: str) -> None:
    assert "unsourced-name" not in [code for code, _words in found(text, CHARGING)]


def test_words_in_front_of_a_body_are_no_part_of_its_name() -> None:
    codes = [code for code, _words in found("今天说说中心医院的门诊。", "1. 中心医院门诊平均候诊52分钟。")]

    assert "unsourced-organisation" not in codes


def test_a_limit_made_soft_is_told() -> None:
    facts = "1. 红白理事会每村1个，事主家办丧事不超过3天。"

    assert ("softened-target", "一般") in found("红白理事会每村1个，事主家办丧事一般不超过3天。", facts)


def test_nearly_all_is_more_than_nine_tenths() -> None:
    facts = "1. 火化率年底达到90%。"

    assert [] == found("火化率年底达到九成。", facts)
    assert found("火化率年底要接近百分之百。", facts)


def test_a_festival_made_vague_is_told() -> None:
    facts = "1. 隐患元旦前全部整改，县住建局负责。"

    assert ("softened-target", "前后") in found("隐患元旦前后全部整改，县住建局负责。", facts)


def test_a_span_within_which_something_is_due_has_to_be_said() -> None:
    report = report_on(
        "农户的问题要答复，县农业农村局负责。", "1. 农户的问题3个工作日内答复，县农业农村局负责。"
    )

    assert "missing-fact" in [one.code for one in report.findings]


def test_a_matter_not_to_be_read_out_does_not_shut_out_whom_it_is_about() -> None:
    facts = "1. 学生4260人。\n【要求】\n1. 别念学校排名。"

    assert [] == found("学校这边，学生4260人。", facts)
    assert ["unmet-intent"] == [code for code, _words in found("这个学校排名靠前，学生4260人。", facts)]


def test_the_remedy_of_a_contradiction_has_the_words_of_the_fact() -> None:
    report = report_on("涉及1800户。", CHARGING)

    (finding,) = [one for one in report.findings if one.code == "contradicted-fact"]
    assert finding.remedy is not None
    assert "1850户" in finding.remedy.told()


@pytest.mark.parametrize("word", ["力争", "原则上", "尽量", "争取"])
def test_a_word_that_softens_a_hard_deadline_is_told(word: str) -> None:
    assert ("softened-target", word) in found(f"没拆的{word}9月30日前全部拆完。", CHARGING)


def test_a_deadline_made_vague_is_told() -> None:
    assert ("softened-target", "前后") in found("没拆的9月30日前后全部拆完。", CHARGING)


def test_a_target_that_the_facts_make_soft_stays_soft() -> None:
    facts = "1. 飞线力争9月30日前全部拆完。"

    assert [] == found("飞线力争9月30日前全部拆完。", facts)


def test_a_soft_target_said_as_a_hard_one_is_told() -> None:
    report = report_on("同一企业一年行政检查不超过2次。", "1. 同一企业一年行政检查原则上不超过2次。")

    assert ["contradicted-fact"] == [one.code for one in report.findings]


def test_a_unit_that_the_facts_leave_open_is_told() -> None:
    facts = "1. 平均处置用时18.5，报表没标单位。"

    assert ("unsourced-figure", "18.5分钟") in found("平均处置用时18.5分钟。", facts)


def test_two_figures_that_changed_places_are_told() -> None:
    assert found("8月排查“飞线充电”297处，已拆掉412处。", CHARGING)


def test_a_fact_that_is_not_said_is_told_at_the_end() -> None:
    report = report_on("8月排查“飞线充电”412处，已拆掉297处，涉及1850户。", CHARGING)

    missing = [one for one in report.findings if one.code == "missing-fact"]
    assert missing
    assert "9月30日前全部拆完" in missing[0].message.told()


def test_a_name_that_was_to_stay_unnamed_is_told() -> None:
    facts = "1. 石亭镇租住房里充电，没人管。\n【领导意思】石亭镇不点名。"

    assert ("named-unnamed", "石亭镇") in found("石亭镇的租住房里还在充电。", facts)


def test_words_that_were_not_wanted_are_told() -> None:
    facts = "1. 飞线拆掉297处。\n【领导意思】“人人有责”这句别用。"

    assert ("unmet-intent", "人人有责") in found("拆飞线人人有责，拆掉297处。", facts)


def test_a_matter_that_was_not_to_be_touched_is_told() -> None:
    facts = "1. 飞线拆掉297处。\n【领导意思】电价的事不提。"

    assert ("unmet-intent", "电价") in found("飞线拆掉297处，电价也会降。", facts)


def test_thanks_that_are_lacking_are_told() -> None:
    report = report_on("飞线拆掉297处。", "1. 飞线拆掉297处。\n【领导意思】网格员要谢一句。")

    assert "unmet-intent" in {one.code for one in report.findings}


def test_the_table_tells_where_each_fact_is_said() -> None:
    report = report_on("先说家底。8月排查“飞线充电”412处，已拆掉297处，涉及1850户。", CHARGING)

    row = report.table[0]
    assert "进度" == row.type
    assert ["8月排查“飞线充电”412处，已拆掉297处，涉及1850户。"] == [said.text for said in row.said]
    assert (0, 5) == (row.said[0].line, row.said[0].start)


def test_the_report_is_told_to_programs_with_lines_from_one() -> None:
    told = report_on("全县建了充电棚63座。", CHARGING).as_json()

    first = next(one for one in told["findings"] if one["code"] == "unsourced-figure")
    assert (1, 8, 3) == (first["line"], first["column"], first["length"])
    assert CHARGING.split("。")[0][3:] == told["facts"][0]["words"]


def test_a_blank_is_no_claim() -> None:
    assert [] == found("8月排查“飞线充电”412处，已拆掉【待补：拆掉多少处，32处还是33处】。", CHARGING)


def test_a_sheet_without_a_year_takes_that_of_the_speech() -> None:
    sheet = (
        "9月10日（周四）上午9点，松陵县充电安全推进会。副县长 季云帆 讲话。\n【情况】\n没拆的9月30日前拆完。"
    )
    speech = read_lines(("在充电安全推进会上的讲话", "（2026年9月10日）", "没拆的9月30日前拆完，还有20天。"))

    assert () == guard(speech, source_of_text(sheet)).findings


def parameters(**facts: object) -> Parameters:
    return given(meeting={"date": datetime.date(2026, 9, 10)}, facts=facts)


def test_every_value_of_a_yaml_is_a_source() -> None:
    known = given(
        meeting={"date": datetime.date(2026, 9, 10), "venue": "县政府礼堂"},
        parts=[{"heading": "拆干净", "lead": "全县已经建成充电棚63座。"}],
    )

    assert () == guard(read_lines(["全县已经建成充电棚63座。"]), known).findings


def test_a_manuscript_that_knows_its_parameters_is_held_against_them() -> None:
    known = parameters(progress=["8月排查“飞线充电”412处，已拆掉297处"])
    lines = read_lines(["8月排查“飞线充电”412处，已拆掉279处。"]).lines

    codes = {
        one.code for one in RULES["contradicted-fact"].findings(Manuscript(lines, parameters=known), SETTINGS)
    }
    assert {"contradicted-fact"} == codes


def test_a_manuscript_without_parameters_has_no_findings_of_the_guard() -> None:
    manuscript = read_lines(["全县建了充电棚63座。"])

    assert not set(RULES) & {one.code for one in check(manuscript)}


@pytest.mark.parametrize("code", RULES)
def test_each_code_has_a_reason_and_examples(code: str) -> None:
    rule = RULES[code]

    assert rule.title
    assert rule.why.endswith("。")
    assert rule.bad != rule.good


def test_prose_of_ones_own_is_held_against_the_facts_and_is_none(tmp_path: Path) -> None:
    (tmp_path / "meeting.yaml").write_text(
        f"{LEAST}  date: 2026-09-10\nfacts:\n  situation:\n    - 去年秋季火点5个\n"
        "parts:\n  - role: tasks\n    heading: 把火点守住\n    points:\n      - heading: 夜里有人巡\n"
        "        text: 去年秋季火点4个，夜里都没人巡。\n",
        encoding="utf-8",
    )

    found = guard(read_lines(["去年秋季火点4个，夜里都没人巡。"]), source(tmp_path / "meeting.yaml")).findings

    assert "contradicted-fact" in {one.code for one in found}


def test_a_document_gives_the_facts_it_was_drafted_from(tmp_path: Path) -> None:
    (tmp_path / "meeting.yaml").write_text(
        f"{LEAST}  date: 2026-09-10\nfacts:\n  progress:\n    - 8月排查“飞线充电”412处，已拆掉297处\n"
        "closing: 全县已经建成充电棚63座。\n",
        encoding="utf-8",
    )
    drafter.write(drafter.draft(drafter.load(tmp_path / "meeting.yaml")), tmp_path / "meeting.docx")
    known = source(tmp_path / "meeting.docx")

    speech = read_lines(["排查了412处。", "全县已经建成充电棚63座。", "又建了充电棚64座。"])
    assert [1, 2] == [one.line for one in guard(speech, known).findings if one.start < one.end]


@pytest.mark.parametrize("name", ["facts.yaml", "facts.txt", "facts.md"])
def test_a_yaml_and_a_task_sheet_are_sources(tmp_path: Path, name: str) -> None:
    sheet = f"{HEAD}1. 已建充电棚63座。\n"
    yaml = f"{LEAST}facts:\n  progress:\n    - 已建充电棚63座\n"
    (tmp_path / name).write_text(yaml if name.endswith("yaml") else sheet, encoding="utf-8")

    assert () == guard(read_lines(["已建充电棚63座。"]), source(tmp_path / name)).findings


def test_what_two_told_figures_leave_may_be_said_beside_them() -> None:
    given = source_of_text("秸秆禁烧工作会，2026年9月22日\n情况：秸秆约3.9万吨\n收储点12个，能收2.6万吨")
    said = read_lines(["秸秆约3.9万吨，收储点能收2.6万吨，还有约1.3万吨没有去处。", "还有1.4万吨没有去处。"])

    found = [one.line for one in guard(said, given).findings if one.code == "unsourced-figure"]

    assert [1] == found


def test_days_to_a_deadline_are_not_the_figure_without_a_unit() -> None:
    facts = "1. 烘干塔日处理20（表上没写单位）。\n2. 没拆的9月30日前全部拆完。"

    assert [] == found("从今天到9月30日，还有20天。烘干塔日处理20【计量单位】。", facts)


def test_what_our_library_says_of_a_subject_claims_nothing() -> None:
    sayings = list(subjects_in().sayings("电信网络诈骗"))

    assert sayings and found("\n".join(sayings), "1. 全县立案412起电信网络诈骗。") == []


def test_a_word_that_is_not_wanted_is_told_in_what_the_library_says_too() -> None:
    saying = next(iter(subjects_in().sayings("电信网络诈骗")))

    assert ("unmet-intent", saying[:2]) in found(saying, f"1. 立案412起。\n【县长交代】不用“{saying[:2]}”。")
