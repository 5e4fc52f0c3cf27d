"""Visiting addresses: what a server answers to HEAD and to a byte range, for many addresses at once."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

import httpx

from episodes.core.check.online import Address, Answer
from episodes.media.connecting import AGENT

#: Requests under way at once, and seconds that one may take.
AT_ONCE = 8
PATIENCE = 20.0


def visit(addresses: Iterable[Address], *, tell: Callable[[int], None] | None = None) -> dict[str, Answer]:
    """Ask each address, and tell how many are done; nothing here raises for what it finds."""
    answers: dict[str, Answer] = {}
    headers = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
    with (
        httpx.Client(follow_redirects=True, timeout=PATIENCE, headers=headers) as client,
        ThreadPoolExecutor(AT_ONCE) as crew,
    ):
        wanted = list(addresses)
        for address, answer in zip(wanted, crew.map(lambda one: _ask(client, one), wanted), strict=True):
            answers[address.url] = answer
            if tell:
                tell(len(answers))
    return answers


def _ask(client: httpx.Client, address: Address) -> Answer:
    try:
        head = client.head(address.url)
        ranges = address.role == "enclosure" and head.is_success and _answers_ranges(client, address.url)
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        return Answer(trouble=str(error) or type(error).__name__, is_secure=not _is_certificate(error))
    length = head.headers.get("content-length", "")
    return Answer(
        status=head.status_code,
        mime_type=head.headers.get("content-type", ""),
        length=int(length) if length.isdigit() else None,
        ranges=ranges,
        is_open=head.headers.get("access-control-allow-origin", "") == "*",
    )


def _answers_ranges(client: httpx.Client, url: str) -> bool:
    with client.stream("GET", url, headers={"Range": "bytes=0-0"}) as part:
        return part.status_code == httpx.codes.PARTIAL_CONTENT


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False
