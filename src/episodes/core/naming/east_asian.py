"""People in Japanese, Chinese and Korean texts, where neither capitals nor spaces tell a name from what stands around.

So a name counts only beside a word for hosts or guests, up to a sign or particle that ends it; of Chinese and Korean
names the family name must be a common one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.credit import Role
from episodes.core.naming.person_names import Name
from episodes.core.naming.sightings import Sighting, sighting

#: Nobody is introduced below the first lines; more is not looked at.
MOST_LINES, LONGEST_LINE = 40, 1000
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")

_HAN = r"[\u4e00-\u9fff々]"
_JAPANESE = (
    rf"{_HAN}{{2,4}}(?:{_HAN}|(?!さん|さま|くん|ちゃん|です|から|より|まで|など)(?:[ぁ-ゖ]{{2,3}}|[ァ-ヺー]{{2,4}}))?"
)
_JAPANESE_END = r"(?=さん|氏|先生|様|が|と|は|の|です|による|[\s、,・&＆/／。)）」』]|$)"
_CHINESE_END = (
    r"(?=[\s，,。、；;：:/／｜|&＆)）《〈「]|和|與|与|跟|及|每|將|将|在|會|会|帶|带|邀|來|来|聊|談|谈|老師|老师|$)"
)
_CHINESE = (
    r"(?:歐陽|欧阳|司馬|司马|諸葛|诸葛|[王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何高林羅罗鄭郑梁謝谢宋唐許许韓韩馮冯鄧邓曹彭曾"
    r"蕭萧肖田董袁潘於蔣蒋蔡余杜葉叶程蘇苏魏呂吕丁任沈姚盧卢姜崔鍾钟譚谭陸陆汪范金石廖賈贾夏韋韦付方白鄒邹孟熊秦邱江尹薛閻阎段雷侯龍龙史陶黎"
    rf"賀贺顧顾毛郝龔龚邵萬万錢钱嚴严覃武戴莫孔向湯汤洪])(?:{_HAN}{{2}}|{_HAN}{_CHINESE_END})"
)
_KOREAN = (
    r"(?<![가-힣])(?:남궁|황보|[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채"
    r"원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모])[가-힣]{2}"
)
_KOREAN_END = r"(?=씨|님|이|가|와|과|의|은|는|[\s,.·/&)]|$)"
_LIST = r"(?P<names>{name}{end}(?:(?:さん|氏)?\s?(?:[、,・&＆/／と和與与跟及]|와|과)\s?{name}{end}){{0,4}})"


def _behind(words: str, between: str, name: str, end: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){between}{_LIST.format(name=name, end=end)}")


_KOREAN_CALLED = r"\s?(?:씨|님|교수|작가|기자|감독|박사|대표|선생|배우|원장|소장|변호사|평론가|연구원)"
_HOSTS = (
    _behind(
        r"パーソナリティー?|司会|ホスト|ナビゲーター|進行役?|(?<![A-Za-z])MC",
        r"\s?[の:：はを／/]\s?",
        _JAPANESE,
        _JAPANESE_END,
    ),
    _behind(r"主持人|主持|主播", r"\s?(?:[:：/／｜|]|是|為|为)?\s?", _CHINESE, _CHINESE_END),
    _behind(r"진행자?|(?<![A-Za-z])MC|호스트", r"\s?[:：]?\s?", _KOREAN, _KOREAN_END),
    re.compile(rf"(?P<names>{_KOREAN})(?:이|가)\s(?:진행|이끄|들려주|만드)"),
)
_GUESTS = (
    re.compile(rf"ゲスト(?:は|に|として|の|\s?[:：／/])[^。！？\n]{{0,24}}?(?:の|、|[:：／/]\s?|は)(?P<names>{_JAPANESE})(?=さん|氏|先生)"),
    _behind(r"ゲスト", r"\s?[:：／/]\s?", _JAPANESE, _JAPANESE_END),
    re.compile(rf"(?P<names>{_JAPANESE})(?:さん|氏|先生)を(?:ゲスト|お迎え|お招き)"),
    _behind(
        r"嘉賓|嘉宾|來賓|来宾|特邀嘉?[賓宾]?|對談人?|对谈人?|受訪者|受访者|專訪|专访",
        r"\s?(?:[:：/／｜|]|是)?\s?",
        _CHINESE,
        _CHINESE_END,
    ),
    _behind(r"(?<![A-Za-z])(?:ft|feat|with)\.?", r"\s?", _CHINESE, _CHINESE_END),
    re.compile(
        rf"(?:게스트|손님)(?:은|는|으로|로|\s?[:：])?\s[^.!?\n]{{0,40}}?(?P<names>{_KOREAN}){_KOREAN_CALLED}"
    ),
    _behind(r"게스트", r"\s?[:：]\s?", _KOREAN, _KOREAN_END),
    re.compile(rf"(?P<names>{_KOREAN}){_KOREAN_CALLED}(?:를|을|와|과)\s(?:모시|모셨|초대|함께|만나)"),
)  # fmt: skip
_NAME = re.compile(rf"{_KOREAN}|{_CHINESE}|{_JAPANESE}{_JAPANESE_END}")
_KOREAN_ALONE = re.compile(_KOREAN)


def sightings_of_east_asian_show(author: str, description: str) -> Iterator[Sighting]:
    """Find the hosts whom a show in one of these languages names, or whose name a Korean author's is."""
    yield from _find((description,), _HOSTS, "host", origin="show")
    if _KOREAN_ALONE.fullmatch(author.strip()[:10]):
        yield _sighting(author.strip(), "host", 0.83, "show", f"{author.strip()!r} is the author")


def sightings_of_east_asian(title: str, lines: Sequence[str]) -> Iterator[Sighting]:
    """Find hosts and guests whom an episode's title or description in one of these languages names.

    >>> [seen.credit.name for seen in sightings_of_east_asian("", ["ゲストは鳥類学者の松永恵一さん。"])]
    ['松永恵一']
    """
    yield from _find((title,), _GUESTS, "guest", origin="title")
    yield from _find(lines, _GUESTS, "guest", origin="description")
    yield from _find(lines, _HOSTS, "host", origin="description")


def _find(texts: Sequence[str], patterns: Sequence[re.Pattern[str]], role: Role, *, origin: str) -> Iterator[Sighting]:
    for line in texts[:MOST_LINES]:
        text = line[:LONGEST_LINE]
        if not _EAST_ASIAN.search(text):
            continue
        for match in (match for pattern in patterns for match in pattern.finditer(text)):
            for found in _NAME.finditer(match["names"]):
                yield _sighting(found[0], role, 0.86, origin, f"{match[0][:60]!r}")


def _sighting(name: str, role: Role, confidence: float, origin: str, reason: str) -> Sighting:
    return sighting(Name(text=name, start=0, end=len(name), has_known_given=True), role, confidence, origin, reason)
