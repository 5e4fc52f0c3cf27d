"""People behind labels, whatever the language."""

from __future__ import annotations

from collections.abc import Sequence

from episodes.core.naming.labelled import sightings_of_labels
from episodes.core.naming.sightings import Sighting
from episodes.core.naming.world.people import calls_guests_hosts, sightings_of_world_labels


def sightings_of_all_labels(lines: Sequence[str], whole: str) -> list[Sighting]:
    """Find those behind labels; `Host:` is before a guest where the text's language calls guests so."""
    labelled = list(sightings_of_labels(lines))
    if calls_guests_hosts(whole):
        labelled = [seen for seen in labelled if "host" not in seen.reason.lower()]
    return [*labelled, *sightings_of_world_labels(lines, whole)]
