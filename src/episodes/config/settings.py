"""Reading `episodes.toml`: settings of the workspace and of its shows, checked."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from episodes.core.choosing import parse_rule
from episodes.core.credit import Credit
from episodes.core.errors import ConfigError, UsageError
from episodes.core.show import SLUG, ExtraFeed, Show, ShowSource
from episodes.core.show_names import RESERVED
from episodes.core.stemming import parse_stemming

#: Where `episodes serve` answers; a feed built for it works on this machine only.
LOCAL_BASE_URL = "http://127.0.0.1:8484"


@dataclass(frozen=True, kw_only=True)
class Transcription:
    """How speech is transcribed, unless the command line says otherwise."""

    model: str = "auto"
    engine: str = "auto"  #: "packed", "simple", or "remote" with a `url`
    url: str = ""  #: of a server that speaks OpenAI's transcription protocol: ".../v1"
    key_env: str = "OPENAI_API_KEY"  #: the environment variable that holds the server's key
    language: str = ""
    words: bool = False


@dataclass(frozen=True, kw_only=True)
class Download:
    """What may be fetched, and how."""

    allow_hosts: tuple[str, ...] = ()  #: hosts with private addresses that may be asked all the same
    cookies: str = ""  #: cookie file for sites that want a sign-in
    proxy: str = ""


@dataclass(frozen=True, kw_only=True)
class Hooks:
    """Commands that are run when something happened; the shell reads them."""

    new_episode: str = ""  #: gets the new episode's record as JSON on its standard input


@dataclass(frozen=True, kw_only=True)
class Summaries:
    """A language model that may be asked for summaries and chapters; none unless `url` and `model` are set."""

    url: str = ""  #: of an OpenAI-compatible server: "http://127.0.0.1:11434/v1"
    model: str = ""
    key_env: str = ""  #: name of the environment variable that holds the key
    accept: bool = False  #: take proposals over at once, marked as a machine's, instead of waiting for a person


@dataclass(frozen=True, kw_only=True)
class Config:
    """All settings of a workspace."""

    base_url: str = LOCAL_BASE_URL
    transcription: Transcription = field(default_factory=Transcription)
    download: Download = field(default_factory=Download)
    hooks: Hooks = field(default_factory=Hooks)
    summaries: Summaries = field(default_factory=Summaries)
    shows: Mapping[str, Show] = field(default_factory=dict)


def load_config(file: Path) -> Config:
    """Read the settings file; raises ConfigError with the place of the trouble."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file.name}: {error}", hint=f"correct {file} in an editor") from error
    except OSError as error:
        raise ConfigError(f"cannot read {file}: {error.strerror}", hint="check the file's permissions") from error
    return _Reader(file.name).config(data)


