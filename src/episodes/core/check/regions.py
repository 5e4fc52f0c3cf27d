"""Regions of language tags: countries, and codes that stand for none."""

from __future__ import annotations

from collections.abc import Iterator

from episodes.core.check.countries import COUNTRIES
from episodes.core.check.finding import TAGS, Finding, warning

REGION = warning("language-region", TAGS, "name the country as ISO 3166 has it, such as en-GB, or leave it out")

#: Exceptionally reserved, or withdrawn.
_RESERVED_TEXT = "AC CP CQ DG EA EU EZ IC TA UN AN BU CS DD FX NT SU TP YD YU ZR"
#: For private use, with XA to XZ and QM to QZ.
_PRIVATE_TEXT = "AA ZZ"
_PRIVATE = frozenset([f"X{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] + [f"Q{x}" for x in "MNOPQRSTUVWXYZ"])
_REGIONS = COUNTRIES.union(_RESERVED_TEXT.split(), _PRIVATE_TEXT.split(), _PRIVATE)


def check_region(where: str, tag: str) -> Iterator[Finding]:
    """Judge the region of a language tag that is written as tags are: letters that stand for a country."""
    region = next((part.upper() for part in tag.lower().partition("-x-")[0].split("-")[1:3] if len(part) == 2), "")
    if region and region not in _REGIONS:
        yield REGION(where, f"{tag!r}: there is no country {region!r}")
