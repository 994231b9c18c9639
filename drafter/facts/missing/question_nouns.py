"""What a clerk calls that which a question asks for: 个数, 金额, 责任人, 日期."""

from __future__ import annotations

from drafter.facts import patterns as re

# What is counted by a word of its own.
AMOUNTS = (
    "个台套户人件处米吨亩天次项辆间盏本袋箱名位家条座栋只头棵株块元场期节班年分层批组支张份斤公"
    "度平把双艘部口根片门顶扇架列轮种类周岁步楼成倍"
)
_Made = tuple[str, str, str, str]
_MEASURES = {
    "人": "人数", "名": "人数", "位": "人数", "元": "金额", "楼": "楼层", "岁": "年龄",
    "公": "数量", "平": "面积", "成": "成数",
}  # fmt: skip
_EXTENTS = {
    "大": "面积", "长": "长度", "久": "时长", "高": "高度", "宽": "宽度", "深": "深度", "重": "重量",
    "远": "距离", "厚": "厚度",
}  # fmt: skip
# What money is asked for by.
_MONEY = re.compile("[补贴奖罚出拨付花收缴交赔费款薪资租价金酬钱投]|标准|预算")
# Behind these words an amount needs a verb: 预算是【】.
_NOUN = re.compile(
    "(?:[费款额率数价限幅度期金比]|预算|补助|补贴|津贴|工资|(?!每人|每户)[一-鿿]{2}奖|之前|原来|以前|去年|上年|资金|总量|规模|面积|电话|号码|缺口|预计|标准|比例|时间|日期|名额)$"
)
_NAMED_AMOUNT = re.compile(
    "(?:比例|[一-鿿]率|单价|价格|标准|工期|期限|时限|限额|[上下]限|名额|缺口|面积|[一-鿿]价|定额|金额)$"
)
# What is asked for by a verb alone: 扣多少, 罚多少.
_SUMS = {
    "扣": "扣减数额", "补": "补助标准", "奖": "奖励标准", "罚": "罚款数额", "出": "出资数额",
    "挂": "挂钩比例", "涨": "上涨幅度", "降": "下降幅度", "缺": "缺口数量", "差": "差额",
    "拨": "拨付数额", "花": "费用", "占": "比例", "给": "数额", "收": "收取数额", "减": "减少数额",
}  # fmt: skip
# 什么时候到: what a verb of one sign is called as a noun.
_DOINGS = {
    "到": "到位", "来": "到位", "通": "开通", "换": "更换", "修": "维修", "建": "开建", "装": "安装",
    "搬": "搬迁", "查": "检查", "开": "开始", "交": "交付", "还": "归还", "补": "补发",
    "退": "退还", "拆": "拆除", "完": "完成", "走": "出发", "改": "修改",
}  # fmt: skip
_TIMES = {"天日号": "日期", "月": "月份", "年": "年份"}
# Whoever comes takes up his post.
_PEOPLE = re.compile("[人员师生]$|医生|护士|师傅|干部|队伍|专家|编制")
_BODIES_DO = (
    "供货|施工|承建|承办|主办|协办|供应|采购|安装|维修|承运|运营|建设|出资|监理"
    "|设计|代管|托管|配送|承包|出钱|垫钱|出"
)
_ROLES = {
    "牵头": "牵头单位", "主办": "主办单位", "承办": "承办单位", "配合": "配合单位", "负责": "责任人",
    "落实": "责任人", "包": "包保责任人", "包保": "包保责任人", "出": "出资方", "出钱": "出资方",
    "垫钱": "垫资方", "认领": "认领人",
}  # fmt: skip
_GIVEN = {"租": "承租人", "包": "承包人", "交": "接收人"}
_WHICH_NOUN = re.compile(
    "[一-鿿]{0,2}?(?:领导|干部|公司|企业|单位|部门|学校|医院|科室|处室|乡镇|社区|小区|班组|路段|机构|银行|厂家?|品牌|牌子|型号|学生|老师|线路|路线|车间|街道|村|镇|乡|科|队|院|校|班|店|站点?|路|街|楼|岗位?|项目|车型|方案|地块|平台|系统|材料|品种|教材|号码?|版本|试卷|卷子)"
)
_WHICH = {
    "家": "单位", "位": "人选", "条": "线路", "种": "品种", "款": "型号", "套": "方案", "处": "地点",
    "块": "地块", "所": "学校", "座": "名称", "栋": "楼栋", "支": "队伍", "项": "项目", "类": "类别",
    "层": "楼层", "台": "编号", "批": "批次", "些": "范围",
}  # fmt: skip
# 用哪条路线, 装在哪几部电梯, 装哪个牌子: what is chosen stands behind, and nothing is done by it.
_CHOSEN = re.compile("[装用选买租请考走收投进在到报是]$")
# 找哪家, 装在哪几部: what one of many is chosen for.
_LED = re.compile("[从由给让在到向归往跟和用找请选租走买装报投收考进调是]$")
_DOES = re.compile("[公企单部构厂社道科队院校班店村镇乡站]|领导|干部")
# 哪个厂: what a word of one sign is called alone.
_WHOLE = {
    "科": "科室",
    "厂": "厂家",
    "校": "学校",
    "院": "医院",
    "队": "队伍",
    "街": "街道",
    "路": "路段",
    "楼": "楼栋",
    "站": "站点",
    "号": "号码",
}
_WAYS = {
    "补": "补偿", "赔": "赔偿", "分": "分配", "算": "计算", "摊": "分摊", "退": "退还", "凑": "筹措",
    "筹": "筹措", "发": "发放", "收": "收取", "排": "安排", "扣": "扣减", "罚": "处罚", "奖": "奖励",
    "挂": "挂钩", "用": "使用", "定": "确定", "管": "管理", "走": "办理", "办": "办理", "弄": "处理",
    "处理": "处理", "改": "整改", "修": "维修", "运": "运送", "选": "选定", "评": "评定",
}  # fmt: skip


