"""How often a server is asked again, and how slow it may be: one rule for looking, fetching and reading."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

from episodes.core.errors import Unreachable
from episodes.core.remote import LONGEST_WAIT as LONGEST_REST
from episodes.media.asking import Cut, Limits, Web, host_of, status_words

#: Who asks for a longer pause is left alone until then.
LONGEST_WAIT = 30.0


class Patience:
    """Waits before the next attempt at one address, or says that there is to be none.

    Who kept us waiting, without going further than before, is not asked again: the next time-out would cost as much.
    """

    def __init__(
        self,
        web: Web,
        shown: str,
        *,
        failed: str = "could not be fetched",
        hint: str = "try again later",
        attempts: int = 0,
        ends_at: float = float("inf"),
    ) -> None:
        self.web, self.shown, self.failed, self.hint = web, shown, failed, hint
        self.limits = web.limits
        self.attempts = min(attempts, self.limits.attempts) if attempts else self.limits.attempts
        self.ends_at = ends_at  #: on the monotonic clock
        self.failures = self.requests = 0

    def wait(self, cut: Cut, *, idle: float, is_further: bool = False, goes_on: bool = False) -> None:
        """Wait after an attempt; raises Unreachable if it was the last.

        `idle` are the seconds without a byte at its end, `is_further` tells whether it went further than all before by
        a useful amount, and `goes_on` whether the next one can begin where it ended: then it is no failure.
        """
        self.requests += 1
        self.failures = 0 if goes_on else self.failures + 1
        if cut.wait > LONGEST_WAIT:
            raise self._left_alone(cut)
        is_slow = cut.is_slow or idle > self.limits.soon_seconds
        used_up = self.failures >= self.attempts or self.requests >= self.limits.requests
        if used_up or (is_slow and not is_further):
            often = f" ({self.requests} times)" if self.requests > 1 else ""
            raise Unreachable(f"{self.shown} {self.failed}{often}: {cut.reason}", hint=self.hint) from cut
        pause = max(cut.wait, self.limits.pause * 2 ** max(0, self.failures - 1))
        if time.monotonic() + pause >= self.ends_at:
            raise Unreachable(f"{self.shown} took too long: {cut.reason}", hint="try again later") from cut
        time.sleep(pause)

    def _left_alone(self, cut: Cut) -> Unreachable:
        until = datetime.now(UTC) + timedelta(seconds=cut.wait + 59)  # what is shown is no minute too early
        until = until.replace(second=0, microsecond=0)
        if cut.host:
            self.web.resting.leave(cut.host, until)
        return Unreachable(
            f"{self.shown} answers with {cut.reason} and asks to be left alone until {until:%Y-%m-%d %H:%M} UTC",
            hint="try again after that",
            until=until,
        )


class Pace:
    """Watches one attempt: how long nothing of its body came, and whether it comes so slowly that it would never end.

    What was fast before does not make up for what is slow now.
    """

    def __init__(self, limits: Limits) -> None:
        self.seconds = limits.slow_seconds
        self.least = limits.min_rate * limits.slow_seconds
        self.heard_at = time.monotonic()
        self.since: float | None = None  #: the rate is that of the body, not of the wait before it
        self.bytes = 0

    @property
    def idle(self) -> float:
        """Seconds without a byte: since the last one, or since the attempt began."""
        return time.monotonic() - self.heard_at

    def see(self, size: int) -> None:
        """Count what came; raises Cut where it was too little for a whole while."""
        self.heard_at = time.monotonic()
        self.bytes += size
        if self.since is None or self.bytes >= self.least:
            self.since, self.bytes = self.heard_at, 0
            return
        passed = self.heard_at - self.since
        if passed >= self.seconds:
            raise Cut(f"the server sends only {self.bytes / passed:.0f} bytes a second", is_slow=True)


def busy(response: httpx.Response) -> Cut:
    """Make an error of an answer that may be another later; 429 is about who asks, not about what is asked for."""
    host = host_of(response.url) if response.status_code == 429 else ""
    return Cut(status_words(response.status_code), wait=retry_after(response), host=host)


def retry_after(response: httpx.Response) -> float:
    """Seconds that a server asks to wait, as a number or as a date (RFC 9110, 10.2.3); a week at most."""
    most = LONGEST_REST.total_seconds()
    text = response.headers.get("retry-after", "").strip()
    if text.isdecimal():
        return min(float(text), most)
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max((at - datetime.now(UTC)).total_seconds(), 0.0), most)
