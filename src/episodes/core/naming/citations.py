"""Citations: whom a text says that it has something from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from episodes.core.episode import Link
from episodes.core.naming.folding import fold
from episodes.core.naming.markup import iter_links, without_links
from episodes.core.naming.person_names import is_name

_NAME = (
    r"(?P<name>(?:[\"“„«‘']\s?)?(?:[A-ZÀ-ÞА-Я0-9][\w.&'’!+-]*)(?:\s(?:[A-ZÀ-ÞА-Я0-9][\w.&'’!+-]*|of|the|and|de|"
    r"der|die|des|du|la|le|für|del|&)){0,6})"
)
_THE = r"(?:(?:(?:the|a|an|der|die|das|dem|den|la|le|les|el|los|il|lo|o|de|het)\s)|l[’'])?"
#: Houses that a sentence may name without `according to`.
_KNOWN = (
    r"(?P<name>Reuters|Bloomberg|Associated Press|AP|AFP|TASS|RIA Novosti|Sputnik|RT|BBC|CNN|CNBC|Fox News|Sky News|"
    r"(?:NBC|ABC|CBS) News|Politico|Axios|Al Jazeera|Deutsche Welle|Der Spiegel|Le Monde|Le Figaro|El País|Xinhua|"
    r"Kyodo|Haaretz|(?:Guardian|New York Times|Washington Post|Wall Street Journal|Financial Times|Telegraph|Economist|"
    r"Hill|Independent|Times of Israel|Intercept|Atlantic|New Yorker|Daily Mail|Moscow Times))"
)
_REPORT = (
    r"(?:(?:a |the )?(?:report|article|story|piece|study|post|documents?|analysis|survey|data)\s(?:by|in|"
    r"from|on|of|published (?:by|in))\s)?"
)
_PATTERNS = [
    re.compile(rf"\bAccording to {_REPORT}{_THE}{_NAME}"),
    re.compile(rf"^\W*+(?:[Vv]ia|VIA)[:\s]\s*{_THE}{_NAME}"),
    re.compile(rf"^\W*+(?:[Ss]ources?|[Qq]uellen?|[Ff]uentes?|[Ff]onte|[Bb]ron|[Kk]älla|"
        rf"[Ии]сточник)\s*:\s*{_THE}{_NAME}"),
    re.compile(rf"\b(?:[Aa]s (?:first )?(?:reported|published|told|noted) (?:by|in)|[Ff]irst reported by|"
        rf"(?:[Oo]riginally|[Ff]irst) (?:published|posted|appeared) (?:by|in|on|at)|[Hh]at tip(?: to)?:?|[Hh]/[Tt]:?|"
        rf"[Rr]eported by|(?:[Aa]uthored|[Ss]ubmitted|[Ww]ritten|[Pp]osted) by [^.]{{3,60}}?\bvia) {_THE}{_NAME}"),
    re.compile(rf"\b[Aa]s (?:(?:the|The)\s)?{_NAME} (?:reports?|reported|writes|wrote|notes|noted|puts? it)\b"),
    re.compile(rf"\b(?:[Ll]aut|[Nn]ach Angaben (?:von|der|des)|[Ss]elon|[Ss]egún|[Ss]econdo|[Ss]egundo|[Vv]olgens|"
        rf"[Пп]о (?:данным|информации|сообщению)|"
        rf"[Ee]nligt|[Ii]følge|[Ww]edług)\s{_THE}{_NAME}"),
    re.compile(rf"(?:^|[.;]\s)(?:[Tt]he\s)?{_KNOWN} (?:reports?|reported|writes|wrote|says|said)\b"),
    re.compile(rf"\b(?:[Cc]iting|cited by|[Pp]er|[Rr]eports? (?:by|in|from)) {_THE}{_KNOWN}\b"),
]  # fmt: skip
#: Whom one quotes, and no house.
_OFFICES = re.compile(
    r"(?:President|(?:Prime|Foreign|Deputy|Defen[cs]e|Interior|Finance)\s|Minister|Senator|Sen|Rep|Gov|Governor|General|Gen|"
    r"Secretary|Chancellor|Judge|Justice|King|Queen|Pope|Mrs?|Ms|Dr|Prof|Professor)\b"
)
_TAIL = re.compile(r"(?:\s(?:of|the|and|de|der|die|des|du|la|le|für|del|&))+$")
_IN_BRACKETS = re.compile(r"\s?\(\[[^\[\]\n]{1,60}\]\(<?(?P<url>https?://[^\s()<>]{1,1000})>?\)\)")
LONGEST_LINE = 4000


def find_citations(lines: Iterable[str]) -> tuple[Link, ...]:
    """List the sources that a text names, once each, with their address where the name is a link.

    >>> [link.title for link in find_citations(["According to Tidewire (, the council met.", "Via The Ledger…"])]
    ['Tidewire', 'The Ledger']
    """
    found: dict[str, Link] = {}
    for line in lines:
        plain = without_links(line[:LONGEST_LINE])
        addresses = {words.strip().casefold(): url for words, url in iter_links(line[:LONGEST_LINE])}
        for pattern in _PATTERNS:
            for match in pattern.finditer(plain):
                if title := _title(match, plain):
                    found.setdefault(
                        _key(title),
                        Link(title=title, url=_address(title, addresses) or _behind(title, line), kind="citation"),
                    )
    return tuple(found.values())


def _title(match: re.Match[str], line: str) -> str:
    name = _house_of(_TAIL.sub("", match["name"])).strip(" \"“”„«»‘'.,!")
    article = re.search(r"\b(The)\s$", line[match.start() : match.start("name")])
    title = f"{article[1]} {name}" if article else name
    return "" if len(name) < 2 or name.isdigit() or _is_person(name) else re.sub(r"['’]s$", "", title)


def _house_of(name: str) -> str:
    """The house where somebody of it follows: `New York Times’ Ben Hall`; `Lloyd's List` stays whole."""
    house, _, rest = re.sub(r"['’]s?\s", "\0", name, count=1).partition("\0")
    return house if rest and is_name(rest) else name


def _is_person(name: str) -> bool:
    return _OFFICES.match(name) is not None or (is_name(name) and not name.startswith(("Al ", "Al-")))


def _address(title: str, addresses: dict[str, str]) -> str:
    bare = title.casefold().removeprefix("the ")
    return next((url for words, url in addresses.items() if bare in words or words in title.casefold()), "")


def _behind(title: str, line: str) -> str:
    """The address of a link in brackets right behind the name: `According to Tidewire ([source](https://…))`."""
    place = line.find(title)
    match = _IN_BRACKETS.match(line, place + len(title)) if place >= 0 else None
    return match["url"] if match else ""


def _key(title: str) -> str:
    return fold(title).removeprefix("the ")


def without_lost_links(line: str) -> str:
    """Mend what a page leaves where its links were: `According to Tidewire (, the` and `Via Ledger…`.

    >>> without_lost_links("According to Tidewire (, the council met.")
    'According to Tidewire, the council met.'
    >>> without_lost_links("According to Tidewire (")
    'According to Tidewire'
    """
    line = re.sub(r"\s*\(\s*,\s*", ", ", re.sub(r"(?<=\w)\s?\(\s*\)", "", line))
    return re.sub(r"\s*\(\s*(?:\)\s*)?(?=[.;:…]|$)", "", line)
