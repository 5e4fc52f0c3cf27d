"""Shows to rows and back."""

from __future__ import annotations

import json
from typing import Any

from episodes.core.credit import Credit
from episodes.core.show import Show
from episodes.store.values import Row, clean, dump, pack, unpack

_SHOW_TEXTS = (
    "slug", "title", "description", "language", "author", "owner_name", "owner_email", "link", "image",
    "category", "copyright", "disclaimer", "guid",
)  # fmt: skip


def show_row(show: Show) -> dict[str, Any]:
    return {
        **{name: clean(getattr(show, name)) for name in _SHOW_TEXTS},
        "explicit": show.explicit,
        "hosts": pack(show.hosts),
        "patterns": dump(show.patterns),
    }


def read_show(row: Row) -> Show:
    return Show(
        **{name: row[name] for name in _SHOW_TEXTS},
        explicit=bool(row["explicit"]),
        hosts=unpack(Credit, row["hosts"]),
        patterns=json.loads(row["patterns"]),
    )
