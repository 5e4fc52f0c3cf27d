"""Items kept between builds."""

from __future__ import annotations

import json
from pathlib import Path

from episodes.workflow.items import KeptItems


def test_kept_items_come_back_and_damage_is_no_trouble(tmp_path: Path):
    """What was kept is the same bytes; a damaged file is as good as none."""
    file = tmp_path / "state" / "show.audio.items.json"
    first = KeptItems.load(file)
    first.items["a"] = "<item>Grüße &amp; <b/></item>\n".encode()
    first.save()

    assert KeptItems.load(file).items == first.items
    written = file.stat().st_mtime_ns
    KeptItems.load(file).save()
    assert file.stat().st_mtime_ns == written
    file.write_text(json.dumps(["a"]))
    assert KeptItems.load(file).items == {}