@dataclass(frozen=True)
class _Reader:
    """Turns TOML tables into values and knows the file's name for its complaints."""

    file: str

    def config(self, data: Mapping[str, Any]) -> Config:
        self._known(data, ("base_url", "transcription", "download", "hooks", "summaries", "shows"), "")
        shows = self._table(data.get("shows", {}), "shows")
        base_url = self._typed(data.get("base_url", LOCAL_BASE_URL), str, "base_url").rstrip("/")
        if not re.match(r"https?://[^/\s]+", base_url):
            self._refuse("base_url", "must be an http or https address")
        return Config(
            base_url=base_url,
            transcription=Transcription(**self._values(data, "transcription", Transcription())),
            download=Download(**self._values(data, "download", Download())),
            hooks=Hooks(**self._values(data, "hooks", Hooks())),
            summaries=Summaries(**self._values(data, "summaries", Summaries())),
            shows={slug: self._show(slug, self._table(table, f"shows.{slug}")) for slug, table in shows.items()},
        )

    def _show(self, slug: str, table: Mapping[str, Any]) -> Show:
        where = f"shows.{slug}"
        if not SLUG.fullmatch(slug):
            self._refuse(where, "a show's short name takes small letters, digits and single hyphens")
        if slug in RESERVED:
            self._refuse(where, f"cannot have that short name: the pages' own folder {slug}/ lies there")
        defaults = Show(slug=slug, title=slug)
        names = tuple(field.name for field in fields(Show) if field.name != "slug")
        self._known(table, names, where)
        values: dict[str, Any] = {}
        for name, value in table.items():
            place = f"{where}.{name}"
            if name == "hosts":
                texts = self._typed(value, list, place)
                values[name] = tuple(Credit.parse(self._typed(text, str, place)) for text in texts)
            elif name == "sources":
                values[name] = self._sources(value, place)
            elif name == "feeds":
                feeds = self._table(value, place)
                values[name] = tuple(self._feed(feed, inner, f"{place}.{feed}") for feed, inner in feeds.items())
                self._apart(feeds, place)
            elif name == "patterns":
                values[name] = self._patterns(self._table(value, place), place)
            elif name == "stemming":
                values[name] = self._stemming(value, place)
            elif name == "accept_proposals":
                values[name] = self._typed(value, bool, place)
            else:
                values[name] = self._like(value, getattr(defaults, name), place)
        return Show(slug=slug, **{"title": slug, **values})

    def _stemming(self, value: Any, where: str) -> str:
        text: str = self._typed(value, str, where)
        try:
            parse_stemming(text)
        except UsageError as error:
            raise ConfigError(f"{self.file}: {where}: {error.message}", hint=error.hint) from error
        return text

    def _sources(self, value: Any, where: str) -> tuple[ShowSource, ...]:
        found = []
        for place, entry in enumerate(self._typed(value, list, where)):
            inner = f"{where}[{place}]"
            table = self._table(entry, inner)
            self._known(table, tuple(field.name for field in fields(ShowSource)), inner)
            self._patterns({"match": table.get("match", "")}, inner)
            if not self._typed(table.get("url", ""), str, f"{inner}.url"):
                self._refuse(inner, "lacks its url")
            if table.get("kind", "audio") not in ("audio", "video"):
                self._refuse(f"{inner}.kind", 'must be "audio" or "video"')
            if "download" in table:
                self._typed(table["download"], bool, f"{inner}.download")
            length = self._like(table.get("min_duration", 0.0), 0.0, f"{inner}.min_duration")
            found.append(ShowSource(**{**table, "min_duration": length}))
        return tuple(found)

    def _feed(self, name: str, value: Any, where: str) -> ExtraFeed:
        table, defaults = self._table(value, where), ExtraFeed(name=name)
        if not SLUG.fullmatch(name):
            self._refuse(where, "a feed's name takes small letters, digits and single hyphens")
        names = tuple(field.name for field in fields(ExtraFeed) if field.name != "name")
        self._known(table, names, where)
        values = {key: self._like(entry, getattr(defaults, key), f"{where}.{key}") for key, entry in table.items()}
        if values.get("kind", "audio") not in ("audio", "video"):
            self._refuse(f"{where}.kind", 'must be "audio" or "video"')
        if values.get("latest", 0) < 0:
            self._refuse(f"{where}.latest", "cannot be less than 0")
        if values.get("path") and not re.fullmatch("[A-Za-z0-9]{16,}", values["path"]):
            self._refuse(f"{where}.path", "must be 16 or more letters and digits; without it, one is made")
        try:
            parse_rule(values.get("where", ""))
        except UsageError as error:
            raise ConfigError(f"{self.file}: {where}.where: {error.message}", hint=error.hint) from error
        return ExtraFeed(name=name, **values)

    def _apart(self, feeds: Mapping[str, Any], where: str) -> None:
        """Older items of the feed `guests` lie in `guests-1`, so no feed may be called that."""
        for name in feeds:
            stem, _, number = name.rpartition("-")
            if re.fullmatch("[1-9][0-9]*", number) and stem in {*feeds, "feed", "video"}:
                self._refuse(f"{where}.{name}", f"cannot have that name: older items of the feed {stem!r} lie there")

    def _patterns(self, table: Mapping[str, Any], where: str) -> dict[str, str]:
        for name, pattern in table.items():
            try:
                re.compile(self._typed(pattern, str, f"{where}.{name}"))
            except re.error as error:
                place = "" if error.pos is None else f" at character {error.pos + 1}"
                raise ConfigError(
                    f"{self.file}: {where}.{name} = {pattern!r} is no regular expression: {error.msg}{place}",
                    hint=f"write it in single quotes, as {name} = 'No (\\d+)'; \\ before a sign means the sign itself",
                ) from error
        return dict(table)

    def _values(self, data: Mapping[str, Any], name: str, defaults: Any) -> dict[str, Any]:
        table = self._table(data.get(name, {}), name)
        self._known(table, tuple(field.name for field in fields(defaults)), name)
        return {key: self._like(value, getattr(defaults, key), f"{name}.{key}") for key, value in table.items()}

    def _like(self, value: Any, example: Any, where: str) -> Any:
        if isinstance(example, tuple):
            return tuple(self._typed(entry, str, where) for entry in self._typed(value, list, where))
        if example is None:
            return value
        if isinstance(example, float) and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        return self._typed(value, type(example), where)

    def _typed(self, value: Any, kind: type, where: str) -> Any:
        if type(value) is not kind:
            words = {str: "a text in quotes", bool: "true or false", list: "a list", int: "a whole number"}
            self._refuse(where, f"must be {words.get(kind, kind.__name__)}")
        return value

    def _table(self, value: Any, where: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self._refuse(where, "must be a table")
        return dict(value)

    def _known(self, table: Mapping[str, Any], names: Iterable[str], where: str) -> None:
        names = list(names)
        for name in table:
            if name not in names:
                near = difflib.get_close_matches(name, names, n=1)
                place = f"{where}.{name}" if where else name
                hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(names)}"
                raise ConfigError(f"{self.file}: no setting named {place!r}", hint=hint)

    def _refuse(self, where: str, why: str) -> None:
        raise ConfigError(f"{self.file}: {where} {why}", hint=f"correct {self.file} in an editor")
