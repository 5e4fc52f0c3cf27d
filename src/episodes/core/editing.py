"""What a person sets on an episode by hand: read from FIELD=VALUE, kept, and locked against machines."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from typing import Any, get_args

from episodes.core.credit import Credit, Role
from episodes.core.episode import Episode, EpisodeKind, Origin
from episodes.core.errors import UsageError
from episodes.core.show import Show
from episodes.core.stemming import AUTO, parse_stemming


def parse_date(text: str) -> datetime:
    """Read a date or a time; one without a zone is taken as UTC. Raises UsageError.

    >>> parse_date("2019-10-17").isoformat()
    '2019-10-17T00:00:00+00:00'
    >>> parse_date("2019-10-17 12:30+02:00").isoformat()
    '2019-10-17T10:30:00+00:00'
    """
    try:
        if len(text) <= len("2019-10-17"):
            return datetime.combine(date.fromisoformat(text), time(), UTC)
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date", hint="write it like 2019-10-17 or 2019-10-17T12:30+02:00") from error
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)


def parse_credits(text: str, role: Role) -> tuple[Credit, ...]:
    """Read people as `Name|Title|Organisation; Name`.

    >>> [credit.name for credit in parse_credits("Ann Lee|Editor; Bo Ek", "host")]
    ['Ann Lee', 'Bo Ek']
    """
    return tuple(Credit.parse(part, role=role) for part in text.split(";") if part.strip())


def parse_language(text: str) -> str:
    """Read a language tag (BCP 47), as `check` judges them; an empty one takes it away.

    >>> parse_language("pt-BR"), parse_language("")
    ('pt-BR', '')
    """
    from episodes.core.check.values import trouble_of_language  # its table is asked for when a language is set

    if text and (trouble := trouble_of_language(text)):
        raise UsageError(trouble, hint="write it like en, pt-BR or zh-Hant; leave it empty to take it away")
    return text


def _number(text: str) -> int | None:
    if not text:
        return None
    try:
        return int(text)
    except ValueError as error:
        raise UsageError(
            f"{text!r} is no whole number", hint="write it like 338; leave it empty to take it away"
        ) from error


def _kind(text: str) -> str:
    if text not in get_args(EpisodeKind):
        raise UsageError(f"no kind of episode named {text!r}", hint=f"one of {', '.join(get_args(EpisodeKind))}")
    return text


def _flag(text: str) -> bool | None:
    words = {"yes": True, "true": True, "no": False, "false": False, "": None}
    if text.lower() not in words:
        raise UsageError(f"{text!r} is neither yes nor no", hint="write yes or no; leave it empty to follow the show")
    return words[text.lower()]


_READERS: dict[str, Callable[[str], Any]] = {
    "title": str,
    "number": _number,
    "number_label": str,
    "season": _number,
    "kind": _kind,
    "summary": str,
    "notes": str,
    "disclaimer": str,
    "language": parse_language,
    "explicit": _flag,
    "image": str,
    "date": parse_date,
    "hosts": lambda text: parse_credits(text, "host"),
    "guests": lambda text: parse_credits(text, "guest"),
}
EDITABLE = tuple(_READERS)


def parse_changes(texts: Iterable[str]) -> dict[str, Any]:
    """Read FIELD=VALUE texts; raises UsageError for an unknown field or a value that makes no sense."""
    changes: dict[str, Any] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        name = name.strip()
        if not sign:
            raise UsageError(f"{text!r} sets nothing", hint=f"write FIELD=VALUE; fields: {', '.join(EDITABLE)}")
        if name not in _READERS:
            near = difflib.get_close_matches(name, EDITABLE, n=1)
            raise UsageError(
                f"episodes have no field {name!r} to edit",
                hint=f"did you mean {near[0]!r}?" if near else f"fields: {', '.join(EDITABLE)}",
            )
        changes[name] = _READERS[name](value.strip())
    if changes.get("title") == "":
        raise UsageError("an episode needs a title")
    return changes


def parse_settings(texts: Iterable[str], show: Show) -> dict[str, Any]:
    """Read FIELD=VALUE texts as settings of a show; raises UsageError as `parse_changes` does.

    >>> parse_settings(["explicit=yes", "hosts=Ann Lee"], Show(slug="a", title="A"))["explicit"]
    True
    """
    names = [field.name for field in fields(Show) if field.name not in {"slug", "guid", "patterns", "sources", "feeds"}]
    changes: dict[str, Any] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        name = name.strip()
        if not sign or name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            raise UsageError(
                f"shows have no setting {name!r}" if sign else f"{text!r} sets nothing",
                hint=f"did you mean {near[0]!r}?" if near else f"write FIELD=VALUE; fields: {', '.join(names)}",
            )
        changes[name] = _setting(getattr(show, name), name, value.strip())
    return changes


def _setting(current: Any, name: str, text: str) -> Any:
    if name == "hosts":
        return parse_credits(text, "host")
    if name == "language":
        return parse_language(text)
    if name == "accept_proposals":
        return _flag(text)
    if name == "stemming":
        parse_stemming(text)  # refuses what is none
        return text or AUTO
    if isinstance(current, bool):
        return bool(_flag(text))
    if isinstance(current, tuple):
        return tuple(part.strip() for part in text.split(";") if part.strip())
    if isinstance(current, int):
        return _number(text) or 0
    return text


def edited(episode: Episode, changes: Mapping[str, Any]) -> Episode:
    """Apply changes to the record, and lock each changed field; the GUID stays.

    Where the people came from that were there before is told no more.
    """
    values = dict(changes)
    people = {"hosts", "guests"} & set(values)
    if "hosts" in values or "guests" in values:
        hosts = values.pop("hosts", episode.hosts)
        values["credits"] = (*hosts, *values.pop("guests", episode.guests))
    if "date" in values:
        values["published_at"] = values.pop("date")
        values["date_is_sure"] = True
    locked = {name: Origin(field=name, origin="person", locked=True) for name in values if name != "date_is_sure"}
    kept = tuple(origin for origin in episode.origins if origin.field not in locked.keys() | people)
    return replace(episode, **values, origins=(*kept, *locked.values()))
