"""Build the published sample in feeds/ from its definition: the demo episode, and the transcript as once heard."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = "the-feed-desk"
#: Under feeds/the-feed-desk/; written by hand, the rest is built.
BY_HAND = ("heard.json", "artwork.jpg")


def build_sample(folder: Path) -> Path:
    """Make a workspace of the root's settings, add the episode, give it its transcript, build; return the web root."""
    from episodes.core.plan import Wishes
    from episodes.core.transcript import Fingerprint, Segment, Transcript
    from episodes.studio import Studio

    shutil.copy(ROOT / "episodes.toml", folder)
    (folder / "feeds" / SAMPLE).mkdir(parents=True)
    shutil.copy(ROOT / "feeds" / SAMPLE / "artwork.jpg", folder / "feeds" / SAMPLE)
    heard = json.loads((ROOT / "feeds" / SAMPLE / "heard.json").read_text(encoding="utf-8"))
    with Studio.open(folder) as studio:
        sample = Path(str(files("episodes.demo"))) / "episode.mp3"
        (added,) = studio.adder(None).add(str(sample), Wishes())
        episode = added.episode
        transcript = Transcript(
            fingerprint=Fingerprint(media_sha256=episode.media[0].sha256, engine=heard["engine"], model=heard["model"]),
            language=heard["language"],
            duration=episode.duration,
            created_at=datetime.fromisoformat(heard["created_at"]).astimezone(UTC),
            segments=tuple(Segment(start=start, end=end, text=text) for start, end, text in heard["segments"]),
        )
        studio.catalogue.save_transcript(episode.guid, transcript)
        list(studio.builder().build(studio.shows.shows, all_shows=studio.shows.shows))
    return folder / "feeds"


def built_files(root: Path) -> dict[str, bytes]:
    """What the sample keeps: everything that is built but the media file and the list of built files."""
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file()
        and "media" not in file.relative_to(root).parts
        and file.name not in (".built", "README.md", *BY_HAND)
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        built = built_files(build_sample(Path(folder)))
    for path in built_files(ROOT / "feeds").keys() - built.keys():
        (ROOT / "feeds" / path).unlink()
        print("removed", path)
    for path, content in built.items():
        target = ROOT / "feeds" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists() or target.read_bytes() != content:
            target.write_bytes(content)
            print("wrote", path)


if __name__ == "__main__":
    sys.exit(main())
