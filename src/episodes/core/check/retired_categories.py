"""Categories that Apple gave up in 2019, which many a feed still names, and what stands for them now."""

from __future__ import annotations

from html import unescape

from episodes.core.check.categories import CATEGORIES

#: Whole categories; their sub-categories that no list here names went with them.
_RENAMED = {
    "Games & Hobbies": "Leisure",
    "Government & Organizations": "Government",
    "Health": "Health & Fitness",
    "News & Politics": "News",
    "Science & Medicine": "Science",
    "Sports & Recreation": "Sports",
}
_MOVED = {
    ("Arts", "Literature"): "Arts > Books",
    ("Business", "Business News"): "News > Business News",
    ("Business", "Management & Marketing"): "Business > Management",
    ("Education", "Language Courses"): "Education > Language Learning",
    ("Education", "Training"): "Education > Courses",
    ("Games & Hobbies", "Other Games"): "Leisure > Games",
    ("Government & Organizations", "Non-Profit"): "Business > Non-Profit",
    ("Health", "Fitness & Nutrition"): "Health & Fitness > Fitness",
    ("Health", "Self-Help"): "Education > Self-Improvement",
    ("Religion & Spirituality", "Other"): "Religion & Spirituality > Religion",
    ("Science & Medicine", "Medicine"): "Health & Fitness > Medicine",
    ("Society & Culture", "History"): "History",
    ("Sports & Recreation", "Outdoor"): "Sports > Wilderness",
    ("Technology", "Tech News"): "News > Tech News",
}
#: Given up with nothing in their place but the category around them.
_GONE = {
    "Business": {"shopping"},
    "Education": {"educational technology", "higher education", "k-12"},
    "Technology": {"gadgets", "podcasting", "software how-to"},
}
_NAMES = {name.casefold(): name for name in (*CATEGORIES, *_RENAMED)}


def present_category(name: str, sub: str = "") -> str:
    """Name today's category, "News > Politics", for one as a feed has it; what Apple never had stays as it is.

    Capitals do not count, nor signs that were escaped twice. A sub-category that was given up goes up to its category.

    >>> present_category("Technology", "Gadgets"), present_category("science &amp; medicine", "Medicine")
    ('Technology', 'Health & Fitness > Medicine')
    >>> present_category("News & Politics"), present_category("Podcasts", "Mine"), present_category("Music", "Jazz")
    ('News', 'Podcasts > Mine', 'Music > Jazz')
    """
    name, sub = (unescape(part).strip() for part in (name, sub))
    known = _NAMES.get(name.casefold())
    if not known:
        return f"{name} > {sub}" if sub else name
    moved = {inner.casefold(): target for (outer, inner), target in _MOVED.items() if outer == known}
    if sub.casefold() in moved:
        return moved[sub.casefold()]
    now = _RENAMED.get(known, known)
    subs = {one.casefold(): one for one in CATEGORIES[now]}
    if not sub or known in _RENAMED or sub.casefold() in _GONE.get(known, ()):
        return f"{now} > {subs[sub.casefold()]}" if sub.casefold() in subs else now
    return f"{now} > {subs.get(sub.casefold(), sub)}"
