"""What the parts log on the side, said to whoever asks for more."""

from __future__ import annotations

import logging

from episodes.cli.output import talk


class _Told(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        talk.more(self.format(record))


def tell_logs() -> None:
    """Say what is logged from now on: which slower way is taken, and why."""
    logger = logging.getLogger("episodes")
    logger.setLevel(logging.INFO)
    if not any(isinstance(handler, _Told) for handler in logger.handlers):
        logger.addHandler(_Told())
