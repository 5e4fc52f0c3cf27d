"""One file over HTTP: taken up again only where the bytes are surely the same, checked to the last one."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO

import httpx

from episodes.core.errors import SourceError
from episodes.core.progress import Progress, Report
from episodes.media.addresses import without_secrets
from episodes.media.asking import PASSING, Cut, Web, not_media, status_error
from episodes.media.patience import Pace, Patience, busy
from episodes.media.saving import MEGABYTE, require_space
from episodes.media.sniff import HEAD, refusal
from episodes.media.unpacking import iter_body, packing

#: What an attempt must bring to count: so many bytes, and a thousandth of the file, for else it would take too many.
_STEP, _STEPS = 64 * 1024, 1000


@dataclass(frozen=True, kw_only=True)
class Received:
    """What the server said of the file that was received."""

    url: str  #: where it came from in the end
    length: int
    content_type: str = ""
    disposition: str = ""
    modified: str = ""
    head: bytes = field(default=b"", repr=False)


class Transfer:
    """Brings one file, over as many attempts as it takes, into one place."""

    def __init__(
        self,
        web: Web,
        url: str,
        part: Path,
        *,
        name: str = "",
        report: Report | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.web, self.url, self.part = web, url, part
        self.name = name or part.name  #: what the user knows the file as
        self.report, self.headers = report, dict(headers or {})
        self.shown = without_secrets(url)
        self.done = 0
        self.total: int | None = None
        self.validator = ""  #: strong; what the server must say again for the bytes to be the same
        self.head = b""
        self.pace = Pace(web.limits)  #: of one attempt
        self.ends_at = time.monotonic() + web.limits.max_seconds

    def run(self) -> Received:
        """Try until the file is whole; raises Unreachable with the last reason if it never is."""
        patience, most = Patience(self.web, self.shown, ends_at=self.ends_at), 0
        while True:
            self.pace = Pace(self.web.limits)
            try:
                return self._attempt()
            except Cut as cut:
                is_further = self.done >= most + max(_STEP, (self.total or 0) // _STEPS)
                most = max(most, self.done)
                goes_on = is_further and bool(self.validator)
                patience.wait(cut, idle=self.pace.idle, is_further=is_further, goes_on=goes_on)

    def _attempt(self) -> Received:
        asked = dict(self.headers)
        if self.done and self.validator:
            asked |= {"Range": f"bytes={self.done}-", "If-Range": self.validator}
        with self.web.ask(self.url, asked) as response:
            self._judge(response, ranged="Range" in asked)
            self._take(response)
            return Received(
                url=str(response.url),
                length=self.done,
                content_type=response.headers.get("content-type", ""),
                disposition=response.headers.get("content-disposition", ""),
                modified=response.headers.get("last-modified", ""),
                head=self.head,
            )

    def _judge(self, response: httpx.Response, *, ranged: bool) -> None:
        """Read status and headers; afterwards `done` and `total` are right for the body that follows."""
        status = response.status_code
        if status == 206 and ranged:
            self._continue(response)
        elif status == 200 or (status == 206 and _is_whole(response)):
            self._restart()
            _refuse_stream(response, self.shown)
            self.total = body_length(response)
            self.validator = strong_validator(response.headers)
        elif status in (206, 416):
            self._restart()
            raise Cut(
                f"the server answers {status} to a request that asks for everything"
                if not ranged
                else "the range was refused"
            )
        elif status in PASSING:
            raise busy(response)
        else:
            raise status_error(self.shown, status)
        if self.total is not None:
            self._check_size(self.total)
            require_space(self.part.with_name(self.name), self.total - self.done)

    def _continue(self, response: httpx.Response) -> None:
        match = re.fullmatch(
            r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", response.headers.get("content-range", "").strip()
        )
        same = strong_validator(response.headers, ours=self.validator) == self.validator
        start, end, total = (match[1], match[2], match[3]) if match else ("", "", "")
        told = self.total is None or total in (str(self.total), "*")
        if not match or int(start) != self.done or not told or not same or int(end) < int(start):
            self._restart()
            raise Cut("the file changed, or the wrong part of it was sent, while it was being fetched")
        if self.total is None:
            self.total = int(total) if total != "*" else int(end) + 1

    def _restart(self) -> None:
        self.done, self.total, self.validator, self.head = 0, None, "", b""

    def _take(self, response: httpx.Response) -> None:
        self.web.deadline.set(self.ends_at - time.monotonic())
        with self.part.open("r+b" if self.done else "wb") as file:
            file.seek(self.done)
            file.truncate()
            for chunk in iter_body(response):  # as it comes, so that slowness is seen
                self._write(file, chunk)
                self.pace.see(len(chunk))
        if self.total is not None and self.done != self.total:
            cut = Cut(f"the server sent {self.done} of {self.total} bytes")
            if self.done > self.total:
                self._restart()  # nobody knows which of them are too many
            raise cut
        if not self.done:
            raise Cut("the server sent nothing")
        self._sniff(force=True)

    def _write(self, file: BinaryIO, chunk: bytes) -> None:
        file.write(chunk)
        self.done += len(chunk)
        if len(self.head) < HEAD:
            self.head += chunk[: HEAD - len(self.head)]
            self._sniff()
        self._check_size(self.done)
        if time.monotonic() > self.ends_at:
            raise SourceError(
                f"{self.shown} took longer than {self.web.limits.max_seconds:.0f} s", hint="try again later"
            )
        if self.report is not None:
            self.report(Progress(stage="download", done=self.done, total=self.total or 0))

    def _sniff(self, *, force: bool = False) -> None:
        if (force or len(self.head) >= 1024) and (what := refusal(self.head)):
            raise not_media(self.shown, what)

    def _check_size(self, size: int) -> None:
        limits = self.web.limits
        most = limits.max_bytes if self.total is not None else min(limits.max_bytes, limits.max_unstated)
        if size > most:
            limit = most / MEGABYTE
            raise SourceError(
                f"{self.shown} is larger than {limit:.0f} MB", hint="download it by hand and add the file"
            )


def strong_validator(headers: httpx.Headers, *, ours: str = "") -> str:
    """Find a validator that stands for exact bytes: a strong ETag, or a Last-Modified well in the past.

    RFC 9110, 8.8.
    """
    etag: str = headers.get("etag", "")
    if etag and not etag.startswith("W/") and not (ours and not ours.startswith('"')):
        return etag
    modified: str = headers.get("last-modified", "")
    try:
        age = parsedate_to_datetime(headers.get("date", "")) - parsedate_to_datetime(modified)
    except (TypeError, ValueError):
        return ""
    return modified if not etag and age.total_seconds() >= 60 else ""


def _is_whole(response: httpx.Response) -> bool:
    """Whether a part is all there is: some servers send every file as one."""
    match = re.fullmatch(r"bytes 0-(\d+)/(\d+)", response.headers.get("content-range", "").strip())
    return match is not None and int(match[1]) + 1 == int(match[2])


def _refuse_stream(response: httpx.Response, shown: str) -> None:
    """Raise SourceError for Internet radio, which would be recorded until the disk is full."""
    if body_length(response) is None and any(name.startswith("icy-") for name in response.headers):
        raise SourceError(f"{shown} is a radio stream without an end", hint="look for the recording of the programme")


def body_length(response: httpx.Response) -> int | None:
    """Read how many bytes the server says that it sends, if it says so."""
    text = response.headers.get("content-length", "")
    if packing(response) or "transfer-encoding" in response.headers:  # it then speaks of other bytes, or of none
        return None
    return int(text) if text.isdecimal() else None
