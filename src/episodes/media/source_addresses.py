"""What a producer types for a source of episodes, and what is kept of it."""

from __future__ import annotations

import os

from episodes.core.errors import UsageError
from episodes.core.logins import without_login
from episodes.media.addresses import is_web_address, refuse_mistyped
from episodes.media.paths import is_there, no_such_path, path_of


def as_source(text: str) -> str:
    """What a source is kept as: an address as it was typed, a file or folder by its whole path.

    Raises UsageError for what nothing can ever come from.
    """
    text = text.strip()
    if not text:
        raise UsageError("a source needs an address", hint="the channel's or feed's, as the browser shows it")
    if is_web_address(text):
        refuse_mistyped(text)
        return text
    if not (path := path_of(text)):
        raise no_kind(text)
    if not is_there(path):
        raise no_such_path(text)
    return kept_as(text)


def kept_as(text: str) -> str:
    """How an address, file or folder is kept, whether it is there or not: of a path the whole."""
    text = text.strip()
    path = None if is_web_address(text) else path_of(text)
    # `resolve` would follow links, `absolute` leave ".." in it.
    return os.path.abspath(path) if path else text  # noqa: PTH100


def no_kind(text: str) -> UsageError:
    """Say that an address is of a kind that nothing here reads."""
    return UsageError(
        f"{without_login(text)}: {text.split(':', 1)[0]} is no kind of source",
        hint="give a path, or an address that begins with https://",
    )
