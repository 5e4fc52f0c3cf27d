"""Asking web servers: every hop guarded, every wait bounded, every refusal in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore
import httpx

from episodes.core.errors import SourceError
from episodes.media.addresses import without_secrets
from episodes.media.connecting import AGENT, Deadline, GuardedTransport, TooSlow
from episodes.media.resting import Resting

#: What a server sent, as the library's own words show it: `bytearray(b'HTTP/9 what')`.
_BYTES = re.compile(r"(?:bytearray\()?b(?P<quote>['\"])(?P<text>.*?)(?P=quote)\)?")
#: What is raised where a connection breaks.
NETWORK_TROUBLE = (httpx.TransportError, httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError)
_REDIRECTS = (301, 302, 303, 307, 308)
_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
#: So much of the place that a redirect leads to is told; a `data:` address may hold a whole file.
_SHOWN = 60
#: Answers that may be different in a moment.
PASSING = (408, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much of the user's time, disk and patience one download may take."""

    max_bytes: int = 16 * 1024**3
    max_unstated: int = 2 * 1024**3  #: where the server does not say how long the file is: it may have no end
    max_seconds: float = 6 * 3600.0  #: for the whole file
    answer_seconds: float = 60.0  #: until the headers are there, all redirects included
    stall_seconds: float = 30.0  #: without a byte, and to connect
    slow_seconds: float = 30.0  #: over which the rate is measured
    min_rate: float = 1000.0  #: bytes a second
    redirects: int = 10
    attempts: int = 5  #: in a row that do not go on where the last one ended, or not far
    requests: int = 1000  #: at all, for one file
    soon_seconds: float = 10.0  #: who keeps us waiting for longer and brings nothing is not asked again
    pause: float = 1.0  #: seconds before the second attempt; doubled each time


