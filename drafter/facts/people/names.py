"""Personal names: surnames, and where a name begins or ends in a text."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任"
    "袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈"
    "宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗"
    "丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊於惠甄曲家封芮羿储靳邴松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲"
    "伊宫宁仇栾暴甘斜厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶"
    "堵冉宰郦雍璩桑桂濮牛寿边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾暨衡步耿满弘匡国文寇广禄阙东"
    "欧沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙鞠须丰巢关蒯查荆红游竺权逯盖益桓公覃佟肖付仝闫岳代苟邝邬阙岑亓仉缑涂税冼揭候"
    "佘况琚鄢芈亓植敬卿邸官占揣晋楚漆牟楼苑栗粟肇亢昂宛鹿檀忻朴"
)
DOUBLE_SURNAMES = (
    "欧阳|万俟|拓跋|上官|司马|诸葛|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|南宫|鲜于|闻人|呼延|轩辕|澹台|钟离|宇文|长孙|淳于|濮阳"
    "|公冶|太史|申屠|乐正|东野|司空|百里|独孤|西门|闾丘"
)
# A single word of duty that a drafter writes right behind a name, and that hardly ends one.
_VERBS = "包盯抓管办督牵负兜挂讲说念任主各"
_AFTER_NAME = re.compile(
    r"$|两(?=[个年天])|再(?=[讲说])|最后|教授|博士|院士|先生|女士|写(?=[个篇稿份讲发致])|[，,。；;、：:！!？?\s（(）)】]|[包盯抓管办督牵负兜挂讲说念作任主总分来到在出致宣介通汇发同等和与的兼联具亲会要也就对领做带起撰拟代表为用、挨逐每全各认]"
)
# 给杜镇长周五上午起稿, 周校长周一要讲的 tell when; 周一鸣 is a name.
_WEEKDAY = re.compile("周[一二三四五六日末](?:$|[要上下早晚晨中午夜会开那这的前后去来就得还给在])")
# 时镇长; but 小时, 同时, 时常 tell when.
_SHI = "(?<![0-9同临及准按当平小有届随何此那学工到超定实暂])时(?![常候间段刻期机代不讲说要就还也都没，,])"
# A surname; 谈话 is what somebody does, 麻烦韩老师 asks him, 明天 is near.
FAMILY = re.compile(f"(?:{DOUBLE_SURNAMES})|(?!谈[话心判]|麻烦|明[天日晚早年])[{SURNAMES}]|{_SHI}")


def name_at(text: str, position: int) -> str:
    """Return the personal name that begins at ``position``, "" if none does."""
    family = FAMILY.match(text, position)
    if "任何" in text[max(0, position - 1) : position + 2]:
        # 任何人 is nobody by the name of 何.
        return ""
    if not family or pattern("agenda-verb").match(text, position) or text.startswith("谈话", position):
        # 支部书记谈话 tells what he does.
        return ""
    size = len(family[0])
    spaced = re.compile("[ \u3000]{1,2}([\u4e00-\u9fff])(?=$|[，,。；;、）)\\s])").match(
        text, position + size
    )
    if spaced:
        return text[position : spaced.end()]
    # A longer name goes first, unless its last sign is a verb of duty: 邢建｜包.
    for given in (2, 1):
        end = position + size + given
        name = text[position:end]
        if len(name) < size + given or not all("\u4e00" <= sign <= "\u9fff" for sign in name):
            continue
        # 干部家的 is nobody called 干, 班组长管自己 nobody called 管.
        none = name.endswith(("的", "自己", "自家")) or is_weekday(name)
        if (given == 2 and name[-1] in _VERBS) or none:
            continue
        if _AFTER_NAME.match(text, end):
            return name
    return ""


def name_in_front(text: str, end: int) -> str:
    """Return the personal name that ends at ``end``, the longest that is one; "" if none does."""
    sizes = (size for size in (4, 3, 2) if size <= end)
    return next((text[end - size : end] for size in sizes if is_name(text[end - size : end])), "")


def is_name(text: str) -> bool:
    """Return whether a text is a surname with one or two signs behind it, and nothing else."""
    family = FAMILY.match(text)
    fits = family is not None and len(family[0]) < len(text) <= len(family[0]) + 2
    return fits and all("\u4e00" <= sign <= "\u9fff" for sign in text)


def is_weekday(text: str) -> bool:
    """Return whether a text that looks like a name is a day of the week: 周一, 周一要."""
    return _WEEKDAY.match(text) is not None


def is_whole(name: str) -> bool:
    """Return whether a name is more than a surname, or than nothing: 于兰, and not 于 or 欧阳."""
    return len(name) > 1 and FAMILY.fullmatch(name) is None


def may_begin_name(text: str, position: int) -> bool:
    """Return whether a surname stands at ``position``."""
    return FAMILY.match(text, position) is not None


def ends_in_name(text: str) -> bool:
    """Whether a text ends in a personal name: 材料学院童雪."""
    return any(name_at(text, len(text) - size) == text[-size:] for size in (2, 3, 4) if size <= len(text))
