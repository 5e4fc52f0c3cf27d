"""How long an ID3 tag is, which whoever reads what lies behind it has to know."""

from __future__ import annotations


def id3_length(head: bytes) -> int:
    r"""Count the bytes of an ID3v2 tag at the beginning (its size is written in 7-bit bytes).

    >>> id3_length(b"ID3\x04\x00\x00\x00\x00\x02\x01" + bytes(300)), id3_length(b"RIFF")
    (267, 0)
    """
    if head[:3] != b"ID3" or len(head) < 10:
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | (byte & 0x7F)
    return size + 10 + (10 if head[5] & 0x10 else 0)
