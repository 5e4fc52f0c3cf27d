"""How the shows of a workspace want their words stemmed, without reading all settings where none says so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def read_stemming(settings: Path) -> Mapping[str, str]:
    """The setting `stemming` of the shows that have one, by short name; raises ConfigError."""
    try:
        written = settings.read_bytes()
    except OSError:
        return {}
    if b"stemming" not in written:  # 50 ms of reading and checking that most searches need not pay
        return {}
    from episodes.config.settings import load_config

    return {slug: show.stemming for slug, show in load_config(settings).shows.items()}
