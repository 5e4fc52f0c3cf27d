"""GUIDs of new episodes: the same source always gets the same one."""

from __future__ import annotations

import uuid

from episodes.core.media import Source

#: The name space of all GUIDs that this program makes (UUIDv5 of its own name, RFC 9562 section 5.5).
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "episodes")


def new_guid(source: Source) -> str:
    """Make the GUID of an episode first seen at a source; it depends on provider and key alone.

    >>> new_guid(Source(provider="youtube", key="abc")) == new_guid(Source(provider="youtube", key="abc", url="x"))
    True
    """
    return str(uuid.uuid5(NAMESPACE, f"{source.provider}\n{source.key}"))
