"""Feeds, pages and caption files from the web or the disk, whole and within bounds."""

from __future__ import annotations

import time
from collections.abc import Collection

import httpx

from episodes.core.errors import SourceError
from episodes.core.incoming import Document
from episodes.media.addresses import without_secrets
from episodes.media.asking import PASSING, Cut, Limits, Web, is_refusal, status_error
from episodes.media.paths import no_such_path, path_of
from episodes.media.patience import Pace, Patience, busy
from episodes.media.resting import Resting
from episodes.media.unpacking import iter_body

#: The largest real feed that we know has 40 MB.
MOST_BYTES = 100_000_000
#: Attempts at a server that answers badly for the moment.
ATTEMPTS = 3
LIMITS = Limits(max_seconds=300.0)


class WebDocuments:
    """Reads documents through the guarded connections of the downloads; satisfies `Documents`."""

    def __init__(
        self,
        *,
        allow_hosts: Collection[str] = (),
        proxy: str = "",
        most_bytes: int = MOST_BYTES,
        limits: Limits = LIMITS,
        resting: Resting | None = None,
    ) -> None:
        self.web = Web(allow_hosts=allow_hosts, proxy=proxy, limits=limits, resting=resting)
        self.most_bytes = most_bytes

    def read(self, place: str, /) -> Document:
        """Fetch an address, or read a file; raises SourceError or UsageError."""
        if place.lower().startswith(("http://", "https://")):
            return self._fetched(place)
        path = path_of(place)
        if path is None or not path.is_file():
            raise no_such_path(place)
        try:
            return Document(url=str(path), data=path.read_bytes())
        except OSError as error:
            raise SourceError(f"cannot read {path}: {error.strerror}", hint="check its permissions") from error

    def _fetched(self, url: str) -> Document:
        shown = without_secrets(url)
        hint = "check the address, or try again later"
        ends_at = time.monotonic() + self.web.limits.max_seconds
        patience = Patience(self.web, shown, hint=hint, attempts=ATTEMPTS, ends_at=ends_at)
        while True:
            pace = Pace(self.web.limits)
            try:
                with self.web.ask(url, {"Accept-Encoding": "gzip, deflate"}) as response:
                    if response.status_code in PASSING:
                        raise busy(response)
                    if is_refusal(response.status_code):
                        raise status_error(shown, response.status_code)
                    self.web.deadline.set(ends_at - time.monotonic())
                    return self._document(response, shown, pace)
            except Cut as cut:
                patience.wait(cut, idle=pace.idle)

    def _document(self, response: httpx.Response, shown: str, pace: Pace) -> Document:
        data = bytearray()
        for chunk in iter_body(response):
            data += chunk
            pace.see(len(chunk))
            if len(data) > self.most_bytes:
                raise SourceError(f"{shown} is larger than {self.most_bytes // 1_000_000} MB", hint="check the address")
        mime_type, _, rest = response.headers.get("content-type", "").partition(";")
        charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'")
        return Document(url=str(response.url), data=bytes(data), mime_type=mime_type.strip().lower(), charset=charset)
