"""Whose each comment is, and which one it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from episodes.core.episode import Comment
from episodes.core.naming import comment_words as words
from episodes.core.naming.folding import fold

LONGEST_AUTHOR = 60


@dataclass(kw_only=True)
class Entry:
    """A comment while it is gathered."""

    author: str = ""
    lines: list[str] = field(default_factory=list)
    published_at: datetime | None = None
    indent: int = 0
    answers: str = ""  #: whom it answers, as a line above says


def name_by_colons(entries: Sequence[Entry]) -> None:
    """`Ann Lee: I saw three.`: where no comment has an author and all begin so, these are their names."""
    firsts = [next((line for line in entry.lines if line), "") for entry in entries]
    named = [re.match(r"([^\s:][^:.!?]{0,39}):\s+(?=\S)", line) for line in firsts]
    if len(entries) < 2 or any(entry.author for entry in entries) or not all(named):
        return
    for entry, line, match in zip(entries, firsts, named, strict=True):
        if match:
            entry.author = match[1].strip()
            entry.lines[entry.lines.index(line)] = line[match.end() :]


def ask_whom(entries: Sequence[Entry]) -> None:
    """Find whom a comment answers where its first line says so, or where its author's line has both names."""
    earlier: set[str] = set()
    for entry in entries:
        entry.author = re.sub(r"\sMod(?=$|\s?[→↪➤▶])", "", entry.author)
        first = next((position for position, line in enumerate(entry.lines) if line), None)
        match = words.REPLIES_TO.match(entry.lines[first]) if first is not None else None
        if match and first is not None and fold(match["whom"]).strip() in earlier:
            entry.answers = match["whom"].strip()
            entry.lines = entry.lines[first + 1 :]
        parts = entry.author.split()
        both = next((at for at in range(1, len(parts)) if fold(" ".join(parts[at:])) in earlier), 0)
        if both:
            entry.author, entry.answers = " ".join(parts[:both]).strip(" →↪➤▶"), " ".join(parts[both:])
        earlier |= {fold(entry.author)} - {""}


def with_replies(comments: list[Comment], entries: Sequence[Entry]) -> tuple[Comment, ...]:
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
    match = words.TO.match(comment.text)
    if not match and not answers:
        return None
    opening = fold(answers or comment.text[match.end() if match else 0 :][: LONGEST_AUTHOR + 5])
    named = [i for i, other in enumerate(earlier) if other.author and opening.startswith(fold(other.author))]
    return named[-1] if named else None
