"""Rules of payments (podcast:value): who gets which share, and from when to when somebody else does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from episodes.core.check.finding import NAMESPACE, Finding, error, warning
from episodes.core.check.tree import Node
from episodes.core.check.values import is_decimal, parse_duration

BAD_VALUE = error(
    "value", NAMESPACE, "podcast:value has type and method, and recipients that each have type, address and split"
)
VALUE_TYPE = warning("value-type", NAMESPACE, "apps know the type lightning, and recipients of type node and lnaddress")
VALUE_ADDRESS = error(
    "value-address", NAMESPACE, "a node's address has 66 hexadecimal digits, and begins with 02 or 03"
)
VALUE_NUMBERS = error(
    "value-numbers", NAMESPACE, "suggested is a number, fee true or false, splits give something away"
)
BAD_SPLIT = error("value-time-split", NAMESPACE, "it has startTime and duration in seconds, and who gets the value")
SPLIT_SPAN = error("value-time-split-span", NAMESPACE, "time splits lie within the episode, one after the other")
SPLIT_PARTS = error(
    "value-time-split-parts", NAMESPACE, "it holds one podcast:remoteItem with feedGuid, or podcast:valueRecipient"
)
SPLIT_PERCENTAGE = warning("value-time-split-percentage", NAMESPACE, "remotePercentage is 0 to 100")

_TYPES = {"lightning", "bitcoin", "keysend", "hive", "webmonetization", "paypal", "stripe"}
_RECIPIENTS = {"node", "lnaddress", "wallet", "keysend", "account", "paypal"}
_AMOUNT = re.compile(r"\d+(?:\.\d+)?")  # of a bitcoin: eleven digits behind the point
_NODE = re.compile("0[23][0-9a-fA-F]{64}")


def check_value(node: Node) -> Iterator[Finding]:
    """Judge the payments of a show or an item."""
    duration = parse_duration(node.value("itunes:duration")) or 0.0
    for value in node.all("podcast:value"):
        recipients, where = value.all("podcast:valueRecipient"), node.where
        whole = all(one.get("type") and one.get("address") and _is_share(one.get("split")) for one in recipients)
        if not (value.get("type") and value.get("method") and recipients and whole):
            yield BAD_VALUE(where, "podcast:value lacks type, method or a whole recipient")
        elif not any(int(one.get("split") or 0) for one in recipients):
            yield VALUE_NUMBERS(where, "all splits of podcast:value are 0")
        if value.get("type") and value.get("type") not in _TYPES:
            yield VALUE_TYPE(where, f"podcast:value's type is {value.get('type')!r}")
        if value.get("suggested") is not None and not _AMOUNT.fullmatch(value.get("suggested") or ""):
            yield VALUE_NUMBERS(where, f"podcast:value's suggested is {value.get('suggested')!r}")
        for recipient in recipients:
            yield from _recipient(where, recipient, value.get("type") or "")
        yield from _splits(where, value.all("podcast:valueTimeSplit"), duration)


def _recipient(where: str, recipient: Node, kind: str) -> Iterator[Finding]:
    if recipient.get("type") and recipient.get("type") not in _RECIPIENTS:
        yield VALUE_TYPE(where, f"podcast:valueRecipient's type is {recipient.get('type')!r}")
    address = recipient.get("address") or ""
    if kind == "lightning" and recipient.get("type") == "node" and address and not _NODE.fullmatch(address):
        yield VALUE_ADDRESS(where, f"podcast:valueRecipient's address is {address[:70]!r}")
    if recipient.get("fee") not in (None, "true", "false"):
        yield VALUE_NUMBERS(where, f"podcast:valueRecipient's fee is {recipient.get('fee')!r}")


def _splits(where: str, splits: Sequence[Node], duration: float) -> Iterator[Finding]:
    spans: list[tuple[float, float]] = []
    for split in splits:
        remote, recipients = split.all("podcast:remoteItem"), split.all("podcast:valueRecipient")
        start, length, share = (split.get(name) for name in ("startTime", "duration", "remotePercentage"))
        if not is_decimal(start) or not is_decimal(length) or not (remote or recipients):
            yield BAD_SPLIT(where, f"podcast:valueTimeSplit has startTime {start!r}, duration {length!r}")
            continue
        spans.append((float(start or 0), float(start or 0) + float(length or 0)))
        if (remote and recipients) or len(remote) > 1 or any(not one.get("feedGuid") for one in remote):
            yield SPLIT_PARTS(where, f"podcast:valueTimeSplit at {start} s names {len(remote)} remote items")
        if share is not None and not (is_decimal(share) and float(share) <= 100):
            yield SPLIT_PERCENTAGE(where, f"podcast:valueTimeSplit at {start} s has remotePercentage {share!r}")
        if duration and spans[-1][1] > duration + 1:
            yield SPLIT_SPAN(where, f"podcast:valueTimeSplit at {start} s ends after the episode")
    if over := next((b for a, b in pairwise(sorted(spans)) if b[0] < a[1]), None):
        yield SPLIT_SPAN(where, f"podcast:valueTimeSplit at {over[0]:g} s begins before another one ends")


def _is_share(text: str | None) -> bool:
    return bool(text and re.fullmatch(r"[0-9]{1,18}", text))
