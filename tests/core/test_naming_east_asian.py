"""Hosts and guests in Japanese, Chinese and Korean, where no capital tells a name."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.show import Show


def people_of(description: str, *, title: str = "第3回", show: str = "", author: str = "") -> set[tuple[str, str]]:
    about = Show(slug="radio", title="ラジオ", description=show, author=author)
    reading = read_item(Item(source=Source(provider="feed", key="1"), title=title, description=description), show=about)
    return {(credit.role, credit.name) for credit in reading.credits}


@pytest.mark.parametrize(
    ("show", "names"),
    [
        ("パーソナリティの川辺遥と小宮山みのりが、研究者の話を聞く番組です。", {"川辺遥", "小宮山みのり"}),
        ("MC：木原太一", {"木原太一"}),
        ("主持人何曉棠每週邀請一位朋友，慢慢談一件事。", {"何曉棠"}),
        ("主播：李棠、周小渡", {"李棠", "周小渡"}),
        ("기자 서민재가 진행하는 인터뷰 팟캐스트", {"서민재"}),
        ("진행: 김하늘, 박도윤", {"김하늘", "박도윤"}),
        ("司会：田中太郎、高橋花子", {"田中太郎", "高橋花子"}),
        ("主持人：李明和周小渡", {"李明", "周小渡"}),
        ("主持人：王小明与李红(记者)", {"王小明", "李红"}),
    ],
)
def test_hosts_whom_the_show_names(show, names):
    """Beside the word for hosts, up to the particle that ends the name."""
    assert people_of("雨の日の話です。", show=show) == {("host", name) for name in names}


@pytest.mark.parametrize(
    ("title", "description", "names"),
    [
        ("第18回", "ゲストは鳥類学者の松原恵一さん。カラスの記憶力について伺いました。", {"松原恵一"}),
        ("第19回", "ゲスト：山根花子", {"山根花子"}),
        ("第20回", "作家の森野ことりさんをお迎えして、旅の話を。", {"森野ことり"}),
        ("EP33｜去種咖啡 ft. 張廷棠", "這一集聊聊收成。", {"張廷棠"}),
        ("EP34", "嘉宾：李棠、王小渡", {"李棠", "王小渡"}),
        ("EP35 Feat. 王小渡", "聊聊收成。", {"王小渡"}),
        ("第21回", "ゲスト：俳優の山田太助さん（俳優）", {"山田太助"}),
        ("第22回", "ゲストは作家の高橋源二郎さん", {"高橋源二郎"}),
        ("8화", "게스트: 변호사 홍길순", {"홍길순"}),
        ("9화", "이번 주 손님은 등대에서 세 번의 겨울을 보낸 윤상하 씨입니다.", {"윤상하"}),
    ],
)
def test_guests_whom_the_episode_names(title, description, names):
    """A list gives all; what stands before the name is none of it."""
    assert people_of(description, title=title) == {("guest", name) for name in names}


@pytest.mark.parametrize(
    "description",
    [
        "宮沢賢治は石が好きだったのですか、というおたよりを読みます。",
        "봉준하 감독과 송강우 배우의 수상 소감. 오늘은 손님 없이 진행합니다.",
        "這一集沒有來賓。說說媽媽和鄧麗棠的歌。",
        "ゲストなしの回です。編集：高木さん",
        "主持人和嘉賓都感冒了。",
        "進行の都合により、今回は短めです。",
        "司会は毎回変わる。ホストの二人が旅の話をします。",
        "ゲスト：未定",
        "近所の花屋さんをお迎えして。新入社員さんもいます。",
        "主持人馬上就來。主持人徐徐道來，專訪任天堂。",
        "진행 방법은 아래와 같습니다. 변호사가 진행하는 방송.",
        "게스트: 방송인. 유명한 작가를 만나 이야기합니다.",
    ],
)
def test_who_is_only_talked_of_is_nobody_here(description):
    """Nor is anybody where there is no guest."""
    assert people_of(description) == set()
