"""Texts that try to become more than text, and a page that is full of them."""

from __future__ import annotations

from dataclasses import replace

from episodes import site
from episodes.core.chapter import Chapter
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Link
from episodes.core.transcript import Segment
from web.examples import EPISODE, a_publication, a_show

ATTACKS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "<math><mtext></p><style><!--</style><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "[x](javascript:alert(1))",
    '![x](x" onerror="alert(1))',
    "[x](data:text/html,<script>alert(1)</script>)",
    "<style>*{background:url(https://evil.example)}</style>",
    "{{ 7*7 }}{% raw %}",
    "\u202egnp.exe",
    "a\x00b\x1b[31mc\x9b\ufeff",
    "<!--",
    "]]>",
    "\ud800",
    "&lt;script&gt;",
    'http://evil.example/"onclick=alert(1)',
)


def crowded(texts: list[str]) -> bytes:
    """One page that is full of hostile texts: as titles, names, links, chapters, comments and spoken words."""
    chance = iter(texts)

    def some(count: int) -> list[str]:
        return [text for _, text in zip(range(count), chance, strict=False)]

    title, summary, notes, label = (*some(4), "", "", "", "")[:4]
    people = tuple(Credit(name=text or "x", title=text, organisation=text, url=text) for text in some(16))
    links = tuple(
        Link(title=text, url=text, kind=("link", "citation", "sponsor")[i % 3]) for i, text in enumerate(some(20))
    )
    chapters = tuple(Chapter(start=place, title=text) for place, text in enumerate(some(20)))
    comments = tuple(Comment(author=text, text=text, approved=True) for text in some(20))
    said = tuple(Segment(start=at, end=at + 1, text=text, speaker=text) for at, text in enumerate(some(20)))
    episode = replace(
        EPISODE, title=title, summary=summary, notes=notes, number_label=label, credits=people, links=links,
        chapters=chapters, comments=comments,
    )  # fmt: skip
    return site.render_episode(a_show(episode=episode), a_publication(episode, said))[1]
