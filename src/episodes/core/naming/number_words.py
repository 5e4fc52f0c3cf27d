"""Numbers as words, Roman numerals and Chinese numerals, and the one reader for them all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from episodes.core.naming.folding import fold

#: Zero to twenty (or as far as titles go), language by language.
_FROM_ZERO = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn zwanzig",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"
    " dix-huit dix-neuf vingt",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
    " diecisiete dieciocho diecinueve veinte",
    "it": "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici"
    " diciassette diciotto diciannove venti",
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete"
    " dezoito dezenove vinte",
    "nl": "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    " zeventien achttien negentien twintig",
    "sv": "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
    " tjugo",
    "da": "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten"
    " tyve",
    "fi": "nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen",
    "pl": "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
    "tr": "sıfır bir iki üç dört beş altı yedi sekiz dokuz on",
    "ru": "ноль один два три четыре пять шесть семь восемь девять десять",
}
_FIRST = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
    "fr": "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
    "fr2": "première seconde",
    "es": "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
    "es2": "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo",
    "it": "prima seconda terza quarta quinta sesta settima ottava nona decima",
    "it2": "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo",
    "pt": "primeira segunda terceira quarta quinta sexta sétima oitava nona décima",
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
    "sv": "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde",
    "ru": "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый",
    "ru2": "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая",
}
_ENGLISH_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

CARDINALS = {fold(word): value for words in _FROM_ZERO.values() for value, word in enumerate(words.split())}
ORDINALS = {fold(word): value for words in _FIRST.values() for value, word in enumerate(words.split(), start=1)}
_TENS = {word: 20 + 10 * step for step, word in enumerate(_ENGLISH_TENS)}
_CHINESE = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})(?!\d)|\d{1,6}(?!\d))")
_HUNDREDS = re.compile(
    r"(one|two|three|four|five|six|seven|eight|nine|a) hundred(?: and)?(?:[ -]([a-z]+))?(?:-([a-z]+))?\b"
)
_ENGLISH = re.compile(r"(" + "|".join(_ENGLISH_TENS) + r")(?:[ -](one|two|three|four|five|six|seven|eight|nine))?\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_ROMAN = re.compile(r"(?=[ivxlc])c{0,3}(?:x[lc]|l?x{0,3})(?:ix|iv|v?i{0,3})\b")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
CHINESE_DIGITS = "〇零一二两兩三四五六七八九十百千"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number found in a text, and where it ends."""

    value: int
    end: int
    spelled: bool = False  #: as a word or Roman numeral, not with digits


def figure_at(folded: str, start: int, *, words: bool = True) -> Figure | None:
    """Read the number that begins at a place of a folded text, in any spelling.

    >>> figure_at("ep 1,024 and", 3)
    Figure(value=1024, end=8, spelled=False)
    >>> figure_at("episode twenty-one", 8).value
    21
    """
    if match := _DIGITS.match(folded, start):
        return Figure(value=int(match[1].replace(",", "")), end=match.end())
    return _spelled_at(folded, start) if words else None


def _spelled_at(folded: str, start: int) -> Figure | None:
    if match := _HUNDREDS.match(folded, start):
        hundreds = CARDINALS.get(match[1], 1) * 100
        rest = _TENS.get(match[2] or "", CARDINALS.get(match[2] or "", 0)) + CARDINALS.get(match[3] or "", 0)
        return Figure(
            value=hundreds + rest, end=match.end() if rest else match.start() + len(match[1]) + 8, spelled=True
        )
    if match := _ENGLISH.match(folded, start):
        return Figure(value=_TENS[match[1]] + CARDINALS.get(match[2] or "", 0), end=match.end(), spelled=True)
    if (match := _ROMAN.match(folded, start)) and match[0]:
        return Figure(value=roman_value(match[0]), end=match.end(), spelled=True)
    if match := _WORD.match(folded, start):
        for word in (match[0], match[0].split("-")[0]):
            value = CARDINALS.get(word, ORDINALS.get(word))
            if value is not None:
                return Figure(value=value, end=start + len(word), spelled=True)
    return None


def roman_value(numeral: str) -> int:
    """Read a Roman numeral in lower case.

    >>> roman_value("xliv")
    44
    """
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def chinese_value(numeral: str) -> int:
    """Read a Chinese numeral, with units or digit by digit.

    >>> [chinese_value(numeral) for numeral in ("十二", "二十", "一百零五", "三一")]
    [12, 20, 105, 31]
    """
    if not any(unit in numeral for unit in _CHINESE_UNITS):
        return int("".join(str(_CHINESE[digit]) for digit in numeral))
    total, digit = 0, 0
    for character in numeral:
        if character in _CHINESE_UNITS:
            total += (digit or 1) * _CHINESE_UNITS[character]
            digit = 0
        else:
            digit = _CHINESE[character]
    return total + digit
