"""What Japanese, Chinese and Korean names look like: a common family name, and a given name of one to three signs."""

from __future__ import annotations

import re

from episodes.core.naming.episode_words import words_of

HAN = r"[\u4e00-\u9fff々]"
_JAPANESE_FAMILIES = """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤
    清水 山崎 阿部 森 池田 橋本 山下 石川 中島 前田 藤田 後藤 小川 岡田 村上 長谷川 近藤 石井 坂本 遠藤 藤井 青木
    西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 原 横山 宮崎
    工藤 宮本 内田 高木 安藤 島田 谷口 大野 高田 丸山 今井 河野 藤本 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保
    松井 岩崎 桜井 木下 野口 松尾 菊地 菊池 野村 新井 佐野 大西 杉本 古川 浜田 市川 小松 高野 水野 山内 西田 島 菅原
    五十嵐 小山 北村 安田 服部 川口 平田 飯田 本田 久保田 吉川 中田 川崎 西川 関 東 辻 林 川上 田村 永井 樋口 福島
    上村 星野 大久保 松下 荒木 岩田 土屋 松岡 本間 大橋 田口 松村 早川 馬場 片山 熊谷 横田 秋山 石原 萩原 石塚 片岡
    堀 望月 川村 須藤 浅野 宮田 尾崎 小島 内藤 大島 白石 荒井 大石 三宅 小野寺 松永 森野 松原 山根 川辺 木原 小宮山
    宮沢 黒田 矢野 岡崎 奥村 大谷 滝沢 桑原 栗原 堀内 西山 坂口 津田 田辺 成田 中西 武藤 沢田 澤田 細川 黒川 大川
    富田 吉村 吉岡 児玉 柳田 横井 細田 関根 向井 今村 堤 梶原 篠原 柏木 榎本 三上 三好 小池 小田 小倉 小原 角田 岸
    岸本 高山 高島 高井 川島 川田 川端 平井 平山 広瀬 廣瀬 神田 神谷 植田 植木 桜庭 結城 氷室 落合 山中 山岸 北川
    北野 南 水谷 瀬戸 相沢 天野 有馬 若林 根本 根岸 野田 長田 長野 福井 福本 福岡 古賀 古田 星 堀江 牧野 町田 三島
    源 村井 村山 室井 森山 森本 門田 八木 安井 柳 吉野 吉本
"""
_CHINESE_FAMILIES = (
    "王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何高林羅罗鄭郑梁謝谢宋唐許许韓韩馮冯鄧邓曹彭曾蕭萧肖田董袁"
    "潘於蔣蒋蔡余杜葉叶程蘇苏魏呂吕丁任沈姚盧卢姜崔鍾钟譚谭陸陆汪范金石廖賈贾夏韋韦付方白鄒邹孟熊秦邱江尹薛閻阎段"
    "雷侯龍龙史陶黎賀贺顧顾毛郝龔龚邵萬万錢钱嚴严覃武戴莫孔向湯汤洪"
    "迟遲安常乐樂时時傅皮卞齐齊康伍余元卜穆和米贝貝明计計伏成茅庞龐舒屈项項祝蓝藍闵閔麻强強娄婁危童梅盛刁骆駱柯管卢经經"
    "房裘缪繆解应應宗宣单單杭诸諸左吉钮鈕嵇邢裴荣榮翁荀羊甄曲封芮储儲靳焦巴牧山谷车車全班仰仲伊宫宁寧仇栾欒祖符景詹束叶司韶"
    "蒲卓蔺藺屠池乔喬闻聞党翟劳勞姬申扶冉桑桂牛寿壽边邊燕尚农農柴瞿阎充慕茹宦艾鱼容古易戈居衡步都耿满滿匡国國文寇广廣欧歐利蔚"
    "越隆师師巩鞏聂聶晁敖冷辛阚那简簡饶饒曾关關查游佘岳帅苗凤鳳花滕殷罗毕畢郝邬鄔祁"
)
_KOREAN_FAMILIES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여"
    "추도소석선설마길연위표명기반왕금옥육인맹제모"
)
_FAMILIES = "|".join(sorted(_JAPANESE_FAMILIES.split(), key=len, reverse=True))
#: Endings that make words of what looks like a given name: 방송국이, 유명한, 문제가.
_KOREAN_NO_GIVEN = "은는이가의한을를과와던된인할들국"

#: `田中太郎`, `小宮山みのり`, `森マリ`.
JAPANESE = rf"(?:{_FAMILIES})(?:{HAN}{{1,3}}|[ぁ-ゖ]{{2,4}}|[ァ-ヺー]{{2,4}})"
#: `王小明`; with two signs, `李安`, only where a list of names says that it is one.
CHINESE = rf"(?:歐陽|欧阳|司馬|司马|諸葛|诸葛|[{_CHINESE_FAMILIES}]){HAN}{{1,2}}"
CHINESE_LONG = rf"(?:歐陽|欧阳|司馬|司马|諸葛|诸葛|[{_CHINESE_FAMILIES}]){HAN}{{2}}"
#: `서민재`; and what is one only behind a label.
KOREAN_LISTED = rf"(?:남궁|황보|[{_KOREAN_FAMILIES}])[가-힣][가-힣](?<![{_KOREAN_NO_GIVEN.replace('은', '')}])"
KOREAN = rf"{KOREAN_LISTED}(?<![{_KOREAN_NO_GIVEN}])"

#: Words of ordinary life that look like names.
ORDINARY = words_of("""
    任天堂 夏令營 夏令营 高中生 高材生 金句王 馬拉松 马拉松 方便麵 方便面 高雄市 林業局 白領族 石油業 江湖人 史學家
    万事通 변호사 전문가 유튜버 한의사 연구소 방송인 방송사 기획자 소설가 정치인 기독교 천주교 고양이 이야기 도서관
    오디오 유튜브 한겨레 선생님 우리집 여성들 남성들 진행자 제작진 연구원 공무원 조합원 노동자 이용자 청취자 성직자
    関係者 関西人 関東人 東京都 東大生 東北人 南米人 原作者 原稿用 林業家 島民たち 星占い 源氏物語 森林浴
""")


def is_east_asian_name(text: str, shape: str) -> bool:
    """Whether a text is a name of a shape (`JAPANESE`, `CHINESE`, `KOREAN`) and nothing else.

    >>> is_east_asian_name("田中太郎", JAPANESE), is_east_asian_name("募集中", JAPANESE)
    (True, False)
    """
    return re.fullmatch(shape, text) is not None and text not in ORDINARY
