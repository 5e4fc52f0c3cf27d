"""Bodies of answers as they come: unpacked piece by piece, so that a small one cannot fill the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import httpx

from episodes.core.errors import SourceError
from episodes.media.addresses import without_secrets
from episodes.media.asking import Cut

#: The largest piece that is handed on at once.
PIECE = 1 << 20
#: What packs a body, by the names that servers use; other words in that header mean nothing (RFC 9110, 8.4.1).
_PACKED = ("gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress")
#: Media are packed already, and text to a hundredth at most; a thousandth, which zlib gives for zeros, is a trap.
_MOST_PACKED, _LEAST_TRAP = 200, 50_000_000
_GZIP_MARK = b"\x1f\x8b"


def packing(response: httpx.Response) -> list[str]:
    """How a body is packed, in the order in which it was done."""
    said = response.headers.get("content-encoding", "").lower()
    return [name for part in said.split(",") if (name := part.strip()) in _PACKED]


def iter_body(response: httpx.Response) -> Iterator[bytes]:
    """Yield the body, unpacked; raises Cut where it ends too soon, SourceError for packings that nobody asked for."""
    packed = packing(response)
    if not packed:
        yield from response.iter_raw()
        return
    if len(packed) > 1 or packed[0] not in ("gzip", "x-gzip", "deflate"):
        raise SourceError(
            f"{without_secrets(str(response.url))} sends its bytes packed as {', '.join(packed)}",
            hint="download it by hand and add the file",
        )
    came = given = 0

    def counted() -> Iterator[bytes]:
        nonlocal came
        for piece in response.iter_raw():
            came += len(piece)
            yield piece

    for piece in _unpacked(counted(), is_gzip=packed[0] != "deflate"):
        given += len(piece)
        if given > max(_LEAST_TRAP, _MOST_PACKED * came):
            raise SourceError(
                f"what {without_secrets(str(response.url))} sends unpacks to more than {_MOST_PACKED} times its size",
                hint="check the address",
            )
        yield piece


def _unpacked(pieces: Iterator[bytes], *, is_gzip: bool) -> Iterator[bytes]:
    start = b""
    for piece in pieces:
        start += piece
        if len(start) >= 2:
            break
    if is_gzip and not start.startswith(_GZIP_MARK):  # the header is wrong, as behind some proxies
        yield start
        yield from pieces
        return
    # A zlib header is a multiple of 31 (RFC 1950); "deflate" without one is just as common.
    bare = not is_gzip and (len(start) < 2 or int.from_bytes(start[:2]) % 31 != 0)
    bits = 31 if is_gzip else -15 if bare else 15
    unpacker = zlib.decompressobj(bits)
    for packed in _chained(start, pieces):
        data = packed
        while data:
            if unpacker.eof:
                if not (is_gzip and data.startswith(_GZIP_MARK)):
                    return  # padding behind the end
                unpacker = zlib.decompressobj(bits)
            try:
                yield unpacker.decompress(data, PIECE)
            except zlib.error as error:
                raise Cut(f"the packed body is damaged ({error})") from error
            data = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    if not unpacker.eof:
        raise Cut("the packed body was cut off")


def _chained(start: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield start
    yield from pieces
