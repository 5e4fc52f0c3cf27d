"""Episode pages read from their plain text: what is the episode's, and what is the page's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from episodes.core.episode import Comment, Origin
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming import block_words
from episodes.core.naming import page_words as words
from episodes.core.naming.blocks import is_all_link, repeats, split_blocks
from episodes.core.naming.citations import without_lost_links
from episodes.core.naming.comment_words import BEGIN
from episodes.core.naming.comments import Line, joined, read_comments
from episodes.core.naming.dates import DateFound, find_date
from episodes.core.naming.items import read_item
from episodes.core.naming.markup import without_links
from episodes.core.naming.numbers import make_heading, read_numbering
from episodes.core.naming.page_hosts import with_page_hosts
from episodes.core.naming.page_parts import lines_of, parts_of, without_neighbours
from episodes.core.naming.titles import is_marked_video
from episodes.core.reading import Reading
from episodes.core.show import Show

_BULLET = re.compile(r"^\s*[-–—•*·►▶→]\s+")
_LONGEST_HEADING = 200
_DEEPEST_HEADING = 80  # lines
_LEAST_PARAGRAPH = 60
_GAP = (Line(text=""),) * 3
_SENTENCE = re.compile(r"[.!?…。！？][\"”“»’)]{0,3}$")
#: `Sunday, March 10 • Rev. Ann Lee • Series: …`: facts of a page in a row.
_FACTS = re.compile(r"^[^.!?]{2,60}(?:\s[•·|]\s[^•·|]{2,60}){2,}$")


@dataclass(frozen=True, kw_only=True)
class _Page:
    """A page cut into its parts."""

    title: str = ""
    heading: str = ""  #: the line that names show and number
    body: tuple[str, ...] = ()
    date: DateFound | None = None
    comments: tuple[tuple[Line, ...], ...] = ()
    other: tuple[str, ...] = ()  #: behind a line that says that other posts follow


def read_page(
    text: str,
    *,
    title: str = "",
    url: str = "",
    show: Show | None = None,
    below: str = "",
    comments: tuple[Comment, ...] = (),
    marked: Callable[[Item, Show | None], Item] | None = None,
) -> Reading:
    """Read an episode's web page, given as plain text or HTML.

    `title` is the page's own title where the caller knows it; `below` what the page has below the article, where it
    says so, and `comments` those that it marks; `marked` gives an item the names that a tagger sees in it. A page
    without a date gets the date of its earliest comment, as a
    guess. Never raises: what is not there stays empty.
    """
    under = lines_of(below)
    titles = {without_links(line.text) for line in under if is_all_link(line.text)}
    under = [replace(line, text=without_links(line.text)) for line in under]
    page = _cut(lines_of(text), title)
    _, other, parts = parts_of([*_GAP, *under])
    sections, sections_below = [[read_comments(one) for one in group] for group in (page.comments, parts)]
    rest = [*page.other, *(line for section in sections for line in section.rest)]
    rest += [
        line for line in (*_texts(other), *(line for section in sections_below for line in section.rest))
        if line in titles
    ]  # fmt: skip
    sections += sections_below
    comments = comments or joined([section.comments for section in sections])
    source = Source(provider="web", key=url or page.title, url=url)
    heading_show = _show_of(page.heading)
    item = Item(
        source=source, title=page.title, description="\n".join(page.body),
        show_title=show.title if show else heading_show, webpage_url=url,
    )  # fmt: skip
    item = marked(item, show) if marked else item
    reading = read_item(item, show=show, summary=_summary(page.body, page.title))
    reading = with_page_hosts(_with_heading(reading, page.heading, heading_show, show))
    others = (_BULLET.sub("", without_links(line)) for line in rest if _is_title(line))
    related = tuple(dict.fromkeys(others))
    is_video = is_marked_video(page.title) or is_marked_video(page.heading)
    dated = _with_date(reading, page, [comment.published_at for comment in comments])
    more = [Origin(field="comments", origin="page", confidence=0.85, reason="behind the article")] if comments else []
    return replace(dated, comments=comments, related=related, is_video=is_video, origins=(*dated.origins, *more))


def _summary(body: Sequence[str], title: str) -> str:
    """The first paragraph of whole sentences, where one that is none stands before it; else nothing."""
    prose = [without_links(block.text).strip() for block in split_blocks(body) if block.kind == "prose"]
    prose = [text for text in prose if not repeats(text, title)]
    if not prose or (_is_sentence(prose[0]) and not words.HOSTED.match(prose[0])):
        return ""
    return next((text for text in prose[1:4] if _is_sentence(text) and len(text) > _LEAST_PARAGRAPH), "")


def _is_sentence(text: str) -> bool:
    return _SENTENCE.search(text[-5:]) is not None and len(text.split(None, 6)) > 5


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def _cut(lines: Sequence[Line], title: str) -> _Page:
    lines, neighbours = without_neighbours(lines)
    article, other, comments = parts_of(lines)
    texts = _texts(article)
    top = texts[: _end_of_top(texts)]
    dates = [(place, found) for place, line in enumerate(top) if (found := _date_alone(without_links(line)))]
    kept = [line for line in texts if not line or not _is_furniture(without_links(line))]
    top = kept[: _end_of_top(kept)]
    headings = [line for line in map(without_links, top) if line and _is_heading(line)]
    # The title may have the number, too; the line that names the show says more.
    heading = next(filter(_show_of, headings), next(iter(headings), ""))
    if not heading:
        heading, kept = _heading_below(kept, title)
        top = kept[: _end_of_top(kept)]
    title = title or _title_of(top, heading)
    body = _below(kept, top, title, heading)
    # A date above the title may be that of the day on which the page was saved.
    titled = next((place for place, line in enumerate(texts) if without_links(line) == title), 0)
    date = next((found for place, found in dates if place > titled), next((found for _, found in dates), None))
    return _Page(
        title=title or heading, heading=heading, body=tuple(map(without_lost_links, body)), date=date,
        comments=tuple(comments), other=tuple(_texts([*neighbours, *other])),
    )  # fmt: skip


def _heading_below(kept: Sequence[str], title: str) -> tuple[str, list[str]]:
    """Show and number where they begin a paragraph (`Harbour Talks, Episode 19: In this …`) or stand alone below."""
    if read_numbering(title).number is not None:
        return "", list(kept)
    for position, line in enumerate(kept[:_DEEPEST_HEADING]):
        if (match := words.LEADS.match(line)) and len(line) > _LEAST_PARAGRAPH:
            return match["heading"], [*kept[:position], line[match.end() :], *kept[position + 1 :]]
    alone = list(dict.fromkeys(plain for plain in map(without_links, kept) if _is_heading(plain) and _is_bare(plain)))
    if len(alone) == 1 and _show_of(alone[0]):
        return alone[0], [line for line in kept if without_links(line) != alone[0]]
    return "", list(kept)


def _end_of_top(lines: Sequence[str]) -> int:
    """Where the first paragraph begins; names, titles and dates stand above it."""
    for position, line in enumerate(lines[:_DEEPEST_HEADING]):
        plain = without_links(line)
        if len(plain) > _LONGEST_HEADING or len(re.findall(r"[.!?](?:\s|$)", plain)) > 2:
            return position
        if len(plain) > 100 and plain.endswith(".") and not _is_heading(plain):
            return position
    return min(len(lines), _DEEPEST_HEADING)


def _title_of(top: Sequence[str], heading: str) -> str:
    """Choose the title: the line marked as video, else the one next to the heading, else the first of some words."""
    lines = [plain for line in top if (plain := without_links(line)) and not _date_alone(plain)]
    marked = next((line for line in lines if is_marked_video(line)), "")
    if marked:
        return marked
    if heading in lines:
        if not _is_bare(heading):
            return heading
        place = lines.index(heading)
        return lines[place - 1] if place else next(iter(lines[1:2]), "")
    return next((line for line in lines if len(line.split()) > 2), next(iter(lines), ""))


def _below(kept: Sequence[str], top: Sequence[str], title: str, heading: str) -> list[str]:
    """The lines below title and heading: what stands above them is the site's, not the episode's."""
    plain_top = [without_links(line) for line in top]
    places = [plain_top.index(line) for line in (title, heading) if line in plain_top]
    start = min(places, default=0)
    return [
        line for line in kept[start:]
        if without_links(line) not in (title, heading)
        and not (line in top and (_date_alone(without_links(line)) or _is_by_line(line)))
    ]  # fmt: skip


def _is_bare(heading: str) -> bool:
    """Whether a heading says no more than show and number; the title is another line then."""
    return not any(map(str.isalpha, make_heading(heading, "").text[read_numbering(heading).end :]))


def _is_by_line(line: str) -> bool:
    """A short entry of a list, or a short link, above the first paragraph: author, sections, buttons."""
    plain = without_links(line)
    return len(plain.split()) <= 5 and (is_all_link(line) or _BULLET.match(line) is not None)


def _is_furniture(line: str) -> bool:
    return len(line) < 160 and bool(
        words.LOST_BY_LINE.match(line)
        or words.BY_LINE.match(line)
        or words.AUTHOR_LINE.match(line)
        or words.FURNITURE.match(line)
        or words.POSTED.match(line)
    )


def _date_alone(line: str) -> DateFound | None:
    """A date that makes up its line: `October 2, 2020`, `Posted on 3 May 2021`, `by Ann Lee on …`."""
    if len(line) > 300 or not (found := find_date(line)):
        return None
    if _FACTS.match(line) or words.POSTED.match(line):
        return found
    if len(line) > 100:
        return None
    before, after = line[: found.start].strip(), line[found.end :].strip(" .|·•-–—")
    by_line = re.match(r"^(?:posted |published |written )?(?:by|von|par|por|di)\b.{2,50}$", before, re.IGNORECASE)
    weekday = len(before.strip(" ,.")) < 14 and " " not in before.strip(" ,.")
    return found if len(after) < 30 and (words.PUBLISHED.match(before) or by_line or weekday) else None


def _is_heading(line: str) -> bool:
    """Whether a line names the show and the number, as `Harbour Brief: Episode 338.` does."""
    if len(line) > _LONGEST_HEADING or len(line.split()) > 14:
        return False
    numbering = read_numbering(line)
    return numbering.number is not None and numbering.confidence >= 0.9


def _show_of(heading: str) -> str:
    """The show's name before the number in a heading."""
    heading = words.SHOW_LABEL.sub("", heading)
    if not heading:
        return ""
    numbering = read_numbering(heading)
    text = make_heading(heading, "").text
    before = text[: numbering.start].strip(" ,:;-–—|#([")
    if re.search(r"\s[•·]\s", heading) and find_date(heading):
        return ""  # facts in a row, the date among them
    return before if 1 < len(before) <= 60 and len(before.split()) <= 8 else ""