class Cut(Exception):
    """One attempt that did not bring the whole file; another may."""

    def __init__(self, reason: str, *, wait: float = 0.0, is_slow: bool = False, host: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait  #: seconds that the server asks for
        self.is_slow = is_slow  #: it was waiting that ended it
        self.host = host  #: it is for all of this host that the server asks to wait


class Web:
    """Asks web servers; every hop of every request is guarded."""

    def __init__(
        self,
        *,
        allow_hosts: Collection[str] = (),
        proxy: str = "",
        limits: Limits | None = None,
        agent: str = AGENT,
        resting: Resting | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.deadline = Deadline()
        self.resting = resting or Resting()
        self._transport = GuardedTransport(self.deadline, allow_hosts=allow_hosts, proxy=proxy)
        timeout = httpx.Timeout(self.limits.stall_seconds)
        headers = {"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity"}
        self._client = httpx.Client(
            transport=self._transport,
            timeout=timeout,
            headers=headers,
            trust_env=False,
            event_hooks={"response": [_refuse_to_follow]},
        )

    def close(self) -> None:
        self._client.close()

    @contextmanager
    def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Iterator[httpx.Response]:
        """Send a GET and follow redirects; raises Cut for network trouble, SourceError for what will not pass."""
        response = self._follow(url, dict(headers or {}))
        try:
            yield response
        except NETWORK_TROUBLE as error:
            raise _cut(error) from error
        finally:
            response.close()

    def _follow(self, url: str, headers: dict[str, str]) -> httpx.Response:
        seen: list[str] = []
        visits: set[tuple[str, str]] = set()
        self.deadline.set(self.limits.answer_seconds)
        while True:
            self._check(url, seen)
            visit = url, repr(sorted((cookie.name, cookie.value or "") for cookie in self._client.cookies.jar))
            if visit in visits:  # the same address with a new cookie may answer otherwise
                raise SourceError(
                    f"{without_secrets(seen[0])} redirects in a circle", hint="open it in a browser to see why"
                )
            visits.add(visit)
            seen.append(url)
            response = self._send(url, headers)
            location = response.headers.get("location", "")
            if response.status_code not in _REDIRECTS or not location:
                return response
            response.close()
            following = _join(url, location)
            if httpx.URL(url).host != httpx.URL(following).host:
                headers.pop("Authorization", None)
            url = following

    def _check(self, url: str, seen: list[str]) -> None:
        if not re.match(r"https?://[^/]", url, re.IGNORECASE):
            shown = without_secrets(url)
            where = f"{without_secrets(seen[-1])} leads to {shown}, which" if seen else shown
            raise SourceError(f"{where} is no web address", hint="only http and https are fetched")
        if len(seen) > self.limits.redirects:
            raise SourceError(
                f"{without_secrets(seen[0])} redirects more than {self.limits.redirects} times",
                hint="open it in a browser and use the address where it ends",
            )

    def _send(self, url: str, headers: dict[str, str]) -> httpx.Response:
        try:
            request = self._client.build_request("GET", url, headers=headers)
            self.resting.check(host_of(request.url))
            return self._client.send(request, stream=True)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            raise SourceError(f"{without_secrets(url)} is no web address", hint="check how it is written") from error
        except NETWORK_TROUBLE as error:
            if "location header" in str(error):
                raise _to_nonsense(url) from error
            raise _cut(error) from error


def _refuse_to_follow(response: httpx.Response) -> None:
    """Raise SourceError for a redirect to what is not of the web; the library knows no words for some of them."""
    location = response.headers.get("location", "")
    if response.status_code in _REDIRECTS and _OTHER_SCHEME.match(location):
        shown = re.sub(r"//[^/@]*@", "//", location)
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
        raise SourceError(
            f"{without_secrets(str(response.url))} leads to {shown}, which is no web address",
            hint="only http and https are fetched",
        )


def is_refusal(status: int) -> bool:
    """Whether what comes with a status is not what was asked for: an error, nothing, or a redirect to nowhere."""
    return status >= 300 or status in (204, 205)


def status_error(shown: str, status: int) -> SourceError:
    """Say what a status means that trying again will not change."""
    if status in (401, 402, 403, 407):
        return SourceError(f"{shown} is not for everybody (HTTP {status})", hint="check whether it needs a sign-in")
    if status in (404, 410):
        return SourceError(f"there is nothing at {shown} (HTTP {status})", hint="check the address; it may have moved")
    if status in PASSING:
        return SourceError(f"{shown} answers with {status_words(status)}", hint="try again later")
    if status == 451:
        return SourceError(f"{shown} is blocked for legal reasons (HTTP 451)", hint="try it from another country")
    return SourceError(f"{shown} answers with {status_words(status)}", hint="open it in a browser to see why")


def not_media(shown: str, what: str) -> SourceError:
    hint = "check the address"
    if "web page" in what:
        hint = "open it in a browser: it may ask for a sign-in"
    elif what == "a feed":
        hint = f"bring its episodes in with `episodes import {shown}`"
    return SourceError(f"{shown} sent {what}, not audio or video", hint=hint)


def host_of(url: httpx.URL) -> str:
    return url.netloc.decode("ascii")


def status_words(status: int) -> str:
    name = httpx.codes.get_reason_phrase(status)
    return f"HTTP {status} {name}".strip()


def _join(url: str, location: str) -> str:
    try:
        return str(httpx.URL(url).join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise _to_nonsense(url) from error


def _to_nonsense(url: str) -> SourceError:
    return SourceError(f"{without_secrets(url)} redirects to nonsense", hint="open it in a browser to see why")


_TROUBLES: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((httpx.ConnectTimeout, httpcore.ConnectTimeout), "the server does not answer"),
    ((TooSlow,), "the server sent no whole answer in time"),
    ((httpx.TimeoutException, httpcore.TimeoutException), "the server stopped sending"),
    ((httpx.ConnectError, httpcore.ConnectError), "no connection to the server"),
    ((httpx.ProtocolError, httpcore.ProtocolError), "the connection was cut, or what came was no HTTP"),
)


def _cut(error: Exception) -> Cut:
    is_slow = isinstance(error, (httpx.TimeoutException, httpcore.TimeoutException))
    return Cut(_network_trouble(error), is_slow=is_slow)


def _network_trouble(error: Exception) -> str:
    words = next((words for kinds, words in _TROUBLES if isinstance(error, kinds)), "the connection broke")
    detail = _BYTES.sub(r"\g<text>", str(error))
    return f"{words} ({detail})" if detail and len(detail) < 120 else words
