"""Rules at work: words that are always heard wrong, replaced wherever they stand, in the case that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from episodes.core.corrections.values import Rule
from episodes.core.errors import UsageError

#: Between two lines of a transcript while rules look at it; white space to a pattern, and in no text.
SEAM = "\x1e"
#: Names that are ordinary words when they are not capitalised: a rule for them takes them as written only.
_ORDINARY = frozenset(
    re.findall(
        r"\w+",
        """
        will mark bill may rose grace hope faith jack rob pat art dawn june april august march apple it us who china
        turkey polish nice job reading sue dean frank grant guy harry iris joy ken lance max miles nick norm pierce ray
        rich rod rusty sandy summer autumn spring winter victor wade ward young black brown green white gray grey stone
        wood woods king page price rice sharp short long little small strong swift walker hunter fisher baker cook bush
        ford gates jobs musk trump bell church cross day drew earl eve field fox gay hill holly ivy lane law lee lily
        love luck major moon more moss olive park penny pike pope poppy prince reed robin ruby sage sky star storm
        violet west north south east wolf meta amazon oracle target shell gap uber slack zoom word excel teams windows
        python java rust go basic is as at be by do he if in me my no of on or so to up we an am are and the his her
        him she you was were has had have not but all any can one our out two way get see now new
        """,
    )
)


@dataclass(frozen=True, kw_only=True)
class Found:
    """One place where a rule was at work: the line before and after, and the words in both."""

    line: int
    rule: Rule
    before: str
    after: str
    span: tuple[int, int]  #: of the wrong words in `before`; None of them is left in `after`
    inside: bool = False  #: the words are a part of a longer word


def check_rule(rule: Rule) -> Rule:
    """Refuse rules that say nothing; raises UsageError."""
    if not rule.wrong.strip():
        raise UsageError("a fix needs the wrong words", hint='episodes fix "marcus curious" Mercouris')
    if rule.wrong.strip() == rule.right.strip():
        raise UsageError(f"{rule.wrong!r} is replaced by itself", hint="the second words are what it should be")
    return rule


def apply_rules(
    lines: Sequence[str], rules: Iterable[Rule], *, edits: Sequence[int] = ()
) -> tuple[list[str], list[Found]]:
    """Replace what rules say in lines of text, rule after rule; a name may be cut in two by a line's end.

    `edits` gives for each line the number of the edit that it comes from (0 = none).

    >>> apply_rules(["MARCURIUS and Marcurius's"], [Rule(wrong="marcurius", right="Mercouris")])[0]
    ["MERCOURIS and Mercouris's"]
    """
    text, found = replace_all(SEAM.join(line.replace(SEAM, " ") for line in lines), rules, edits=edits)
    return (text.split(SEAM), found) if found else (list(lines), [])


def replace_all(text: str, rules: Iterable[Rule], *, edits: Sequence[int] = ()) -> tuple[str, list[Found]]:
    """The same on lines that are one string, with SEAM between them; no seam is lost."""
    found: list[Found] = []
    folded = text.casefold()
    for rule in sorted(rules, key=lambda rule: rule.id):
        if core(rule.wrong) not in folded:
            continue
        changed = _apply(text, folded, rule, found, edits)
        if changed != text:
            text, folded = changed, changed.casefold()
    return text, found


def core(wrong: str) -> str:
    """A part of the wrong words that every match holds, to look for it fast."""
    return max(wrong.casefold().split(), key=len)


def _apply(text: str, folded: str, rule: Rule, found: list[Found], edits: Sequence[int]) -> str:
    done: list[str] = []
    last = 0
    for match in _matches(text, folded, rule):
        right = _replacement(match[0], rule)
        if right == match[0] or _is_right(text, match, rule) or (edits and _is_later(text, match, rule, edits)):
            continue
        done += [text[last : match.start()], right + SEAM * match[0].count(SEAM)]
        found.append(_found(text, match, rule, right))
        last = match.end()
    return "".join([*done, text[last:]])


def _matches(text: str, folded: str, rule: Rule) -> Iterator[re.Match[str]]:
    """All matches; the first word is looked for in the folded text, which is faster than an expression for any case."""
    wanted = pattern(rule.wrong, whole_word=rule.whole_word)
    word = rule.wrong.split()[0].casefold()
    if len(word) < 4 or len(folded) != len(text):
        yield from wanted.finditer(text)
        return
    at = folded.find(word)
    while at >= 0:
        match = wanted.match(text, at)
        if match:
            yield match
        at = folded.find(word, match.end() if match else at + 1)


def _is_right(text: str, match: re.Match[str], rule: Rule) -> bool:
    """Tell whether the right words stand there already: `Anne` is no place for a rule that makes `Ann` `Anne`."""
    wrong, right = rule.wrong.strip().casefold(), rule.right.strip().casefold()
    offset = right.find(wrong) if wrong != right else -1
    while offset >= 0:
        begin = match.start() - offset
        if begin >= 0 and text[begin : begin + len(right)].casefold() == right:
            return True
        offset = right.find(wrong, offset + 1)
    return False


def _is_later(text: str, match: re.Match[str], rule: Rule, edits: Sequence[int]) -> bool:
    first = text.count(SEAM, 0, match.start())
    return any(edits[n] > rule.id for n in range(first, first + match[0].count(SEAM) + 1))


def _found(text: str, match: re.Match[str], rule: Rule, right: str) -> Found:
    begin = text.rfind(SEAM, 0, match.start()) + 1
    end = text.find(SEAM, match.end())
    end = len(text) if end < 0 else end
    before = text[begin:end]
    after = text[begin : match.start()] + right + text[match.end() : end]
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return Found(
        line=text.count(SEAM, 0, match.start()),
        rule=rule,
        before=before.replace(SEAM, " "),
        after=after.replace(SEAM, " "),
        span=(match.start() - begin, match.end() - begin),
        inside=any(letter.isalnum() for letter in around),
    )


@lru_cache(maxsize=1024)
def pattern(wrong: str, *, whole_word: bool) -> re.Pattern[str]:
    """What a rule looks for: any white space between its words; any case unless capitals mean something.

    Capitals mean something in abbreviations (`US`) and in names that are ordinary words in small letters (`Will`).
    """
    words = r"\s+".join(re.escape(word) for word in wrong.split())
    if whole_word:
        words = rf"(?<!\w){words}(?!\w)"
    return re.compile(words, 0 if is_exact(wrong) else re.IGNORECASE)


def is_exact(wrong: str) -> bool:
    """Tell whether the wrong words count as they are written only.

    >>> [is_exact(words) for words in ("US", "Will", "marcurius", "Marcurius", "Mark Urious")]
    [True, True, False, False, False]
    """
    if wrong.islower() or " " in wrong.strip():
        return False
    shouted = wrong.isupper() and sum(letter.isalpha() for letter in wrong) <= 4
    return shouted or wrong.strip().casefold() in _ORDINARY


def _replacement(match: str, rule: Rule) -> str:
    """The right words in the case of what they replace: shouted if that was, else as written.

    A rule that changes nothing but case is taken at its word.
    """
    right = rule.right.strip()
    if rule.wrong.strip().casefold() == right.casefold():
        return right
    letters = [letter for letter in match if letter.isalpha()]
    if len(letters) > 1 and match.isupper() and not rule.wrong.isupper():
        return right.upper()
    if right.islower() and match[:1].isupper() and not rule.wrong[:1].isupper():
        return right[:1].upper() + right[1:]
    return right
