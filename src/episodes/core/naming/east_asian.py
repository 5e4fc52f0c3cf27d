"""People in Japanese, Chinese and Korean texts, where neither capitals nor spaces tell a name from what stands around.

So a name counts only beside a word for hosts or guests, and only if its family name is a common one: rather nobody than
a word of ordinary life.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from episodes.core.credit import Role
from episodes.core.naming.east_asian_names import (
    CHINESE,
    CHINESE_LONG,
    JAPANESE,
    KOREAN,
    KOREAN_LISTED,
    is_east_asian_name,
)
from episodes.core.naming.person_names import Name
from episodes.core.naming.sightings import Sighting, sighting

#: Nobody is introduced below the first lines; more is not looked at.
MOST_LINES, LONGEST_LINE = 40, 1000
#: Most signs of a list behind a label.
_LIST = r"(?P<names>(?:(?![A-Za-z\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2,6}\s?[:：])[^。！!？?；;《〈\n]){2,60})"
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_SENTENCE = re.compile(r"[。！？!?\n]|(?<=다)\.")
_OTHER_TIME = re.compile(
    r"次回|来週|先週|前回|下[期集周週]|上[期集周週]|다음\s?(?:주|회|시간|편)|지난\s?(?:주|회|시간|편)"
)
_ASIDE = re.compile(r"[（(][^）)]{0,40}[）)]")
_KOREAN_CALLED = r"\s?(?:씨|님|교수|작가|기자|감독|박사|대표|선생|배우|원장|소장|변호사|평론가|연구원)"


@dataclass(frozen=True)
class _Clue:
    """A word for hosts or guests with the names behind or before it, in one language."""

    role: Role
    text: str  #: of the pattern, whatever the case of letters
    shape: str  #: of a name
    joint: str = r"[、,，・&＆/／\s]+"  #: what stands between two names
    extra: str = ""  #: what is called after a name, or before it, and is none of it

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.text, re.IGNORECASE)  # when a text in these letters first asks for it

    def names(self, match: re.Match[str]) -> Iterator[str]:
        for piece in re.split(self.joint, _ASIDE.sub("", match["names"])):
            bare = re.sub(self.extra, "", piece.strip()) if self.extra else piece.strip()
            if is_east_asian_name(bare, self.shape):
                yield bare


def _japanese(role: Role, pattern: str) -> _Clue:
    joint = r"[、,，・&＆/／\s]+|(?<=さん)と|(?<=氏)と|と(?=[\u4e00-\u9fff])"
    return _Clue(
        role,
        pattern,
        JAPANESE,
        joint,
        r"^.{0,20}の(?=.{2})|(?:さん|氏|先生|様)(?:です|が|と)?$|(?:です|が)$",
    )


def _chinese(role: Role, pattern: str, shape: str = CHINESE) -> _Clue:
    return _Clue(
        role,
        pattern,
        shape,
        r"[、,，・&＆/／\s]+|[和與与跟及]",
        r"(?:老師|老师|先生|女士|教授)$",
    )


def _korean(role: Role, pattern: str) -> _Clue:
    shape = KOREAN_LISTED if pattern.endswith(_LIST) else KOREAN
    return _Clue(role, pattern, shape, r"[、,·&/\s]+|(?<=[가-힣]{3})[와과](?=\s)", rf"(?:{_KOREAN_CALLED})$")


_CLUES = (
    _japanese("host", rf"(?:パーソナリティー?|司会|ホスト|ナビゲーター|進行役|(?<![A-Za-z])MC)\s?[:：／/]\s?{_LIST}"),
    _japanese(
        "host",
        rf"(?:パーソナリティー?|司会|ホスト|ナビゲーター|進行役|(?<![A-Za-z])MC)[のは、](?P<names>{JAPANESE}(?:(?:さん)?[と、・]{JAPANESE})*?)"
        r"(?=さん|氏|が|です|による|。|$)",
    ),
    _japanese("host", rf"(?:聞き手|インタビュアー|お相手|語り手?|案内人)\s?[:：／/]\s?{_LIST}"),
    _japanese("guest", rf"(?:話し手|語り手|対談相手|スピーカー)\s?[:：／/]\s?{_LIST}"),
    _japanese(
        "guest",
        rf"(?P<names>{JAPANESE})(?:さん|氏|先生)(?:に(?:お?話|インタビュー)|と(?:の?対談|お話し|語)|が(?:登場|ゲスト出演))",
    ),
    _japanese("guest", rf"ゲスト\s?[:：／/]\s?{_LIST}"),
    _japanese("guest", rf"ゲスト(?:は|に|として|の)[^。！？\n]{{0,24}}?(?P<names>{JAPANESE})(?=さん|氏|先生)"),
    _japanese("guest", rf"(?P<names>{JAPANESE})(?:さん|氏|先生)を(?:ゲスト|お迎え|お招き)"),
    _chinese("host", rf"(?:主持人?|主播|联合主播|聯合主播|主讲人?|主講人?)\s?[:：/／｜|]\s?{_LIST}"),
    _chinese("host", rf"主持人(?P<names>{CHINESE_LONG})(?=[，,。、\s和與与跟每邀帶带])", CHINESE_LONG),
    _chinese("guest", rf"(?:嘉賓|嘉宾|來賓|来宾|對談人?|对谈人?|受訪者|受访者|專訪|专访)\s?[:：/／｜|]\s?{_LIST}"),
    _chinese(
        "guest",
        rf"(?:本期|本集|今天|今日|這集|这期)(?:的|節目|节目)*(?:特邀)?(?:嘉宾|嘉賓|來賓|来宾)(?:是|為|为)[^，,。\s]{{0,12}}?"
        rf"(?P<names>{CHINESE})(?=[，,。、\s（(]|$)",
    ),
    _chinese(
        "guest",
        rf"(?:邀请|邀請|请来|請來|请到|請到)(?:到|来|來)?(?:了)?[^，,。！？\n]{{0,24}}?(?P<names>{CHINESE})"
        rf"(?=[，,。、\s（(]|$|来|來|和我们|和我們|老师|老師)",
    ),
    _chinese("guest", rf"(?:^|[｜|:：\s.])(?:对话|對話|对谈|對談|专访|專訪|采访|採訪)(?P<names>{CHINESE})"
    rf"(?=[：:，,。｜|\s（(]|$)"),
    _chinese("guest", rf"(?:^|我们|我們|[｜|:：\s.。])[与與和跟](?P<names>{CHINESE})(?<![聊谈談闲閒])"
    rf"(?:一起|老师|老師)*(?:闲|閒|畅|暢)?[聊谈談](?!判)"),
    _chinese(
        "guest",
        rf"(?<![A-Za-z])(?:ft\.?|feat\.?|with)\s?(?P<names>{CHINESE_LONG})(?=[\s、,，&＆)）|｜]|$)",
        CHINESE_LONG,
    ),
    _korean("host", rf"(?:^|[\s/])진행\s(?P<names>{KOREAN})(?=\s*(?:$|[/,(|]))"),
    _korean("guest", rf"(?:출연자?|초대석|인터뷰이|패널|함께한 사람)\s?[:：]\s?{_LIST}"),
    _korean(
        "guest", rf"(?<![가-힣])(?P<names>{KOREAN}){_KOREAN_CALLED}(?:과|와)\s(?:함께|이야기|대화|인터뷰)"
    ),
    _korean("guest", rf"(?<![가-힣])(?P<names>{KOREAN})(?:{_KOREAN_CALLED}|\s님)"
    rf"(?:을|를)\s(?:모시|모셨|초대|만나|만났|인터뷰)"),
    _korean("host", rf"(?:진행자?|(?<![A-Za-z])MC|호스트)\s?[:：]\s?{_LIST}"),
    _korean("host", rf"(?<![가-힣])(?P<names>{KOREAN})(?:이|가)\s진행(?:하는|합니다|을)"),
    _korean("guest", rf"(?:게스트|초대\s?손님|손님)\s?[:：]\s?{_LIST}"),
    _korean(
        "guest", rf"(?:게스트|손님)(?:은|는|으로|로)\s[^.!?\n]{{0,40}}?(?<![가-힣])(?P<names>{KOREAN}){_KOREAN_CALLED}"
    ),
    _korean("guest", rf"(?<![가-힣])(?P<names>{KOREAN})\s?씨(?:를|와)\s(?:모시|모셨|초대|함께|만나)"),
)  # fmt: skip


def sightings_of_east_asian_show(description: str) -> Iterator[Sighting]:
    """Find the hosts whom a show's description in one of these languages names."""
    yield from (seen for seen in _find((description,), "show") if seen.credit.role == "host")


def sightings_of_east_asian(title: str, lines: Sequence[str]) -> Iterator[Sighting]:
    """Find hosts and guests whom an episode's title or description in one of these languages names.

    >>> [seen.credit.name for seen in sightings_of_east_asian("", ["ゲストは鳥類学者の松永恵一さん。"])]
    ['松永恵一']
    """
    yield from (seen for seen in _find((title,), "title") if seen.credit.role == "guest")
    yield from _find(lines, "description")


def _find(texts: Sequence[str], origin: str) -> Iterator[Sighting]:
    for line in texts[:MOST_LINES]:
        text = line[:LONGEST_LINE]
        if not _EAST_ASIAN.search(text):
            continue
        for clue in _CLUES:
            for match in clue.pattern.finditer(text):
                if _OTHER_TIME.search(_SENTENCE.split(text[: match.start()])[-1] + match[0]):
                    continue
                for name in clue.names(match):
                    found = Name(text=name, start=0, end=len(name), has_known_given=True)
                    yield sighting(found, clue.role, 0.86, origin, f"{match[0][:60]!r}")
