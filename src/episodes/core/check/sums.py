"""The rule of checksums: podcast:integrity is that of the file that is there."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Sequence

from episodes.core.check.facts import Facts
from episodes.core.check.finding import INTEGRITY, NAMESPACE, Finding, error
from episodes.core.check.tree import Node

BAD_INTEGRITY = error("integrity", NAMESPACE, "type is sri or pgp-signature, with a value; one for an enclosure")
BAD_SRI = error("integrity-value", INTEGRITY, "value is sha256-, sha384- or sha512- and the checksum in base64")
OTHER_SUM = error(
    "integrity-other", INTEGRITY, "players that verify the file refuse it: `episodes build` writes what it really is"
)

#: Methods from the weakest to the strongest, with the bytes of their checksums.
_SUMS = {"sha256": 32, "sha384": 48, "sha512": 64}


def check_integrity(item: Node, alternate: Node, uris: Sequence[str], facts: Facts | None) -> Iterator[Finding]:
    """Judge the checksums of an alternate enclosure against its files, as far as these are at hand."""
    found = alternate.all("podcast:integrity")
    if len(found) > 1:
        yield BAD_INTEGRITY(item.where, f"podcast:alternateEnclosure has {len(found)} podcast:integrity")
    for integrity in found:
        kind, value = integrity.get("type"), integrity.get("value") or ""
        if kind not in ("sri", "pgp-signature") or not value:
            yield BAD_INTEGRITY(item.where, f"podcast:integrity is {kind!r} {value!r}")
        elif kind == "sri":
            sums = [_read(part) for part in value.split()]
            if not all(sums):
                yield BAD_SRI(item.where, f"podcast:integrity's value is {value!r}")
            elif facts:
                yield from _other(item, [one for one in sums if one], uris, facts)


def _read(value: str) -> tuple[str, bytes] | None:
    """Method and checksum; None if it is none."""
    method, _, text = value.partition("-")
    try:
        checksum = base64.b64decode(text, validate=True)
    except binascii.Error:
        return None
    return (method, checksum) if len(checksum) == _SUMS.get(method) else None


def _other(item: Node, sums: Sequence[tuple[str, bytes]], uris: Sequence[str], facts: Facts) -> Iterator[Finding]:
    """Compare those of the strongest method, of which one has to fit (SRI, section 3.3.4)."""
    method = max((method for method, _ in sums), key=list(_SUMS).index)
    expected = [checksum for named, checksum in sums if named == method]
    for uri in uris:
        known = facts(uri)
        if not known or not known.digest:
            continue
        real = known.digest(method, expected)
        if real not in expected:
            yield OTHER_SUM(item.where, f"{uri}: the file's checksum is {method}-{base64.b64encode(real).decode()}")
