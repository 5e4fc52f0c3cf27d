"""Writing `episodes.toml`: only what changed, with the producer's comments and order kept."""

from __future__ import annotations

import os
import re
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import InlineTable

from episodes.config.lock import hold
from episodes.config.settings import LOCAL_BASE_URL
from episodes.config.workspace import Workspace
from episodes.core.errors import ConfigError, StoreError
from episodes.core.show import ExtraFeed, Show, ShowSource

NEW_SETTINGS = f"""\
# Settings of this workspace. Every show has a table [shows.its-short-name] below.

# The address under which the folder feeds/ will be on the web. Set it before you publish:
# until then feeds and pages work on this machine only, through `episodes serve`.
base_url = "{LOCAL_BASE_URL}"

[transcription]
# "auto", the name of a Whisper model ("tiny.en", "base", "large-v3-turbo"), or a folder with one
model = "auto"
"""

#: Seconds to wait for another program that is changing the settings, as long as for one that writes the database.
PATIENCE = 30.0


def create_settings(file: Path) -> None:
    """Write the settings of a new workspace; an existing file is left alone."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(NEW_SETTINGS)
    except FileExistsError:
        return


@contextmanager
def editing(file: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Keep other programs from changing the settings: what is read within stands until it is written within.

    Raises StoreError where another program has been at it for more than `patience` seconds.
    """

    def refuse(number: str) -> StoreError:
        return StoreError(
            f"another program (process {number}) has been changing {file.name} for {patience:g} s",
            hint="nothing was changed; try again when that program is done, or end it",
        )

    with hold(Workspace(file.parent).state / "settings.lock", patience=patience, refuse=refuse):
        _sweep(file.resolve())
        yield


def _sweep(file: Path) -> None:
    """Clear away what programs that were killed left half-written."""
    for left in file.parent.glob(f"{file.name}.*.part"):
        if re.fullmatch(r"\.\d+\.part", left.name.removeprefix(file.name)):
            left.unlink(missing_ok=True)


def save_show(file: Path, show: Show) -> None:
    """Write a show's table, while `editing`; settings that stand at their default are left out.

    Raises ConfigError, and leaves the file as it is, where the show cannot be written without touching something else.
    """
    text = _read(file)
    for laid_out in (False, True):
        document = _parse(file, text)
        try:
            if laid_out:
                _lay_out_shows(document)
            _set_show(document, show)
            new = tomlkit.dumps(document)
        except (TOMLKitError, ValueError, TypeError):  # a table on one line can hold no other table
            continue
        if _rest(new, show.slug) == _rest(text, show.slug) and (not laid_out or _has_comments(new, text)):
            _write(file, new)
            return
    raise ConfigError(
        f"cannot write the show {show.slug!r} into {file} without touching the settings beside it",
        hint=f"lay its settings out as a table [shows.{show.slug}] at the end of the file, then try again",
    )


def _set_show(document: tomlkit.TOMLDocument, show: Show) -> None:
    shows = document.setdefault("shows", tomlkit.table(is_super_table=True))
    table = _open_table(shows, show.slug)
    defaults = Show(slug=show.slug, title="")
    for field in fields(Show):
        if field.name == "slug":
            continue
        value = getattr(show, field.name)
        if field.name == "sources":
            _set_sources(table, value)
        elif field.name == "feeds":
            _set_feeds(table, value)
        elif value != getattr(defaults, field.name):
            _set(table, field.name, _plain(value))
        elif field.name in table:
            del table[field.name]


def _lay_out_shows(document: tomlkit.TOMLDocument) -> None:
    """Make tables at the end of the file of shows that stand on a line, where keys follow that are not theirs."""
    shows = document["shows"].unwrap()
    del document["shows"]
    document["shows"] = tomlkit.table(is_super_table=True)
    for slug, settings in shows.items():
        table: Any = tomlkit.table()
        table.update(settings)
        document["shows"][slug] = table


def _rest(text: str, slug: str) -> dict[str, Any] | None:
    """What settings hold besides a show; None where they cannot be read."""
    try:
        settings = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
    shows = settings.pop("shows", {})
    return settings | {"shows": {name: show for name, show in shows.items() if name != slug}}


def _has_comments(new: str, old: str) -> bool:
    """Whether all comments of settings are still there; a sign within a value begins none."""
    found = re.findall(r""""(?:\\.|[^"\\\n])*"|'[^'\n]*'|(#.*)""", old)
    return all(comment.strip() in new for comment in found if comment)


def _set_sources(table: Any, sources: tuple[ShowSource, ...]) -> None:
    """Write a show's sources as tables of their own; those that did not change are left alone."""
    written = [_source_table(source) for source in sources]
    if written == [dict(entry) for entry in table.get("sources", [])]:
        return
    if "sources" in table:
        del table["sources"]
    if written:
        listed = tomlkit.aot()
        for entry in written:
            inner = tomlkit.table()
            inner.update(entry)
            listed.append(inner)
        table["sources"] = listed


def _set_feeds(table: Any, feeds: tuple[ExtraFeed, ...]) -> None:
    """Write a show's further feeds, each a table of its own, and take away those that are gone."""
    listed: Any = table.get("feeds", {})
    for name in [name for name in listed if name not in {feed.name for feed in feeds}]:
        del listed[name]
    if feeds and "feeds" not in table:
        table["feeds"] = tomlkit.table(is_super_table=True)
    for feed in feeds:
        inner = _open_table(_open_table(table, "feeds"), feed.name)
        for field in fields(ExtraFeed):
            value = getattr(feed, field.name)
            if field.name != "name" and value != getattr(ExtraFeed(name=""), field.name):
                _set(inner, field.name, value)
            elif field.name in inner:
                del inner[field.name]


def _open_table(parent: Any, name: str) -> Any:
    """The table of this name to write into, made if there is none.

    Whoever wrote other shows between a show and its feeds gets something that takes keys as a table does. A table
    on one line, `{ title = "A" }`, can hold no other table, so it is laid out.
    """
    table = parent.setdefault(name, tomlkit.table())
    if not isinstance(table, InlineTable):
        return table
    del parent[name]
    parent[name] = tomlkit.table()
    parent[name].update(table.unwrap())
    return parent[name]


def _source_table(source: ShowSource) -> dict[str, Any]:
    defaults = ShowSource(url="")
    values = {field.name: getattr(source, field.name) for field in fields(ShowSource)}
    return {name: value for name, value in values.items() if value != getattr(defaults, name) or name == "kind"}


def set_base_url(file: Path, base_url: str) -> None:
    with editing(file):
        document = _parse(file, _read(file))
        _set(document, "base_url", base_url)
        _write(file, tomlkit.dumps(document))


def _set(table: Any, name: str, value: Any) -> None:
    if table.get(name) != value:
        table[name] = value


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [entry if isinstance(entry, str) else entry.format() for entry in value]
    return value


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(file, error) from error


def _parse(file: Path, text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: Exception) -> ConfigError:
    return ConfigError(f"cannot read {file}: {error}", hint="correct the file in an editor")


def _write(file: Path, text: str) -> None:
    file = file.resolve()  # a link stays one
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        part.touch()
        shutil.copymode(file, part)  # nobody else is to read addresses with passwords, if so far nobody could
        part.write_text(text, encoding="utf-8")
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ConfigError(f"cannot write {file}: {error.strerror}", hint="check disk space and permissions") from error
