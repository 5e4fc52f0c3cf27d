"""The one tree of errors: what happened to which thing, what to type next, and the exit code."""

from __future__ import annotations

from datetime import datetime


class EpisodesError(Exception):
    """Anything that a user can be told in one line.

    The message says what happened to which thing; `hint` says what to do about it;
    `exit_code` is what the command line returns (see docs/cli.md).
    """

    exit_code = 3

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NotFound(EpisodesError):
    """Nothing in the catalogue answers to that reference or search."""

    exit_code = 1


class NotAllDone(EpisodesError):
    """Some of several things failed; the rest is done and saved."""

    exit_code = 1


class HookFailed(NotAllDone):
    """An episode is there, and the producer's own command that is run after it failed."""


class UsageError(EpisodesError):
    """The command, an option, a setting or a path it was given makes no sense."""

    exit_code = 2


class AmbiguousReference(UsageError):
    """Several episodes answer to a reference; `candidates` names them, one line each."""

    def __init__(self, message: str, *, candidates: tuple[str, ...], hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.candidates = candidates


class AlreadyThere(UsageError):
    """The catalogue holds that episode or source already; `guid` names the episode that does, if known."""

    def __init__(self, message: str, *, guid: str = "", hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.guid = guid


class ConfigError(UsageError):
    """The settings file cannot be read or holds a value that makes no sense."""


class SourceError(EpisodesError):
    """A source could not be asked or fetched: network, site, or sign-in trouble."""


class Unreachable(SourceError):
    """A server could not be reached, or sent nothing of use, and it is no use to ask again now.

    `until` is when it may be asked again, where it says so itself.
    """

    def __init__(self, message: str, *, hint: str = "", until: datetime | None = None) -> None:
        super().__init__(message, hint=hint)
        self.until = until


class MediaError(EpisodesError):
    """A media file cannot be read, converted, tagged or kept."""


class TranscriptionError(EpisodesError):
    """Speech could not be transcribed: no model, no audio, or the engine failed."""


class StoreError(EpisodesError):
    """The database cannot be opened, read or written, or is newer than this program."""


class PublishError(EpisodesError):
    """A feed or page could not be made or written."""


class Interrupted(EpisodesError):
    """The user stopped the work; what was finished is saved."""

    exit_code = 130
