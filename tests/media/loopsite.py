"""A site that yt-dlp reads: its extractors, and their pages on loopback. Its lists are flat, as YouTube's are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from media.servers import Script, files


@contextmanager
def readers() -> Iterator[None]:
    """Add the site's extractors to those that yt-dlp has, as one of its releases might."""
    from yt_dlp.extractor import gen_extractor_classes
    from yt_dlp.extractor.common import InfoExtractor
    from yt_dlp.globals import extractors

    gen_extractor_classes()  # loads the others

    class LoopTalkIE(InfoExtractor):  # type: ignore[misc]  # yt-dlp is untyped
        _VALID_URL = r"(?P<site>http://127\.0\.0\.1:\d+)/talk/(?P<id>[\w-]+)"
        _RETURN_TYPE = "video"

        def _real_extract(self, url: str) -> Any:
            site, slug = self._match_valid_url(url).group("site", "id")
            return self._download_json(f"{site}/api/{slug}.json", slug)

    class LoopListIE(InfoExtractor):  # type: ignore[misc]
        _VALID_URL = r"(?P<site>http://127\.0\.0\.1:\d+)/list/(?P<id>[\w-]+)"
        _RETURN_TYPE = "playlist"

        def _real_extract(self, url: str) -> Any:
            site, slug = self._match_valid_url(url).group("site", "id")
            found = self._download_json(f"{site}/api/list-{slug}.json", slug)
            return self.playlist_result(found["entries"], slug, found.get("title"), found.get("description"))

    added = {"LoopTalkIE": LoopTalkIE, "LoopListIE": LoopListIE}
    before = dict(extractors.value)
    extractors.value = {**added, **before}  # before the generic one
    try:
        yield
    finally:
        extractors.value = before


def talk(address: str, slug: str, media: str, **fields: object) -> dict[str, object]:
    """What the site's page of a talk says."""
    return {
        "id": f"id-{slug}",
        "webpage_url": f"{address}/talk/{slug}",
        "url": f"{address}/{media}",
        "ext": media.rpartition(".")[2],
        **fields,
    }


def entry(address: str, slug: str, **fields: object) -> dict[str, object]:
    """What a list says of it: an address, and little else."""
    return {"_type": "url", "ie_key": "LoopTalk", "url": f"{address}/talk/{slug}", "id": f"id-{slug}", **fields}


def site(answers: dict[str, object], media: dict[str, tuple[str, bytes]]) -> Script:
    """A server of the pages (looked up anew at each call, so that tests may change them) and the media."""

    def script(call: Any) -> None:
        name = call.path.removeprefix("/api/").removesuffix(".json")
        if call.path.startswith("/api/") and name in answers:
            call.reply(json.dumps(answers[name]).encode(), Content_Type="application/json")
        else:
            files(media)(call)

    return script
