"""The codes of the guard: what each stands for, why, and an example."""

from __future__ import annotations

from drafter.check.finding import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

# Code, title, severity, why, bad, good. The facts of the examples: 4月25日前全部销号；水利局牵头；共680万元.
ROWS = (
    (
        "unsourced-figure", "没有出处的数", _ERROR,
        "讲话里的每个数，台下都有人对得上账。材料里没有、也推算不出来的数，一个都不能写。",
        "全县组建抢险队伍32支。", "抢险队伍【待补：支数】。",
    ),
    (
        "unsourced-date", "没有出处的日子", _ERROR,
        "日子一说出口就是命令。材料没有定的期限，起草的人不能替领导定。",
        "5月20日前开展一次“回头看”。", "回头看的时间【待补】。",
    ),
    (
        "unsourced-name", "没有出处的人名", _ERROR,
        "点到谁就是谁的责任。材料里没有的人名不能写，不知道的留空。",
        "这项工作由副县长周启明负责。", "这项工作由【待补：责任人】负责。",
    ),
    (
        "unsourced-organisation", "没有出处的单位", _ERROR,
        "点到的单位要领任务。材料没有点的单位，不能由起草的人加上去。",
        "县公安局要抓紧配合。", "水利局牵头，应急、气象配合。",
    ),
    (
        "unsourced-document", "没有出处的文件", _ERROR,
        "文件名称要能查到原文。材料里没有的文件、法规、方案，不能引。",
        "按照《全县防汛责任追究办法》执行。", "按照防汛预案执行。",
    ),
    (
        "unsourced-quotation", "没有出处的引语", _ERROR,
        "引谁的话，要有原话可查。材料里没有的指示、讲话、群众原话，不能编。",
        "省领导强调：“汛期不过、队伍不散。”", "罗县长讲过的那句话，照原话写。",
    ),
    (
        "unsourced-owner", "没有出处的责任人", _ERROR,
        "谁牵头、谁负责，以材料为准。材料没有写，就是还没有定。",
        "各乡镇主要负责同志为第一责任人。", "由水利局牵头。",
    ),
    (
        "unsourced-promise", "没有出处的许诺", _WARNING,
        "领导当众说出口的都要兑现。材料里没有的承诺、到场、奖惩，不能替他说。",
        "下个月我会到现场看。", "这件事由水利局牵头。",
    ),
    (
        "unsourced-frequency", "没有出处的频次", _ERROR,
        "几天一调度、多久一通报，是给下面派活。材料没有定的频次不能写。",
        "实行每周一调度、每日一报告。", "半月一查，上红黑榜。",
    ),
    (
        "contradicted-fact", "与材料不符", _ERROR,
        "数、日子、单位、责任人与材料不一样，念出去就是两个说法。",
        "销号15处（材料：51处）。", "销号51处。",
    ),
    (
        "softened-target", "硬指标说软了", _ERROR,
        "材料里定死的期限和指标，前面加了力争、原则上、尽量、左右，等于没有定。",
        "力争4月25日前全部销号。", "4月25日前全部销号。",
    ),
    (
        "missing-fact", "漏了材料", _WARNING,
        "材料交下来的任务、期限、问题、分工，讲话里没有说到，会后就没有人认。",
        "（材料：编织袋缺2万条，4月20日前补齐。全文未提）", "编织袋缺2万条，4月20日前补齐。",
    ),
    (
        "named-unnamed", "不点名的点了名", _ERROR,
        "领导交代不点名的地方、单位和人，连同能叫人对上号的话，都不能出现。",
        "石桥乡河道里横着沙坝。", "有一段河道里横着沙坝。",
    ),
    (
        "unmet-intent", "没有照领导的交代写", _WARNING,
        "不用的词用了，不碰的事碰了，要点的没有点，要谢的没有谢，稿子就得返工。",
        "要严肃问责。（交代：问责不碰）", "（不写问责）",
    ),
)  # fmt: skip

SEVERITIES = {code: severity for code, _title, severity, *_example in ROWS}
