"""Visiting addresses: what a server answers to HEAD and to a byte range, for many addresses at once."""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import httpcore
import httpx

from episodes.core.check.online import Address, Answer
from episodes.core.errors import SourceError
from episodes.media.connecting import AGENT, Deadline, GuardedTransport

#: Requests under way at once, and seconds that a server may keep silent.
AT_ONCE = 8
PATIENCE = 20.0
#: Seconds that an address may take in all, with its redirects: a server that sends its headers byte by byte never
#: keeps silent, and without an end to it one address would hold up the whole check.
LONGEST = 30.0
#: A number of bytes as a header states it; parsers of HTTP do not look into Content-Range.
_FIGURES = re.compile(r"[0-9]{1,18}")


def visit(
    addresses: Iterable[Address],
    *,
    tell: Callable[[int], None] | None = None,
    patience: float = PATIENCE,
    longest: float = LONGEST,
) -> dict[str, Answer]:
    """Ask each address, and tell how many are done; nothing here raises for what it finds."""
    answers: dict[str, Answer] = {}
    headers = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
    deadline = Deadline()
    transport = GuardedTransport(deadline, to_anywhere=True)

    def ask(address: Address) -> Answer:
        deadline.set(longest)
        answer = _ask(client, address)
        if answer.is_late and deadline.is_over:
            return replace(answer, trouble=f"no whole answer within {longest:g} seconds")
        return answer

    with (
        httpx.Client(transport=transport, follow_redirects=True, timeout=patience, headers=headers) as client,
        ThreadPoolExecutor(AT_ONCE) as crew,
    ):
        wanted = list(addresses)
        for address, answer in zip(wanted, crew.map(ask, wanted), strict=True):
            answers[address.url] = answer
            if tell:
                tell(len(answers))
    return answers


def _ask(client: httpx.Client, address: Address) -> Answer:
    try:
        return _answer(client, address)
    except (httpx.TimeoutException, httpcore.TimeoutException):
        return Answer(trouble=f"no answer within {client.timeout.read:g} seconds", is_late=True)
    except httpx.TooManyRedirects:
        return Answer(trouble=f"more than {client.max_redirects} redirects, or redirects that go round in a circle")
    except (
        httpx.HTTPError,
        httpx.InvalidURL,
        httpcore.NetworkError,
        httpcore.ProtocolError,
        httpcore.UnsupportedProtocol,
        SourceError,
        OSError,
    ) as error:
        if refused := _refused_certificate(error):
            return Answer(trouble=refused, is_secure=False)
        return Answer(trouble=str(error) or type(error).__name__)


def _answer(client: httpx.Client, address: Address) -> Answer:
    """Ask by HEAD, as apps and directories do; where that is refused, see whether the file can be had all the same."""
    head = found = client.head(address.url)
    part = None
    if address.role == "enclosure" or head.is_error:
        part = _part(client, address.url)
        found = part if head.is_error else head
    length = found.headers.get("content-range", "").rpartition("/")[2] or found.headers.get("content-length", "")
    return Answer(
        status=found.status_code,
        head_status=head.status_code if head.is_error else 0,
        redirects=len(found.history),
        mime_type=found.headers.get("content-type", ""),
        length=int(length) if _FIGURES.fullmatch(length) else None,
        ranges=part is not None and part.status_code == httpx.codes.PARTIAL_CONTENT,
        is_open=found.headers.get("access-control-allow-origin", "") == "*",
    )


def _part(client: httpx.Client, url: str) -> httpx.Response:
    """Ask for the first byte, and read nothing of what a server sends that knows no ranges."""
    with client.stream("GET", url, headers={"Range": "bytes=0-0"}) as part:
        return part


def _refused_certificate(error: BaseException) -> str:
    """Why a certificate was refused, in the words of the checks; "" where that was not the trouble."""
    for one in _causes(error):
        if isinstance(one, ssl.SSLCertVerificationError):
            return one.verify_message
        if "CERTIFICATE_VERIFY_FAILED" in str(one):
            return str(one)
    return ""


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