def _with_heading(reading: Reading, heading: str, show_title: str, show: Show | None) -> Reading:
    """Take number, season and show from the heading line where the title has none."""
    origins = list(reading.origins)
    if heading and reading.number is None:
        numbering = read_numbering(
            heading, show_title=show.title if show else show_title, patterns=show.patterns if show else {}
        )
        reason = f"{heading!r} on the page"
        origins.append(Origin(field="number", origin="page", confidence=numbering.confidence, reason=reason))
        reading = replace(
            reading, number=numbering.number, season=reading.season or numbering.season, number_label=numbering.label
        )
    origins = [origin for origin in origins if origin.field != "show_title"]
    if show_title:
        origins.append(Origin(field="show_title", origin="page", confidence=0.9, reason=f"{heading!r} on the page"))
    return replace(reading, show_title=show_title or reading.show_title, origins=tuple(origins))


def _with_date(reading: Reading, page: _Page, comment_dates: Sequence[datetime | None]) -> Reading:
    """Date the episode by the page's own date, else by the earliest comment, which is a guess."""
    earliest = min((date for date in comment_dates if date), default=None)
    if page.date:
        sure, confidence, reason = page.date.is_sure, 0.9 if page.date.is_sure else 0.5, "the date on the page"
        date: datetime | None = page.date.at
    elif earliest and not reading.published_at:
        sure, confidence, reason, date = False, 0.4, "the earliest comment; the page itself bears no date", earliest
    else:
        return reading
    origins = [origin for origin in reading.origins if origin.field != "published_at"]
    origins.append(Origin(field="published_at", origin="page", confidence=confidence, reason=reason))
    return replace(reading, published_at=date, date_is_sure=sure, origins=tuple(origins))


def _is_title(line: str) -> bool:
    """Whether a line behind the comments is the title of another post."""
    plain = without_links(line).strip()
    if not 12 <= len(plain) <= 200 or words.RELATED.match(plain) or _is_furniture(plain) or BEGIN.match(plain):
        return False
    if _date_alone(plain) or words.SECTION.match(plain) or re.search(r"\s[•·]\s|^reply to\b", plain, re.IGNORECASE):
        return False
    return (
        not re.search(r"[.…]$", plain)
        and len(plain.split()) > 2
        and "©" not in plain
        and not block_words.SUBSCRIBE.match(plain)
    )
