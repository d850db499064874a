"""What stands in names in every language: degrees behind them, pairs of initials before them."""

from __future__ import annotations

from typing import Final

CREDENTIALS: Final = frozenset(
    [
        "phd",
        "md",
        "do",
        "mph",
        "rn",
        "rd",
        "rdn",
        "ld",
        "ldn",
        "cpa",
        "cfp",
        "esq",
        "mba",
        "msw",
        "lcsw",
        "lmft",
        "lpc",
        "psyd",
        "jd",
        "ma",
        "ms",
        "msc",
        "bsc",
        "ba",
        "bs",
        "dvm",
        "vmd",
        "dds",
        "dmd",
        "pt",
        "dpt",
        "np",
        "aprn",
        "fnp",
        "pharmd",
        "cscs",
        "cissp",
        "pe",
        "aia",
        "faia",
        "faap",
        "facp",
        "mbbs",
        "frcs",
        "frcp",
        "facog",
        "edd",
        "mfa",
        "llm",
        "llb",
        "cfa",
        "ea",
        "rph",
        "acc",
        "pcc",
        "cpt",
        "lvt",
        "cvt",
        "vts",
        "foma",
        "dabom",
        "faclm",
        "ryt",
        "e-ryt",
        "dacvb",
        "dacvim",
        "ccrn",
    ]
)
"""Degrees and memberships after a name, full stops dropped; they are no part of it."""

INITIAL_PAIRS: Final = frozenset(
    [
        "AJ",
        "CJ",
        "DJ",
        "EJ",
        "JB",
        "JC",
        "JD",
        "JJ",
        "JK",
        "JP",
        "JR",
        "JT",
        "KC",
        "KJ",
        "LJ",
        "MJ",
        "PJ",
        "RJ",
        "TJ",
        "TK",
        "BJ",
        "CD",
        "CW",
        "DW",
        "EB",
        "GK",
        "HG",
        "JM",
        "RC",
        "RW",
        "TS",
        "WB",
    ]
)
"""Pairs of initials that stand for a first name."""

HAN_SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧"
    "冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖"
    "石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀毛郝顾顧龚龔邵万萬钱錢"
    "严嚴赖賴覃洪武莫孔汤湯向常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷"
    "詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧符阮尚舒纪紀柯梅童凌毕畢单單季裴霍涂苗谷盛曲翁冉骆駱"
    "蓝藍路游辛靳管柴蒙鲍鮑华華喻祁房蒲滕屈饶饒解牟艾尤时阳陽穆农農司卓古吉缪繆简簡车車项項连"
    "連芦蘆麦麥褚娄婁窦竇戚岑景党宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师"
    "師仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺封谈談匡鞠惠荆荊乐樂冀"
)
"""The most frequent Chinese surnames of one character, simplified and traditional."""

HAN_SURNAMES_OF_TWO: Final = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "上官",
        "诸葛",
        "諸葛",
        "东方",
        "東方",
        "皇甫",
        "尉迟",
        "尉遲",
        "公孙",
        "公孫",
        "慕容",
        "令狐",
        "司徒",
        "夏侯",
        "端木",
    ]
)
"""Chinese surnames of two characters."""
