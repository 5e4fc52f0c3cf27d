"""From bytes to text: byte order marks, declared encodings, and what to do where neither is true."""

from __future__ import annotations

import codecs
import gzip
import re
import zlib

#: Longest text that a compressed document may unfold to.
LONGEST = 200_000_000

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
#: How `<?` begins in encodings that are not ASCII's heirs (XML 1.0, appendix F).
_STARTS = (
    (b"\x00\x00\x00<", "utf-32-be"), (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00", "utf-16-be"), (b"<\x00?\x00", "utf-16-le"), (b"<\x00", "utf-16-le"), (b"\x4c\x6f\xa7\x94", "cp037"),
)  # fmt: skip
_DECLARED = re.compile(r"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
#: What is declared as one and means the larger other (https://encoding.spec.whatwg.org/#names-and-labels).
_LARGER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "shift_jis": "cp932", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip

#: What no XML may hold, as it stands and as a reference (XML 1.0, 2.2); lxml takes none of it in a text that we set.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORBIDDEN_REFERENCE = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]|d[89a-f][0-9a-f]{2})|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.IGNORECASE
)


def decode(data: bytes, *, charset: str = "") -> tuple[str, list[str]]:
    """Turn a document into text; `charset` is what its server says. The second part tells what was mended."""
    notes: list[str] = []
    data = _unpacked(data, notes)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, notes) or _loosely(data, encoding, notes), notes
    for start, encoding in _STARTS:
        if data.startswith(start):
            if encoding == "cp037":  # all that is EBCDIC's heir begins like this; its declaration can then be read
                encoding = _known(_declared(data[:400].decode(encoding).encode("latin-1", "replace"))) or encoding
            return _strictly(data, encoding, notes) or _loosely(data, encoding, notes), notes
    declared = _declared(data)
    known: str | None
    for name in dict.fromkeys(filter(None, (charset, declared, "utf-8"))):
        known = _known(name)
        if known is None:
            notes.append(f"the encoding {name!r} is not known; it was read as another one")
        elif (text := _strictly(data, known, [])) is not None:
            if notes or _known(declared) not in (known, None):
                notes.append(f"the text is {name}, not {declared or 'what it says'}")
            return text, notes
    return _loosely(data, "utf-8", notes), notes


def without_forbidden(text: str) -> tuple[str, int]:
    r"""Leave out the characters, and references to them, that no XML may hold; tells how many they were.

    >>> without_forbidden("a\x02b&#2;")
    ('ab', 2)
    """
    text, count = _FORBIDDEN.subn("", text)
    text, references = _FORBIDDEN_REFERENCE.subn("", text)
    return text, count + references


def _unpacked(data: bytes, notes: list[str]) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        text = zlib.decompressobj(wbits=31).decompress(data, LONGEST)
    except (zlib.error, gzip.BadGzipFile):
        return data
    notes.append("the document was compressed")
    return text


def _declared(data: bytes) -> str:
    match = _DECLARED.match(data[:400].decode("latin-1"))
    return match[1] if match else ""


def _known(name: str) -> str | None:
    """The codec for a name; none that turns text into something else than text."""
    try:
        found = codecs.lookup(name.strip().strip("\"'")) if name.isascii() else None
    except (LookupError, ValueError):
        return None
    if (
        found is None
        or not getattr(found, "_is_text_encoding", True)
        or found.name in ("idna", "punycode", "undefined")
    ):
        return None
    if found.name.startswith(("utf-16", "utf-32")) or found.name in ("unicode_escape", "raw_unicode_escape"):
        return None  # without the mark or the zero bytes it is not true
    return found.name


def _strictly(data: bytes, encoding: str, notes: list[str]) -> str | None:
    for name in dict.fromkeys((_LARGER.get(encoding, encoding), encoding)):
        try:
            return data.decode(name)
        except (UnicodeError, LookupError):
            continue
    notes.append(f"not all of it is valid {encoding}")
    return None


def _loosely(data: bytes, encoding: str, notes: list[str]) -> str:
    """Read what is valid as it stands and the rest byte by byte as Windows-1252, which it mostly is."""
    if encoding not in ("utf-8", "utf-8-sig"):
        return data.decode(encoding, "replace")
    codecs.register_error("episodes.byte", _byte_for_byte)
    text = data.decode(encoding, "episodes.byte")
    notes.append("bytes that are not UTF-8 were read as Windows-1252")
    return text


def _byte_for_byte(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end
