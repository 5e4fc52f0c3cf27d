"""Readers' comments under an episode's page: author, date, text, and what they answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from episodes.core.episode import Comment
from episodes.core.naming import comment_words as words
from episodes.core.naming.comment_replies import LONGEST_AUTHOR, Entry, ask_whom, name_by_colons, with_replies
from episodes.core.naming.dates import day_order, find_date
from episodes.core.naming.folding import fold
from episodes.core.naming.markup import without_links

_LONGEST_DATE = 140
MOST_COMMENTS = 2000


@dataclass(frozen=True, kw_only=True)
class Section:
    """The comments of a page, and the lines that stand behind them."""

    comments: tuple[Comment, ...] = ()
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line with its depth: replies are set in on some pages."""

    text: str
    indent: int = 0


def read_comments(lines: Sequence[Line]) -> Section:
    """Read the lines behind the one that says that comments follow.

    Each comment has one date; some pages set it before the text, some behind. What follows the last
    comment (titles of other posts) is handed back.
    """
    order = day_order(line.text for line in lines if len(line.text) <= _LONGEST_DATE)
    dated = [
        (position, moment)
        for position, line in enumerate(lines)
        if (moment := _date_line(line.text, month_first=order)) is not None
    ] or _without_years(lines)
    if not dated:
        return Section(rest=tuple(line.text for line in lines if line.text and not _is_widget(line.text)))
    top = _last_begin(lines, dated[0][0])
    lines, dated = lines[top:], [(position - top, moment) for position, moment in dated]
    arrange = _dates_behind if _is_behind(lines, dated[0][0]) else _dates_before
    entries, rest = arrange(lines, dict(dated))
    name_by_colons(entries)
    ask_whom(entries)
    comments = [_comment(entry) for entry in entries[:MOST_COMMENTS]]
    return Section(comments=with_replies(comments, entries), rest=tuple(rest))


def joined(sections: Sequence[tuple[Comment, ...]]) -> tuple[Comment, ...]:
    """Lay sections of comments one behind the other; what each answers stays the same comment."""
    whole: list[Comment] = []
    for section in sections:
        first = len(whole)
        whole += [
            comment if comment.reply_to is None else replace(comment, reply_to=comment.reply_to + first)
            for comment in section
        ]
    return tuple(whole)


def _last_begin(lines: Sequence[Line], first: int) -> int:
    """The last line above the first date that says that comments begin: what stands before it is none."""
    begins = [
        position for position in range(first)
        if words.BEGIN.match(lines[position].text) and not lines[position].text.lower().startswith("what do")
    ]  # fmt: skip
    return max(begins, default=0)


def find_begin(lines: Sequence[Line], start: int = 0) -> int | None:
    """Find the line, from a place on, behind which comments stand; a question in the article alone is none."""
    for position in range(start, len(lines)):
        if position > 1 and len(lines[position].text) < 260 and words.BEGIN.match(lines[position].text):
            following = [other.text for other in lines[position + 1 : position + 30] if other.text][:12]
            if any(_is_widget(text) or _date_line(text) or words.BEGIN.match(text) for text in following):
                return position
    return None


def _is_widget(line: str) -> bool:
    return len(line) < 120 and bool(words.WIDGET.match(line) or words.AGO.match(line))


def find_moment(text: str) -> datetime | None:
    """The date of a line that is nothing but a date."""
    found = _date_line(text)
    return found[1] if found else None


def as_read(author: str, text: str, published_at: datetime | None, *, reply_to: int | None = None) -> Comment:
    """Make a comment of what a page marks as its parts: without the widget's words, cut as the page cuts it."""
    entry = Entry(author=author, lines=text.split("\n"), published_at=published_at)
    return replace(_comment(entry), reply_to=reply_to)


def _date_line(text: str, *, month_first: bool = False) -> tuple[str, datetime | None] | None:
    """Read a line that is a date, perhaps with the author before it: (author, date); `2 years ago` tells no date."""
    if len(text) > _LONGEST_DATE or not any(map(str.isdigit, text)):
        return None
    if words.AGO.match(text):
        return "", None
    if match := words.AUTHOR_AGO.match(text):
        return match["author"].strip(), None
    found = find_date(text, month_first=month_first)
    if found and (match := words.WROTE.match(text[found.end :])):
        return match["author"], found.at
    if not found or re.search(r"\w{2,}\s+\w{2,}", text[found.end :].replace("Uhr", "")):
        return None
    before = words.BEFORE_DATE.sub("", words.WIDGETS_BEFORE_DATE.sub(" ", text[: found.start])).strip(" ,|·•-–—:")
    before = words.AROUND_AUTHOR.sub("", before)
    if len(before) > LONGEST_AUTHOR or before.count(" ") > 4:
        return None
    return ("" if words.WEEKDAY.fullmatch(before) else before), found.at


def _without_years(lines: Sequence[Line]) -> list[tuple[int, tuple[str, None]]]:
    """Lines that are dates without a year, where a word for replying says that they are comments'."""
    if not any(words.ANSWER.match(line.text) for line in lines):
        return []
    found = ((place, words.WITHOUT_YEAR.match(fold(line.text)), line.text) for place, line in enumerate(lines))
    return [
        (place, (text[slice(*match.span("author"))].strip() if match["author"] else "", None))
        for place, match, text in found
        if match and len(text) <= _LONGEST_DATE and len(fold(text)) == len(text)
    ]


