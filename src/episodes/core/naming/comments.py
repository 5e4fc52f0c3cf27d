"""Readers' comments under an episode's page: author, date, text, and what they answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from episodes.core.episode import Comment
from episodes.core.naming.dates import find_date
from episodes.core.naming.folding import fold

#: A line that says that comments follow.
BEGIN = re.compile(
    r"^\W*(?:what do you think\b.{0,20}|(?:leave|post|add|write) a (?:reply|comment|response)\b.{0,80}|(?:\d{1,5}|"
    r"one|no) (?:comments?|responses?|replies|thoughts?|kommentare?|commentaires?|comentarios?|commenti|reacties?|"
    r"kommentarer|комментари\w+)\b.{0,200}|"
    r"comments?(?: section| \(\d+\))?:?|join the (?:discussion|conversation)|(?:readers?[’']? )?(?:comments|"
    r"kommentare|commentaires|comentarios|commenti|kommentarer|комментарии)\W*|notify of|discussion|"
    r"be the first to comment!?)\W*$",
    re.IGNORECASE,
)
#: Words of comment widgets, which belong to no comment.
_WIDGET = re.compile(
    r"^\W*(?:guest|member|subscriber|editor|admin|author|moderator|registered|reply|antworten|répondre|responder|"
    r"rispondi|svar|svara|reageer|odpowiedz|ответить|like|likes?:? ?\d*|dislike|share|report|flag|edit|permalink|"
    r"quote|log ?in(?: to reply)?|"
    r"vote ?up\W*[\d+-]*\W*vote ?down.*|vote ?(?:up|down).*|up ?vote.*|down ?vote.*|[\d+-]*\W*points?|[\d.,+-]*|"
    r"notify of.*|(?:newest|oldest|most voted)(?:\W+(?:newest|oldest|most voted|first))*|inline feedbacks?|"
    r"view all comments|load more.*|(?:view|hide|show) (?:all )?(?:\d+ )?repl(?:y|ies).*|"
    r"\d+ repl(?:y|ies)|connect with.*|subscribe|please login.*|this site uses akismet.*|sort by.*|"
    r"your email address will not be published.*|name\*?|email\*?|website|post comment|save my name.*|"
    r"avatar(?: of .*)?|active member|share on \w+|leave a reply.*|cancel reply)\W*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*(?:…|\.\.\.)?\s*\[?(?:read more|mehr lesen|weiterlesen|lire la suite|leer más|leggi tutto|lees meer|"
    r"läs mer)\s*[»>…\]]*\s*$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^(.{1,60}?)\s+(?:says|said|wrote|sagt|schrieb|schreibt|dit|dice|escribió|ha scritto|zegt|skrev|says on|"
    r"on)\s*:?\s*$",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"^\W*(?:(?:about |over )?(?:\d{1,3}|an?|one|a few) (?:second|minute|hour|day|week|month|year)s? ago|"
    r"vor \d{1,3} \w+|il y a \d{1,3} \w+|hace \d{1,3} \w+)\W*$",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^\W*(?:vote ?up.*|(?:reply|antworten|répondre|responder|rispondi|svar|svara)\W*)$", re.IGNORECASE
)
_ANSWER_BEFORE = re.compile(r"^\W*(?:vote ?up|reply)\b", re.IGNORECASE)
_TO = re.compile(r"^(?:@|(?:reply(?:ing)? to|in reply to|antwort auf|réponse à|>)\s*:?\s*@?)", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r"^\s*(?:posted|written|commented|am|on|le|el|il|den|by|von|par)\b\s*|\s*(?:[,|·•–—:(-]|\bon\b|\bsays\b|\bam\b)*\s*$",
    re.IGNORECASE,
)
_AROUND_AUTHOR = re.compile(r"^(?:by|von|par)\s+|\s+(?:on|am|le|el|says|said|wrote|sagt)$", re.IGNORECASE)
_WIDGETS_BEFORE_DATE = re.compile(
    r"\bvote ?up\W*\d*\W*vote ?down\b|\b(?:reply|guest|member|permalink|share|like)\b", re.IGNORECASE
)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?", re.IGNORECASE)
_LABEL = re.compile(r"^\W*(?:guest|member|subscriber|author|admin|editor|moderator|active member)\W*$", re.IGNORECASE)
#: A line of its own between a comment's author and its date: whom it answers.
_REPLIES_TO = re.compile(
    r"^(?:reply(?:ing)? to|in reply to|antwort auf|réponse à|en respuesta a)\s+(?P<whom>.{1,60})$", re.IGNORECASE
)
_ENDS_IN_INITIAL = re.compile(r"^(?:[^\W\d_][\w'’-]*\s){1,3}[^\W\d_]\.$")
_LONGEST_AUTHOR = 60
MOST_COMMENTS = 2000


@dataclass(frozen=True, kw_only=True)
class Section:
    """The comments of a page, and the lines that stand behind them."""

    comments: tuple[Comment, ...] = ()
    rest: tuple[str, ...] = ()


@dataclass(kw_only=True)
class _Entry:
    """A comment while it is gathered."""

    author: str = ""
    lines: list[str] = field(default_factory=list)
    published_at: datetime | None = None
    indent: int = 0
    answers: str = ""  #: whom it answers, as a line above says


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
    dated = [(position, moment) for position, line in enumerate(lines) if (moment := _date_line(line.text)) is not None]
    if not dated:
        return Section(rest=tuple(line.text for line in lines if line.text and not _is_widget(line.text)))
    arrange = _dates_behind if _is_behind(lines, dated[0][0]) else _dates_before
    entries, rest = arrange(lines, dict(dated))
    comments = [_comment(entry) for entry in entries[:MOST_COMMENTS]]
    return Section(comments=_with_replies(comments, entries), rest=tuple(rest))


def find_begin(lines: Sequence[Line]) -> int | None:
    """Find the line behind which comments stand; a question in the article alone is none."""
    for position, line in enumerate(lines):
        if position > 1 and len(line.text) < 260 and BEGIN.match(line.text):
            following = [other.text for other in lines[position + 1 : position + 30] if other.text][:12]
            if any(_is_widget(text) or _date_line(text) or BEGIN.match(text) for text in following):
                return position
    return None


def _is_widget(line: str) -> bool:
    return len(line) < 120 and bool(_WIDGET.match(line) or _AGO.match(line))


def _date_line(text: str) -> tuple[str, datetime | None] | None:
    """Read a line that is a date, perhaps with the author before it: (author, date); `2 years ago` tells no date."""
    if len(text) > 140 or not any(map(str.isdigit, text)):
        return None
    if _AGO.match(text):
        return "", None
    found = find_date(text)
    if not found or re.search(r"\w{2,}\s+\w{2,}", text[found.end :].replace("Uhr", "")):
        return None
    before = _BEFORE_DATE.sub("", _WIDGETS_BEFORE_DATE.sub(" ", text[: found.start])).strip(" ,|·•-–—:")
    before = _AROUND_AUTHOR.sub("", before)
    if len(before) > _LONGEST_AUTHOR or before.count(" ") > 4:
        return None
    return ("" if _WEEKDAY.fullmatch(before) else before), found.at


def _is_behind(lines: Sequence[Line], first: int) -> bool:
    """Whether dates stand behind the comments' texts: then text, or the word for replying, comes before the first."""
    above = [line.text for line in lines[:first] if line.text]
    if not above:
        return False
    if _ANSWER.match(above[-1]) or _ANSWER_BEFORE.match(lines[first].text):
        return any(not _is_widget(text) and not BEGIN.match(text) for text in above)
    before = dict.fromkeys(text for text in above if not _is_widget(text) and not BEGIN.match(text))
    return len(before) > 2 or any(
        len(text) > _LONGEST_AUTHOR or (re.search(r"[.!?…»]$", text) and not _ENDS_IN_INITIAL.match(text))
        for text in before
    )


