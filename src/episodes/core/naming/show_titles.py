"""Hosts of a show, as its name lets them be known: `Bread Hour with Ann Lee`, `The Ann Lee Show`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.name_rows import names_from
from episodes.core.naming.person_names import Name, is_given, is_name, name_at
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.tongues import frames

#: `Ann Lee's Bread Hour`; the works of a writer are read by others.
_SHOW_OF = re.compile(
    r"^(?P<name>[^\W\d_][\w.-]*(?:\s[^\W\d_][\w.'’-]*?){1,3})['’]s?\s(?!(?:letters?|works?|novels?|stories|poems|"
    r"plays|diar(?:y|ies)|journals?|complete|collected|life|death|murder|case)\b)\w",
    re.IGNORECASE,
)
#: `Le billet d'Ann Lee`, `Der Brotpodcast von Ann Lee`, as a show is called.
_BY = re.compile(
    r"\b(?:\w*podcast|\w*show|billet|chronique|édito|humeur|carnets?|causerie|salon|tertulia|programa|"
    r"\w*kolumne|column|blog|vlog|"
    r"rubrica|crónica|crônica|café|podden|podd)\s(?:de\s|di\s|do\s|da\s|von\s|van\s|by\s|av\s|af\s|"
    r"d['’])(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
#: `Bread Hour - by Ann Lee`, `Bread Hour: Advice from Ann Lee`, at the end of a show's name.
_BY_AT_END = re.compile(
    r"(?:\s[-–—|]|[:,])\s(?!.*\b(?:letters?|stories|tales|works?|poems|novels|songs|inspired)\b)(?:\w+\s){0,4}"
    r"(?:by|from|von|par|por|av|af)\s(?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_FIRST_OF_TWO = re.compile(rf"(?P<given>[A-ZÀ-Þ][\w-]+)\s(?:&|{frames.AND})\s(?=[A-ZÀ-Þ])")


def sightings_of_show_title(title: str) -> Iterator[Sighting]:
    """Find the host in a show's name: `The Mike Neumann Show`, `Past Due with Ana Marie Cox`."""
    plain = tidy(title[:300])
    if match := re.search(r"\b(?:with|mit|avec|con|com|med|met)\s+(?=[^\W\d_])", plain, re.IGNORECASE):
        names = list(names_from(plain, match.end(), known=True))
        names = names or of_one_surname(plain, match.end())
        for found in names if names and not re.match(r"\s*\w", plain[names[-1].end :]) else ():
            yield sighting(found, "host", 0.88, "title", f"the show is called {plain!r}")
    if by := _BY.search(plain):
        writer = name_at(plain, by.end())
        if writer and writer.end == len(plain) and is_name(writer.text):
            yield sighting(writer, "host", 0.86, "title", f"the show is called {plain!r}")
    if at_end := _BY_AT_END.search(plain):
        makers = list(names_from(plain, at_end.end(), known=True))
        for maker in makers if makers and not plain[makers[-1].end :].strip(" .") else ():
            yield sighting(maker, "host", 0.86, "title", f"the show is called {plain!r}")
    if (owner := _SHOW_OF.match(plain)) and is_name(owner["name"]):
        whose = name_at(owner["name"], 0)
        if whose:
            yield sighting(whose, "host", 0.86, "title", f"the show is called {plain!r}")
    bare = re.sub(r"^(?:the|der|die|das|le|la|el|il)\s+", "", plain, flags=re.IGNORECASE)
    named = bare
    bare = re.sub(
        r"\s+(?:podcast|show|experience|hour|program|programme|report|radio show|radio|talk show|podden|podd)\b.*$",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    namesake = name_at(bare, 0) if bare != named and is_name(bare) else None
    if namesake:
        yield sighting(namesake, "host", 0.86, "title", f"the show is called {plain!r}")


def of_one_surname(title: str, at: int) -> list[Name]:
    """Both of `with Jim & Ann Lee`, who have their last name together."""
    first = _FIRST_OF_TWO.match(title, at)
    second = name_at(title, first.end()) if first else None
    if not first or not second or not is_given(fold(first["given"])) or len(second.text.split()) != 2:
        return []
    return [replace(second, text=f"{first['given']} {second.text.split()[1]}", start=at), second]


def sightings_of_called(title: str, description: str) -> Iterator[Sighting]:
    """Find the host where a show's description begins with its name and `with`: `Bread Hour with Ann Lee is …`."""
    if not title:
        return
    called = re.match(
        rf"\W*(?:welcome to )?{re.escape(tidy(title[:200]))}\W{{0,2}}\s(?:with|mit|avec|con|com|met|med)\s", description
    )
    if not called:
        return
    for found in names_from(description, called.end(), known=True):
        yield sighting(found, "host", 0.86, "show", f"{called[0]!r} begins the show's description")