def _is_behind(lines: Sequence[Line], first: int) -> bool:
    """Whether dates stand behind the comments' texts: then text, or the word for replying, comes before the first."""
    above = [line.text for line in lines[:first] if line.text]
    if not above:
        return False
    if words.ANSWER.match(above[-1]) or words.ANSWER_BEFORE.match(lines[first].text):
        return any(not _is_widget(text) and not words.BEGIN.match(text) for text in above)
    before = dict.fromkeys(text for text in above if not _is_widget(text) and not words.BEGIN.match(text))
    return len(before) > 2 or any(
        len(text) > LONGEST_AUTHOR or (re.search(r"[.!?…»]$", text) and not words.ENDS_IN_INITIAL.match(text))
        for text in before
    )


def _dates_before(
    lines: Sequence[Line], dated: dict[int, tuple[str, datetime | None]]
) -> tuple[list[Entry], list[str]]:
    """Author, date, text: a comment goes up to the line that names the next one's author."""
    starts = sorted(dated)
    entries: list[Entry] = []
    for place, start in enumerate(starts):
        author, moment = dated[start]
        author_at = start
        if not author and (above := _line_above(lines, start)) is not None:
            author, author_at = _author(lines[above].text), _first_of_same(lines, above)
            author_at = _line_of_whom(lines, author_at)
        if entries:
            _close(entries[-1], lines, starts[place - 1], author_at)
        answers = next(
            (match["whom"] for line in lines[author_at:start] if (match := words.REPLIES_TO.match(line.text))), ""
        )
        entries.append(Entry(author=author, published_at=moment, indent=lines[author_at].indent, answers=answers))
    body = list(lines[starts[-1] + 1 :])
    end = _end_of_last(body)
    entries[-1].lines = [line.text for line in body[:end]]
    return entries, [line.text for line in body[end:] if line.text and not _is_widget(line.text)]


def _dates_behind(
    lines: Sequence[Line], dated: dict[int, tuple[str, datetime | None]]
) -> tuple[list[Entry], list[str]]:
    """Author, text, date: a comment begins behind the date of the one before."""
    entries: list[Entry] = []
    begin = 0
    for position in sorted(dated):
        named, moment = dated[position]
        chunk = [line for line in lines[begin:position] if not words.BEGIN.match(line.text)]
        texts = [line for line in chunk if line.text and not _is_widget(line.text)]
        author = named
        if not author and texts and _looks_like_author(texts, alone=len(texts) == 1):
            author = _author(texts.pop(0).text)
            if texts and texts[0].text == author:
                texts.pop(0)
        indent = texts[0].indent if texts else 0
        entries.append(Entry(author=author, lines=[line.text for line in texts], published_at=moment, indent=indent))
        begin = position + 1
    return entries, [line.text for line in lines[begin:] if line.text and not _is_widget(line.text)]


def _looks_like_author(texts: list[Line], *, alone: bool) -> bool:
    first = texts[0].text
    if len(first) > LONGEST_AUTHOR or first.startswith("@") or alone:
        return False
    return not re.search(r"[.!?…]$", first) or len(first.split()) <= 2 or bool(re.fullmatch(r"(?:\w\.\s?)+\w+", first))


def _close(entry: Entry, lines: Sequence[Line], start: int, end: int) -> None:
    entry.lines = [line.text for line in lines[start + 1 : end]]


def _line_above(lines: Sequence[Line], position: int) -> int | None:
    """The author's line right above a date; a widget's word or a gap means that there is none."""
    for above in range(position - 1, max(-1, position - 4), -1):
        text = lines[above].text
        if not text or words.LABEL.match(text) or words.REPLIES_TO.match(text):
            continue
        if (
            words.BEGIN.match(text)
            or _is_widget(text)
            or len(text) > LONGEST_AUTHOR
            or (re.search(r"[.!?…:]$", text) and not words.SAYS.match(text) and not words.ENDS_IN_INITIAL.match(text))
        ):
            return None
        return above
    return None


def _line_of_whom(lines: Sequence[Line], position: int) -> int:
    """Where a comment begins that says whom it answers above its author's name."""
    above = next((at for at in range(position - 1, max(-1, position - 3), -1) if lines[at].text), position)
    return above if words.REPLIES_TO.match(lines[above].text) else position


def _first_of_same(lines: Sequence[Line], position: int) -> int:
    """Where a name begins that stands twice, as picture text and as name."""
    first = position
    for above in range(position - 1, max(-1, position - 4), -1):
        if lines[above].text == lines[position].text:
            first = above
        elif lines[above].text and not _is_widget(lines[above].text):
            break
    return first


def _author(text: str) -> str:
    match = words.SAYS.match(text)
    return without_links(match[1] if match else text).removeprefix("- ").strip(" :,")


def _end_of_last(body: Sequence[Line]) -> int:
    """Where the last comment ends: at its widget words, or at a gap behind which only titles follow."""
    for position, line in enumerate(body):
        if line.text and _is_widget(line.text):
            return position
        has_text = any(one.text and not words.REPLIES_TO.match(one.text) for one in body[:position])
        if not line.text and has_text and _only_titles(body[position:]):
            return position
    return len(body)


def _only_titles(lines: Sequence[Line]) -> bool:
    texts = [line.text for line in lines if line.text]
    return bool(texts) and all(len(text) < 200 and not re.search(r"[.!…]$", text) for text in texts)


def _comment(entry: Entry) -> Comment:
    kept = [line for line in entry.lines if not line or not _is_widget(line)]
    text = "\n".join(kept).strip()
    if words.MORE.search(text):
        cut = words.MORE.sub("", text)
        text = f"{cut} …" if cut.endswith((".", "!", "?")) else f"{cut}…"
    return Comment(author=entry.author, text=re.sub(r"\n{3,}", "\n\n", text), published_at=entry.published_at)