def _dates_before(
    lines: Sequence[Line], dated: dict[int, tuple[str, datetime | None]]
) -> tuple[list[_Entry], list[str]]:
    """Author, date, text: a comment goes up to the line that names the next one's author."""
    starts = sorted(dated)
    entries: list[_Entry] = []
    for place, start in enumerate(starts):
        author, moment = dated[start]
        author_at = start
        if not author and (above := _line_above(lines, start)) is not None:
            author, author_at = _author(lines[above].text), _first_of_same(lines, above)
        if entries:
            _close(entries[-1], lines, starts[place - 1], author_at)
        answers = next(
            (match["whom"] for line in lines[author_at:start] if (match := _REPLIES_TO.match(line.text))), ""
        )
        entries.append(_Entry(author=author, published_at=moment, indent=lines[author_at].indent, answers=answers))
    body = list(lines[starts[-1] + 1 :])
    end = _end_of_last(body)
    entries[-1].lines = [line.text for line in body[:end]]
    return entries, [line.text for line in body[end:] if line.text and not _is_widget(line.text)]


def _dates_behind(
    lines: Sequence[Line], dated: dict[int, tuple[str, datetime | None]]
) -> tuple[list[_Entry], list[str]]:
    """Author, text, date: a comment begins behind the date of the one before."""
    entries: list[_Entry] = []
    begin = 0
    for position in sorted(dated):
        named, moment = dated[position]
        chunk = [line for line in lines[begin:position] if not BEGIN.match(line.text)]
        texts = [line for line in chunk if line.text and not _is_widget(line.text)]
        author = named
        if not author and texts and _looks_like_author(texts, alone=len(texts) == 1):
            author = _author(texts.pop(0).text)
            if texts and texts[0].text == author:
                texts.pop(0)
        indent = texts[0].indent if texts else 0
        entries.append(_Entry(author=author, lines=[line.text for line in texts], published_at=moment, indent=indent))
        begin = position + 1
    return entries, [line.text for line in lines[begin:] if line.text and not _is_widget(line.text)]


