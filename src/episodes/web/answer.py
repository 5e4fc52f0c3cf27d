"""What is answered to a request: decided from the file and the headers alone, before a byte is sent."""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path

from episodes.web.mime import content_type, is_text
from episodes.web.ranges import Range, Unsatisfiable, parse_ranges
from episodes.web.rewrite import is_rewritten, rewrite

BOUNDARY = "episodes-part-of-file"


#: Texts of fewer bytes than this are sent as they are.
WORTH_PACKING = 1000


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of the content, after a few bytes of its own (the head of a part, in a multipart answer)."""

    head: bytes = b""
    range: Range = field(default_factory=lambda: Range(0, 0))


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Status, headers and which bytes to send; `content` is None where they come from `file`."""

    status: HTTPStatus
    headers: dict[str, str]
    file: Path | None = None
    content: bytes | None = None
    parts: tuple[Part, ...] = ()

    @property
    def length(self) -> int:
        return sum(len(part.head) + part.range.length for part in self.parts)


def answer_file(
    file: Path,
    asked: Mapping[str, str],
    *,
    base_url: str = "",
    asked_url: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> Answer:
    """Answer with a file, a part of it, or word that the client's copy still stands. OSError if it is gone."""
    content = _text(file, base_url, asked_url)
    facts = file.stat()
    headers = _headers(file, facts, content)
    if content is not None and len(content) >= WORTH_PACKING and _takes_gzip(asked):
        content = gzip.compress(content, compresslevel=5, mtime=0)
        headers |= {"ETag": headers["ETag"][:-1] + '-gz"', "Content-Encoding": "gzip"}
    size = facts.st_size if content is None else len(content)
    if status is not HTTPStatus.OK:
        return _whole(status, headers, file, content, size)
    if _still_stands(asked, headers):
        return Answer(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    try:
        ranges = _ranges(asked, headers, size)
    except Unsatisfiable:
        refused = {"Content-Range": f"bytes */{size}", "Content-Length": "0", "Accept-Ranges": "bytes"}
        return Answer(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=refused)
    return _partial(headers, file, content, size, ranges) if ranges else _whole(status, headers, file, content, size)


def _headers(file: Path, facts: os.stat_result, content: bytes | None) -> dict[str, str]:
    headers = {
        "Content-Type": content_type(file, content[:4096] if content is not None else b""),
        "ETag": _etag(facts, content),
        "Last-Modified": _http_date(facts.st_mtime),
        "Accept-Ranges": "bytes",
        "Cache-Control": "no-cache",  # kept, but asked about each time: a build may have changed it
    }
    return headers if content is None else {**headers, "Vary": "Accept-Encoding, Host"}


def _takes_gzip(asked: Mapping[str, str]) -> bool:
    """Tell whether the client unpacks; who asks for a part wants the bytes of the file itself."""
    codings = [coding.strip().lower() for coding in (asked.get("Accept-Encoding") or "").split(",")]
    return not asked.get("Range") and any(
        coding == "gzip" or (coding.startswith("gzip;") and not coding.endswith(("q=0", "q=0.0"))) for coding in codings
    )


def _text(file: Path, base_url: str, asked_url: str) -> bytes | None:
    """The content of a text, in which the public address has become the one that was asked."""
    if not is_text(file):
        return None
    content = file.read_bytes()
    known = base_url and asked_url and base_url != asked_url and is_rewritten(file)
    return rewrite(content, base_url, asked_url) if known else content


def _etag(facts: os.stat_result, content: bytes | None) -> str:
    if content is not None:
        return f'"{hashlib.sha256(content).hexdigest()[:24]}"'
    return f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'


def _http_date(seconds: float) -> str:
    return format_datetime(datetime.fromtimestamp(int(seconds), UTC), usegmt=True)


def _still_stands(asked: Mapping[str, str], headers: Mapping[str, str]) -> bool:
    """Compare with the client's copy; a date counts only where no tag is sent (RFC 9110, 13.2.2)."""
    if tags := asked.get("If-None-Match"):
        known = [tag.strip().removeprefix("W/") for tag in tags.split(",")]
        return "*" in known or headers["ETag"] in known
    since = _parse_date(asked.get("If-Modified-Since", ""))
    changed = _parse_date(headers["Last-Modified"])
    return since is not None and changed is not None and changed <= since


def _parse_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _ranges(asked: Mapping[str, str], headers: Mapping[str, str], size: int) -> list[Range]:
    header = asked.get("Range", "")
    condition = asked.get("If-Range", "").strip()
    if not header or (condition and condition not in (headers["ETag"], headers["Last-Modified"])):
        return []
    return parse_ranges(header, size)


def _whole(status: HTTPStatus, headers: dict[str, str], file: Path, content: bytes | None, size: int) -> Answer:
    parts = (Part(range=Range(0, size)),)
    return Answer(
        status=status, headers={**headers, "Content-Length": str(size)}, file=file, content=content, parts=parts
    )


def _partial(headers: dict[str, str], file: Path, content: bytes | None, size: int, ranges: list[Range]) -> Answer:
    if len(ranges) == 1:
        headers["Content-Range"] = ranges[0].format(size)
        parts: tuple[Part, ...] = (Part(range=ranges[0]),)
    else:
        kind = headers["Content-Type"]
        headers["Content-Type"] = f"multipart/byteranges; boundary={BOUNDARY}"
        parts = (
            *(Part(head=_part_head(kind, one, size, first=not place), range=one) for place, one in enumerate(ranges)),
            Part(head=f"\r\n--{BOUNDARY}--\r\n".encode()),
        )
    answer = Answer(status=HTTPStatus.PARTIAL_CONTENT, headers=headers, file=file, content=content, parts=parts)
    headers["Content-Length"] = str(answer.length)
    return answer


def _part_head(kind: str, one: Range, size: int, *, first: bool) -> bytes:
    lead = "" if first else "\r\n"
    return f"{lead}--{BOUNDARY}\r\nContent-Type: {kind}\r\nContent-Range: {one.format(size)}\r\n\r\n".encode()
