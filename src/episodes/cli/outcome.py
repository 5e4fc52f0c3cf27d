"""What was done and what failed, where a command does several things."""

from __future__ import annotations

from collections.abc import Sequence

from episodes.cli.output import counted, talk
from episodes.core.errors import EpisodesError, HookFailed, NotAllDone


class AlreadyTold(EpisodesError):
    """An error whose message was printed when it happened."""

    def __init__(self, error: EpisodesError) -> None:
        super().__init__(error.message, hint=error.hint)
        self.exit_code = error.exit_code


class Outcome:
    """What was done, and what failed, of several things."""

    def __init__(self) -> None:
        self.done: list[dict[str, object]] = []
        self.errors: list[EpisodesError] = []
        self.count = 0

    def failed(self, what: str, error: EpisodesError) -> None:
        self.errors.append(error)
        talk.error(f"{what}: {error.message}" if what and what not in error.message else error.message, hint=error.hint)

    def raise_if_any_failed(self) -> None:
        """Raise NotAllDone with the count; a failure that stands alone keeps its own exit code."""
        if len(self.errors) == 1 and self.count == 1:
            raise AlreadyTold(self.errors[0])
        if self.errors:
            raise not_all_done(
                self.errors,
                f" of {self.count} failed; the rest is done and saved",
                hint="run the same command again to try those once more",
            )


def not_all_done(errors: Sequence[EpisodesError], what_became: str, *, hint: str) -> NotAllDone:
    """Sum up what failed; `hint` mends all but the hooks, whose episodes are there and do not come again."""
    hooks = sum(isinstance(error, HookFailed) for error in errors)
    told = f"the hook failed for {counted(hooks, 'episode')}"
    if hooks == len(errors):
        return NotAllDone(
            f"{told}; all else is done", hint="the lines above say how to run it again; nothing does so by itself"
        )
    also = f"; {told}" if hooks else ""
    return NotAllDone(f"{counted(len(errors) - hooks, 'item')}{what_became}{also}", hint=hint)