def _looks_like_author(texts: list[Line], *, alone: bool) -> bool:
    first = texts[0].text
    if len(first) > _LONGEST_AUTHOR or first.startswith("@") or alone:
        return False
    return not re.search(r"[.!?…]$", first) or len(first.split()) <= 2 or bool(re.fullmatch(r"(?:\w\.\s?)+\w+", first))


def _close(entry: _Entry, lines: Sequence[Line], start: int, end: int) -> None:
    entry.lines = [line.text for line in lines[start + 1 : end]]


def _line_above(lines: Sequence[Line], position: int) -> int | None:
    """The author's line right above a date; a widget's word or a gap means that there is none."""
    for above in range(position - 1, max(-1, position - 4), -1):
        text = lines[above].text
        if not text or _LABEL.match(text) or _REPLIES_TO.match(text):
            continue
        if (
            BEGIN.match(text)
            or _is_widget(text)
            or len(text) > _LONGEST_AUTHOR
            or (re.search(r"[.!?…:]$", text) and not _SAYS.match(text) and not _ENDS_IN_INITIAL.match(text))
        ):
            return None
        return above
    return None


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
    match = _SAYS.match(text)
    return (match[1] if match else text).strip(" :,")


def _end_of_last(body: Sequence[Line]) -> int:
    """Where the last comment ends: at its widget words, or at a gap behind which only titles follow."""
    for position, line in enumerate(body):
        if line.text and _is_widget(line.text):
            return position
        if not line.text and position and _only_titles(body[position:]):
            return position
    return len(body)


def _only_titles(lines: Sequence[Line]) -> bool:
    texts = [line.text for line in lines if line.text]
    return bool(texts) and all(len(text) < 200 and not re.search(r"[.!…]$", text) for text in texts)


def _comment(entry: _Entry) -> Comment:
    kept = [line for line in entry.lines if not line or not _is_widget(line)]
    text = "\n".join(kept).strip()
    if _MORE.search(text):
        cut = _MORE.sub("", text)
        text = f"{cut} …" if cut.endswith((".", "!", "?")) else f"{cut}…"
    return Comment(author=entry.author, text=re.sub(r"\n{3,}", "\n\n", text), published_at=entry.published_at)


def _with_replies(comments: list[Comment], entries: Sequence[_Entry]) -> tuple[Comment, ...]:
    """Say whom each comment answers: by `@Name`, `Reply to Name`, or by being set in."""
    answered: list[Comment] = []
    for position, comment in enumerate(comments):
        target = _named_target(comment, entries[position].answers, comments[:position])
        if target is None and entries[position].indent:
            outer = [i for i in range(position) if entries[i].indent < entries[position].indent]
            target = outer[-1] if outer else None
        answered.append(replace(comment, reply_to=target))
    return tuple(answered)


def _named_target(comment: Comment, answers: str, earlier: Sequence[Comment]) -> int | None:
    match = _TO.match(comment.text)
    if not match and not answers:
        return None
    opening = fold(answers or comment.text[match.end() if match else 0 :][: _LONGEST_AUTHOR + 5])
    named = [i for i, other in enumerate(earlier) if other.author and opening.startswith(fold(other.author))]
    return named[-1] if named else None
