"""One meeting in two years, and the documents of either."""

from __future__ import annotations

from pathlib import Path

import drafter
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from tests.merge.opened import PROPERTIES, members, packed

LIBRARY = builtin_library()

LAST = """\
kind: deployment
meeting:
  name: 全市安全生产工作会议
  date: 2024-01-15
  level: 市
  region: 云州市
  purpose: [总结去年安全生产工作, 分析形势, 部署今年任务]
speaker: {name: 田守诚, post: 副市长}
topic: 安全生产
parts:
  - role: significance
    heading: 提高站位，充分认识安全生产的极端重要
    lead: 去年，全市发生各类生产安全事故86起，没有发生较大以上事故，成绩来之不易。
    points:
      - {heading: 安全生产是发展的前提, text: 没有安全，一切归零。}
      - {heading: 安全生产是民生的底线, text: 群众出门图个平安，上班图个安心。}
  - role: tasks
    heading: 突出重点，坚决遏制重特大事故
    numbering: 一要
    points:
      - heading: 紧盯危险化学品，管住重大危险源
        text: 危险化学品量大面广，一刻也松不得。
        figures:
          - {name: 重大危险源, value: 38, unit: 处, period: 截至2023年底, source: 市应急管理局统计}
          - {name: 化工企业, value: 52, unit: 家, period: 去年, source: 市应急管理局统计}
        owner: 市应急管理局
        deadline: 6月底前
      - heading: 紧盯道路交通，管住两客一危
        text: 对两客一危车辆要动态监控，超速、疲劳驾驶当场提醒。
        owner: 市公安局
      - heading: 紧盯建筑施工，管住高处作业
        text: 高处作业是第一杀手，安全带要系牢，临边防护要到位。
        owner: 市住建局
  - role: safeguards
    heading: 压实责任，确保各项措施落到实处
    numbering: 一要
    points:
      - {heading: 扛起领导责任, text: 党政主要负责同志每季度至少研究一次安全生产工作。}
      - {heading: 严格执法检查, text: 执法要敢于亮剑，对屡查屡犯的企业从严处罚。}
closing: 同志们，安全生产没有终点。让我们守好这条底线，为全市发展保驾护航！
"""
HAZARDS, PLANTS = [f"{line}\n" for line in LAST.splitlines() if "- {name: " in line]
ROAD = LAST[LAST.index("      - heading: 紧盯道路交通") : LAST.index("      - heading: 紧盯建筑施工")]
BUILDING = LAST[LAST.index("      - heading: 紧盯建筑施工") : LAST.index("  - role: safeguards")]
GAS = """\
      - heading: 紧盯燃气使用，管住餐饮场所
        text: 餐饮场所的软管、阀门、报警器要一户一户地查。
        owner: 市城管局
"""
INSPECTION = "      - {heading: 严格执法检查, text: 执法要敢于亮剑，对屡查屡犯的企业从严处罚。}\n"
# The figures stand in another order, a point has moved, one is new, one is gone.
THIS = (
    LAST.replace(f"{HAZARDS}{PLANTS}", f"{PLANTS}{HAZARDS}".replace("52", "49").replace("38", "41"))
    .replace("2024-01-15", "2025-01-16")
    .replace("2023年底", "2024年底")
    .replace("86起", "79起")
    .replace("提高站位", "站稳人民立场")
    .replace("成绩来之不易", "这个成绩来之不易，要倍加珍惜")
    .replace("name: 田守诚", "name: 周明远")
    .replace(INSPECTION, "")
    .replace(ROAD + BUILDING, BUILDING.replace("安全带要系牢，", "") + GAS + ROAD)
)


def yaml(path: Path, text: str) -> Path:
    """Put ``text`` at ``path``."""
    path.write_text(text, encoding="utf-8")
    return path


def document(path: Path, text: str) -> Path:
    """Put the document of the YAML ``text`` at ``path``."""
    source = yaml(path.with_suffix(".yaml"), text)
    speech = drafter.draft(drafter.load(source), LIBRARY)
    path.write_bytes(write_docx(speech, LIBRARY.layout(speech.layout)))
    return path


def forgetful(path: Path) -> Path:
    """The document at ``path`` without what it remembers of its YAML, beside it."""
    parts = members(path.read_bytes())
    own = b"<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'/>"
    copy = path.with_stem(f"{path.stem}-forgetful")
    copy.write_bytes(packed(parts | {PROPERTIES: own}))
    return copy