def noun_of(kind: str, front: str, asks: re.Match[str], rest: str) -> _Made | None:
    """Return of a question what stands in front of its blank, a joint, the noun of the blank, and the rest.

    None where no good sentence can be made of it.
    """
    return _MAKERS[kind](front, asks, rest)


def _when(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    rest = re.sub("^(?:才|能|可以|再|会)+(?=.)", "", rest)
    plain = next((name for signs, name in _TIMES.items() if asks[0][-1] in signs), "时间")
    if not rest and (until := re.search("(?<![推改放定排移挪安提])到(?:早上|上午|下午|晚上|夜里)?$", front)):
        return (front, "", "结束时间" if "延" in front[: until.start()][-1:] else "截止时间", "")
    if re.fullmatch("有(?:个|了)?(?:说法|结果|准信|准话|信|答复|眉目|着落)", rest):
        return None
    bare = not rest and not re.search("[到从在自至于放是定安排改延推]$", front)
    does = "到岗" if rest in ("到", "来") and _PEOPLE.search(front) else _DOINGS.get(rest, rest)
    # 班车几点发 is no pay.
    does = "发放" if rest == "发" and _MONEY.search(front) else does
    noun = f"{does}{plain}" if 2 <= len(does) <= 4 and not re.search("[的了是]", does) else plain
    if bare:
        return (front, f"的{plain}是" if len(front) > 1 else "具体是", plain, "")
    return (front, "", noun, rest)


def _amount(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    said = asks[0]
    front = re.sub("(?:大概|大约|约)$", "", front)
    joint = "是" if _NOUN.search(front) and not rest else "" if front else "要"
    named = _NAMED_AMOUNT.search(front)
    name = named[0][-2:] if named else ""
    if said.startswith("多大") and _MONEY.search(front):
        return (front, "是", "金额", "")
    if said.startswith("多") and said[1:2] in _EXTENTS:
        return (front, joint, name or _EXTENTS[said[1]], rest)
    unit = re.sub("^(?:多少|几)[十百千万亿]*", "", said)
    if unit in ("钱", "块钱", "元钱", "元") or unit == "块" and _MONEY.search(front) or said.endswith("万"):
        return (front, joint, "费用" if front.endswith("花") else _SUMS.get(front, "金额"), rest)
    if unit:
        return (front, "是", name, f"{unit}{rest}") if name else _counted(front, unit, rest)
    if name:
        return (front, "" if rest else "是", name, rest)
    plain = "金额" if _MONEY.search(front) else "数量"
    return (front, joint, plain if joint == "是" else _SUMS.get(front[-1:], plain), rest)


def _counted(front: str, unit: str, rest: str) -> _Made | None:
    """Return what is counted by a word of its own: 班数 of 几个班, 套数 of 几套."""
    whole = re.fullmatch("个(?P<n>[一-鿿]{1,2})", f"{unit}{rest}")
    if (
        unit == "公"
        and not rest.startswith(("里", "斤"))
        or unit == "平"
        and not rest.startswith(("方", "米"))
    ):
        return None
    if of_what := re.fullmatch("是([一-鿿]{2,6}?)的?", rest):
        return (front, "", f"{of_what[1]}的{unit}数", f"{unit}{rest}")
    if unit == "个" and rest.startswith("点"):
        return (front, "", "点数", f"{unit}{rest}")
    if (front[-1:], unit) == ("扣", "分"):
        return (front, "", "扣分数", f"{unit}{rest}")
    if unit == "名" and front.endswith(("排到", "争到", "进到")):
        return (front, "", "名次", f"{unit}{rest}")
    people = unit == "个" and rest.startswith("人")
    noun = "人数" if people else f"{whole['n']}数" if whole else _MEASURES.get(unit, f"{unit}数")
    return (front, "", noun, f"{unit}{rest}")


def _who(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    front, given = re.sub("(?:由|让|归|该)$", "", front), re.search("[给对向跟找请雇派聘选是]$", front)
    if given and not rest:
        noun = "人选" if given[0] in "是请" else _GIVEN.get(front[-2:-1], "对象")
        return (front, "", noun, "")
    if front.endswith("在"):
        return (front, "", "保管人", rest)
    # 河口镇哪位领导包: whoever it is, he is one of them.
    rest = re.sub("^(?:[局县区市镇乡街院校厂矿]|班子)?(?:领导|干部|同志)(?=.)", "", rest)
    does = re.sub("^(?:来|去|先|要|再)+(?=.)", "", rest)
    rest = re.sub("^来(?=.)", "", rest)
    if does in ("包", "包保"):
        return (
            front,
            "的包保责任人是" if front and not front.endswith("的") else "包保责任人是",
            "包保责任人",
            "",
        )
    if does in ("", "来", "去", "干", "做", "办", "管", "负责"):
        return (front, "由", "责任人", does if does in ("管", "办") else "负责")
    if re.fullmatch("(?:总|统一|现场|全程)[一-鿿]{2}", does):
        return (front, "由", f"{does}人", rest)
    noun = _ROLES.get(does) or (
        "" if len(does) != 2 else f"{does}{'方' if re.fullmatch(_BODIES_DO, does) else '人'}"
    )
    chosen = "对象" if given and given[0] in "给对向跟" else "人选"
    return (front, "" if given else "由", noun or (chosen if given else "责任人"), rest)


NEXT = re.compile("(?:[今明后]年|下一?[届期轮次年]|[上下]半年|[本下](?:学期|季度|个?月))(?=[一-鿿]{2})")


def _which(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    noun = _WHICH_NOUN.match(rest)
    measure = asks[0][-1]
    led = _LED.search(front)
    if led and led[0] == "从" and rest in ("开始", "起", "做起", "先来"):
        return (front, "", "起始单位", rest)
    thing = noun[0] if noun else rest if _CHOSEN.search(front) and 2 <= len(rest) <= 4 else ""
    if not front and not rest:
        return (front, "具体是", "名单", "")
    name = thing or _WHICH.get(measure, "")
    if not name:
        return None
    behind = rest.removeprefix(thing)
    if not front and (when := NEXT.match(behind)):
        # 哪家企业明年承办: when it is to be done stands in front of by whom.
        front, behind = when[0], behind[when.end() :]
    role = _ROLES.get(re.sub("^(?:来|去)", "", behind), "") if measure in "家个" else ""
    is_doer = not thing or _DOES.search(name)
    joint = "由" if is_doer and behind and front and not led and measure in "家个位些支哪几" else ""
    return (front, joint, role or _WHOLE.get(name, name), behind)


def _where(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    if re.match("[出拿筹]", rest) and not front.endswith("从"):
        # 剩下的哪里出: who pays it.
        return (front, "从", "资金来源", rest)
    source = front.endswith("从")
    money = _MONEY.search(front) and re.match("[出来列拿筹支]", rest)
    noun = "资金来源" if source and money else "来源" if source else "地点"
    if not source and re.search("(?:搬|安置|送|运|拉|倒|转移|分流|轮|调)[到往在至]?$", front):
        noun = "去处"
    if re.search("[建修盖][在到]$", front):
        noun = "建设地点"
    return (front, "" if front else "在", noun, rest) if front or rest else None


def _rank(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    return (front, "第", "目标名次" if re.search("[争保拿]$", front) else "名次", rest)


def _share(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    return (front, "", "比例", rest)


def _whether(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    verb = asks["verb"]
    if asks[0] == "是否" or verb == "是":
        short = re.fullmatch("[一-鿿]{1,4}", rest) and asks[0] == "是否"
        return (front, "", f"{rest}或不{rest}", "") if short else (front, "", "是或不是", rest)
    if verb is None:
        yes = asks[0][:1] if asks[0] != "可不可以" else "可以"
        no = {"有没有": "没有"}.get(asks[0], f"不{yes}")
        return (front, "", f"{yes}或{no}", rest)
    no = asks[0][len(verb)]
    if len(rest) == 1 or rest[:1] in tuple("到完好成齐"):
        # 挂不挂钩, 找没找到施工队: a verb that is parted.
        does, rest = f"{verb}{rest[:1]}", rest[1:]
        return (front, "", f"{does}或{no}{does}", rest)
    if rest.startswith("得"):
        return None
    return (front, "", f"{verb}或{no}{verb}", rest)


def _how(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    does = re.sub("^(?:去|来|个)(?=.)", "", rest)
    if does.endswith("法"):
        return (front, "按", f"{does[:-1]}办法", f"{does[:-1]}")
    if with_ := re.fullmatch("(?P<whom>[和跟与同][一-鿿]{2,8})(?P<does>[一-鿿]{2})", does):
        # 怎么和年终考核挂钩
        front, does = f"{front}{with_['whom']}", with_["does"]
    if not 1 <= len(does) <= 4:
        return None
    noun = f"{_WAYS.get(does, does if len(does) > 1 else '')}办法"
    return (front, "照" if "按" in front else "按", noun, does)


def _what(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    """Return what is still to be chosen; what a thing is to be called is its name: 统一叫【名称】."""
    if not front or len(rest) > 4:
        return None
    noun = "名称" if rest in ("", "名", "名字") and re.search("[叫写]$", front) else rest
    return (front, "" if re.search("[是用装选买叫写]$", front) else "是", noun, "") if noun else None


def _other(front: str, asks: re.Match[str], rest: str) -> _Made | None:
    """Return one of two: 放一天还是两天 as 放【一天或两天】."""
    rest = rest.removesuffix("的")
    if not 1 <= len(rest) <= 8 or re.search("什么|啥|[哪几谁]|多少", rest):
        return None
    at = front.rfind(rest[0], max(0, len(front) - len(rest) - 3))
    numeral = (
        re.search(r"[一二两三四五六七八九十半\d]+[一-鿿]{1,2}$", front)
        if re.match(r"[一二两三四五六七八九十半\d]", rest)
        else None
    )
    start = at if at >= 0 else numeral.start() if numeral else len(front) - len(rest)
    first = front[max(0, start) :]
    if not first or start < 0:
        return None
    # 按天还是按月: by which of them it is worked out.
    does = "算" if first.startswith("按") and rest.startswith("按") else ""
    return (front[:start], "", f"{first}或{rest}", does)


_MAKERS = {
    "when": _when, "amount": _amount, "who": _who, "which": _which, "where": _where, "rank": _rank,
    "share": _share, "whether": _whether, "how": _how, "what": _what, "other": _other,
}  # fmt: skip
