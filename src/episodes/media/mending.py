"""Mending text from tags whose bytes were read in the wrong encoding."""

from __future__ import annotations


def mend(text: str) -> str:
    r"""Mend a text whose bytes were UTF-8 or Windows-1252 but were declared as something else.

    Bytes that were no UTF-8 come from FFmpeg as lone surrogates, which no file or database takes.

    >>> mend("K\u00c3\u00b6ln"), mend("it\x92s"), mend("caf\u00e9"), mend("caf\udce9")
    ('Köln', 'it’s', 'café', 'café')
    """
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    if text.isascii():
        return text
    if any("\ud800" <= character <= "\udfff" for character in text):
        return _decode(text.encode("utf-8", "surrogateescape")) if _are_bytes(text) else _without_surrogates(text)
    if any(character > "\xff" for character in text):
        return text
    return _decode(text.encode("latin-1"))


def _decode(raw: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _are_bytes(text: str) -> bool:
    """Tell whether all lone surrogates stand for bytes."""
    return all("\udc80" <= character <= "\udcff" for character in text if "\ud800" <= character <= "\udfff")


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
