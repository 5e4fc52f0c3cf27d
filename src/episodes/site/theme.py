"""The look: templates and static files, each of which a producer's own folder can replace."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    pass_context,
)
from jinja2 import __version__ as jinja2_version
from jinja2.runtime import Context

from episodes.core.errors import PublishError
from episodes.core.timecode import format_clock
from episodes.site import phrases, places
from episodes.site.compiled import compiled_templates
from episodes.site.markdown import clean_text, render_notes
from episodes.site.views import host_of, is_web, playable
from episodes.site.words import Words, words_for

_HERE = Path(__file__).parent


class Theme:
    """Templates and static files; `templates` is a folder of the producer's own, looked into first.

    A file there replaces ours of the same name; `{% extends "default/episode.html" %}` builds on
    ours instead. Files in its sub-folder `static` replace or join those under `assets/`.
    """

    def __init__(self, templates: Path | None = None) -> None:
        self._own = templates if templates and templates.is_dir() else None

    @property
    def has_own(self) -> bool:
        """Whether a producer's own templates are in use."""
        return self._own is not None

    def render(self, template: str, **values: Any) -> bytes:
        """Render a page; raises PublishError with the template's name and line."""
        try:
            words: Words = values["words"]
            values |= {"_": words, "_n": words.count}
            return self._environment.get_template(template).render(theme=self, **values).encode("utf-8", "replace")
        except TemplateError as error:
            where = ":".join(
                str(part) for part in (getattr(error, "name", None), getattr(error, "lineno", None)) if part
            )
            raise PublishError(
                f"the template {where or template} cannot be used: {error}",
                hint="correct it in the workspace's folder templates/, or remove it to get the built-in one",
            ) from error

    def words(self, language: str) -> Words:
        """The words of pages in a language; raises PublishError for phrases of the producer's that cannot be read."""
        return words_for(language, self._own)

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Yield the static files, as paths under the web root and contents."""
        for path, file in sorted(self._static.items()):
            content = file.read_bytes()
            yield path, _pressed(content, file.suffix) if file.is_relative_to(_HERE) else content

    def asset(self, path: str) -> str:
        """The path of a static file with a mark of its content, so that no old copy is used."""
        return f"{path}?v={self._marks[path]}"

    @cached_property
    def version(self) -> str:
        """A mark that changes when templates or static files do: pages made with another are stale."""
        digest = hashlib.sha256()
        for root in (_HERE, self._own):
            for file in sorted(path for path in (root or _HERE).rglob("*") if path.is_file() and path.suffix != ".pyc"):
                digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
        return digest.hexdigest()[:12]

    @cached_property
    def _static(self) -> dict[str, Path]:
        roots = [_HERE / "static", *([self._own / "static"] if self._own else [])]
        return {
            f"assets/{file.relative_to(root).as_posix()}": file
            for root in roots
            for file in sorted(root.rglob("*"))
            if file.is_file()
        }

    @cached_property
    def _marks(self) -> dict[str, str]:
        return {path: _mark(content) for path, content in self.assets()}

    @cached_property
    def _environment(self) -> Environment:
        ours = FileSystemLoader(_HERE / "templates")
        loaders = [*([FileSystemLoader(self._own)] if self._own else []), ours, PrefixLoader({"default": ours})]
        environment = Environment(
            loader=ChoiceLoader(loaders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_finalize,
            auto_reload=False,
            bytecode_cache=compiled_templates(f"{self.version}-{jinja2_version}"),
        )
        environment.filters.update(
            clock=format_clock,
            date=_in_words(phrases.say_date),
            length_of=_in_words(phrases.say_length),
            size=_in_words(phrases.say_size),
            iso_duration=phrases.iso_duration,
            number=_in_words(phrases.say_number),
            short_number=phrases.short_number,
            notes=render_notes,
            page_title=phrases.page_title,
            direction=phrases.direction,
            host_of=host_of,
            quoted=_quoted,
            can_play=lambda episode: bool(playable(episode)),
        )
        environment.tests["web"] = is_web
        environment.globals.update(places=places)
        return environment


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]


def _in_words(say: Callable[[Any, Words], str]) -> Callable[[Context, Any], str]:
    """Make a filter that speaks the language of the page that it is used on."""

    @pass_context
    def said(context: Context, value: Any) -> str:
        return say(value, context["words"])

    return said


def _pressed(content: bytes, ending: str) -> bytes:
    """Leave out of our own files what only whoever changes them needs: indents, comments, spaces beside marks."""
    if ending not in (".css", ".js"):
        return content
    lines = [line.strip() for line in content.splitlines()]
    pressed = b"".join(line + b"\n" for line in lines if line and not line.startswith(b"//"))
    if ending == ".css":  # in which no text has a space after such a mark
        for mark in (b";", b":", b",", b"{"):
            pressed = pressed.replace(mark + b" ", mark)
        pressed = pressed.replace(b" {", b"{")
    return pressed


def _quoted(text: str) -> str:
    """Write a text as one value of a query."""
    return quote(clean_text(text), safe="")


def _finalize(value: Any) -> Any:
    """Take control characters out of all foreign text on its way into a page."""
    return clean_text(value) if type(value) is str else value
