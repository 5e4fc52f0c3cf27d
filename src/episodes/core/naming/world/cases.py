"""The base form of a name that stands in another case: `z Janem Kowalskim` is Jan Kowalski.

Only what can have one base form is read, or what stands in its base form somewhere else in the text: a name is
published right or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from episodes.core.naming.world import case_endings as endings
from episodes.core.naming.world.case_endings import Endings
from episodes.core.naming.world.letters import is_known_given

_BY_LANGUAGE = {
    "pl": endings.POLISH, "cs": endings.CZECH, "sk": endings.SLOVAK, "hr": endings.CROATIAN, "sl": endings.SLOVENE,
    "ru": endings.RUSSIAN, "uk": endings.UKRAINIAN,
}  # fmt: skip
_VOWELS = "aeiouyáéíóúůýąęóаеиоуыэюяёіїєôäěöüőűøå"
_CONSONANTS = "bcćčdďfghjklłmnńňpqrřsśšťtvwxzźžżđбвгджзйклмнпрстфхцчшщ"
_TO_MAN = re.compile(r"(?:^|\s)τον$")
_TO_WOMAN = re.compile(r"(?:^|\s)την?$")
_DOUBLED = re.compile(r"(?P<base>.*(?P<last>[^\W\d_]))(?P=last)[ae]l$")
_WITH_VOWEL = re.compile(r"(?P<base>.*[aeiouöüáéíóőúű])v[ae]l$")
#: A woman's name in its base form, or a man's in another.
_WOMAN = re.compile(r"[^\W\d_]+[aая] .*(?:[eoеоё]va|ina|ska|cka|á|[еоё]ва|ина|іна|ская|цкая|ська|цька)")
#: `Koskelan`: what people called where they lived; Nolan and Whelan are shorter, Kaplan has no vowel before.
_FINNISH_PLACE = re.compile(r".{3}[aeiouyäö](?:lan|län)$")
#: `Heli Koski Etlasta`: of which house she is; Costa and Testa are surnames.
_FINNISH_HOUSE = re.compile(r"(?i)(?!.*(?:costa|testa|vesta|vista|batista|bautista|gelista)$).{2}.*st[aä]$")
#: `Sillanpään`, which may be of Sillanpää or Sillanpä; Bolton and Jordan have neither such letters nor such vowels.
_FINNISH_GENITIVE = re.compile(r"(?=.*(?:[äö]|([aeiouy])\1)).{2}(?<!m)(?<!m[aä])(?<!ss).*[aäoöuy]n$")
#: Endings of East Slavic surnames of men in the genitive that few women's surnames have.
_OF_A_MAN = re.compile(r"(?:[иуюая]ка|[ая]на|енка|ича|ера|ора|дана)$")
_SHORT_VOWEL = {"á": "a", "é": "e"}
LONGEST_TEXT = 20_000
LONGEST_ENDING = 3
#: Languages whose names have cases.
CASED = frozenset({*_BY_LANGUAGE, "sr", "bg", "fi", "et", "hu", "lv", "lt", "el"})


@cache
def _rules(table: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(_rule(row) for row in table.split())


def _rule(row: str) -> tuple[re.Pattern[str], str]:
    ending, _, base = row.partition(">")
    kind = ending[0] if ending[0] in "VC" else ""
    letters = {"V": f"(?<=[{_VOWELS}])", "C": f"(?<=[{_CONSONANTS}])", "": "(?<=[^\\W\\d_])"}[kind]
    whole = "" if not kind and len(ending) > 4 else letters
    return re.compile(rf"{whole}{ending.removeprefix(kind)}$"), base.removeprefix(kind)


def _bases(word: str, table: str) -> list[str]:
    """What a word may be in its base form, in the order of the table."""
    found = []
    for rule, base in _rules(table):
        if match := rule.search(word.lower()):
            found.append(word[: match.start()] + base if match.start() else base.capitalize())
    return found


def base_of(name: str, language: str, *, before: str, text: str) -> str:
    """The name's base form, behind `before`; empty where it cannot be told.

    >>> base_of("Janem Kowalskim", "pl", before="z", text=""), base_of("Adamem Sikorkiem", "pl", before="z", text="")
    ('Jan Kowalski', '')
    >>> base_of("Adamem Sikorkiem", "pl", before="z", text="Adam Sikorek piecze chleb")
    'Adam Sikorek'
    """
    words = name.split()
    text = text[:LONGEST_TEXT]
    if language == "fi":
        return _finnish(words, text)
    if language == "hu":
        return _hungarian(words)
    if language == "el":
        return _greek(words, before)
    table = _BY_LANGUAGE.get(language)
    return name if table is None else _inflected(words, table, text)


def plain_form(name: str, language: str, *, text: str) -> str:
    """The base form of a name that may stand in it already; empty where it stands in another that tells no base form.

    >>> plain_form("Janem Kowalskim", "pl", text=""), plain_form("Jan Kowalski", "pl", text="")
    ('Jan Kowalski', 'Jan Kowalski')
    >>> plain_form("Иваном Толстым", "ru", text=""), plain_form("Anna Kowalska", "pl", text="")
    ('', 'Anna Kowalska')
    """
    words = name.split()
    text = text[:LONGEST_TEXT]
    if language == "fi":
        is_whole = len(words) > 2 and words[-2][0].isupper() and not is_known_given(words[-2])
        if is_whole and _FINNISH_HOUSE.match(words[-1]):
            return " ".join(words[:-1])
        return _finnish_genitive(words, text) or ("" if _FINNISH_GENITIVE.match(words[-1]) else name)
    if language == "hu":
        return _hungarian(words) or _hungarian_of(words) or name
    table = endings.GREEK if language == "el" else _BY_LANGUAGE.get(language)
    if table is None or (is_known_given(words[0]) and not is_genitive(name)):
        return name
    if not (_given(words[0], table.given_men or table.men) or _given(words[0], table.given_women)):
        return name
    if language == "el":
        return _greek(words, "τον")
    base = _inflected(words, table, text)
    is_woman = words[0].endswith(("a", "а", "я")) and (not base or base.split()[-1] == words[-1])
    if _WOMAN.fullmatch(name) and (not base or base not in text):
        return name
    is_genitive_there = language in ("cs", "sk") or (language in ("ru", "uk") and _OF_A_MAN.search(words[-1]))
    if is_woman and not (is_genitive_there and is_genitive(name)):  # she would be called Nováková
        return name
    return base


def is_form_of(name: str, other: str) -> bool:
    """Whether a name may be another one in another case, both words changed: `Matúša Valla` and `Matúš Vallo`.

    >>> is_form_of("Matúša Valla", "Matúš Vallo"), is_form_of("Jan Novotný", "Jan Novák")
    (True, False)
    """
    pairs = list(zip(name.lower().split(), other.lower().split(), strict=False))
    if len(pairs) < 2 or len(name.split()) != len(other.split()) or any(ours == theirs for ours, theirs in pairs):
        return False
    return all(_may_be_one(*pair) for pair in pairs)


def _may_be_one(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    alike = next((place for place, letter in enumerate(shorter) if letter != longer[place]), len(shorter))
    return alike >= max(2, len(shorter) - 2) and len(longer) - len(shorter) <= LONGEST_ENDING


def base_among(name: str, others: Sequence[str]) -> str:
    """The one of these whose name this is in another case, else itself; empty where a woman may be called so, too.

    A name whose first word is a given name as it stands is somebody else's: `Martina Kováčová` beside `Martin Kováč`.
    """
    first, *_, last = name.split() if " " in name else (name, name)
    for other in others:
        given, *_, surname = other.split() if " " in other else (other, other)
        if is_known_given(given) and is_form_of(name, other):
            if not is_known_given(first):
                return other
            if last in (f"{surname}a", f"{surname}а"):
                return ""
    return name


def is_genitive(name: str) -> bool:
    """Whether a name looks like that of a man of whom somebody else is the biographer: `Karla Čapka`.

    >>> is_genitive("Jana Nováka"), is_genitive("Jana Nováková"), is_genitive("Ивана Петрова")
    (True, False, True)
    """
    parts = name.split()
    first, last = parts[0], parts[-1]
    return (
        first[-1] in "aая"
        and (is_known_given(first[:-1]) or (first[-1] == "а" and is_known_given(f"{first[:-1]}о")))
        and last.endswith(("a", "ego", "ého", "og", "ova", "eva", "а", "ого"))
    )


def _inflected(words: list[str], table: Endings, text: str) -> str:
    men, women = _given(words[0], table.given_men), _given(words[0], table.given_women)
    both = (
        *_with_surnames(men, words[1:], table.men, table.men_same),
        *_with_surnames(women, words[1:], table.women, table.women_same),
    )
    candidates = list(dict.fromkeys(both))
    there = [one for one in candidates if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)]
    if len(there) == 1 or len(candidates) == 1:
        return (there or candidates)[0]
    return "" if candidates else _elsewhere({*men, *women}, words, text)


def _given(word: str, table: str) -> list[str]:
    """The first given name that a word may be a form of."""
    return [base for base in _bases(word, table) if is_known_given(base)][:1]


def _with_surnames(given: list[str], surnames: list[str], table: str, same: str) -> list[str]:
    """A given name with surnames in their base form, each of which its longest ending gives."""
    if not given:
        return []
    bare: list[str] = []
    for at, word in enumerate(surnames):
        middle = at < len(surnames) - 1 and is_known_given(word)
        base = _surname(word, table, same)
        if not base or middle:
            return []
        bare.append(base)
    return [" ".join([*given, *bare])]


def _surname(word: str, table: str, same: str) -> str:
    matching = [
        (match.end() - match.start(), word[: match.start()] + base)
        for rule, base in _rules(table)
        if (match := rule.search(word.lower()))
    ]
    if matching:
        longest = max(length for length, _ in matching)
        bases = {base for length, base in matching if length == longest}
        return bases.pop() if len(bases) == 1 and "!" not in "".join(bases) else ""
    return word if word.lower().endswith(tuple(same.split())) and same else ""


def _elsewhere(given: set[str], words: list[str], text: str) -> str:
    """The one other name of the text with this given name and a surname that begins alike."""
    stem = re.escape(words[-1][: max(3, len(words[-1]) - 4)])
    found = {
        match[0]
        for name in given
        for match in re.finditer(rf"(?<!\w){re.escape(name)}\s{stem}[^\W\d_]{{0,3}}(?!\w)", text)
    } - {" ".join(words)}
    return found.pop() if len(found) == 1 else ""


def _finnish(words: list[str], text: str) -> str:
    if not is_known_given(words[0]):
        return ""
    bases = _bases(words[-1], endings.FINNISH.men)
    return " ".join([*words[:-1], bases[0]]) if bases else _elsewhere({words[0]}, words, text)


def _finnish_genitive(words: list[str], text: str) -> str:
    """`Jarmo Virtasen`; whether `Sanna Marin` stands in the genitive only another place of the text can tell."""
    if not words[-1].endswith("n") or words[-1].endswith("nen"):
        return ""
    if words[-1].endswith("sen") and words[-1][-4:-3].lower() in _VOWELS and is_known_given(words[0]):
        return " ".join([*words[:-1], f"{words[-1][:-3]}nen"])
    if _FINNISH_PLACE.search(words[-1]):
        return " ".join([*words[:-1], words[-1][:-1]])
    return _elsewhere({words[0]}, words, text)


def _hungarian_of(words: list[str]) -> str:
    """`Horváth Zoltánt`, `Horváth Zoltánnak`; of `Hannah Arendt` the given name comes first."""
    if is_known_given(words[-1]) or is_known_given(words[0]):
        return ""
    bases = _given(words[-1], endings.HUNGARIAN.given_men)
    return " ".join([*words[:-1], *bases]) if bases else ""


def _hungarian(words: list[str]) -> str:
    """`Horváth Zoltánnal`, with her: the given name comes last and has the ending."""
    match = _DOUBLED.fullmatch(words[-1]) or _WITH_VOWEL.fullmatch(words[-1])
    if not match:
        return ""
    base = match["base"]
    short = base[:-1] + _SHORT_VOWEL.get(base[-1], base[-1])
    given = next((one for one in (short, base) if is_known_given(one)), "")
    return " ".join([*words[:-1], given]) if given else ""


def _greek(words: list[str], before: str) -> str:
    if _TO_WOMAN.search(before):
        return " ".join(words)
    if not _TO_MAN.search(before):
        return ""
    bases = [_bases(word, endings.GREEK.men)[:1] for word in words]
    return " ".join(base[0] if base else word for base, word in zip(bases, words, strict=True))
