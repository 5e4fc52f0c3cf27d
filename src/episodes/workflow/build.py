"""Building the web root: feeds, pages, captions and media of every show; only what changed is written."""

from __future__ import annotations
