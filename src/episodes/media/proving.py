"""What yt-dlp left in a folder, proved to be whole media and made one file that players take."""

from __future__ import annotations

from pathlib import Path

from episodes.core.errors import MediaError, SourceError
from episodes.core.item import Item
from episodes.media.convert import extract_audio, to_mp4
from episodes.media.muxing import join_tracks
from episodes.media.probe import is_cut_off, probe
from episodes.media.types import extension, fits

#: What streams are made of; browsers and podcast players want the same packets in an MP4 file.
_STREAMS = ("video/mp2t", "video/x-flv")


def proved(folder: Path, item: Item, *, language: str = "") -> Path:
    """Make one file of what lies in a work folder; raises SourceError or MediaError where it is no whole medium."""
    found = {file: probe(file, language=language) for file in _finished(folder)}
    for file, facts in found.items():
        if is_cut_off(facts):
            raise MediaError(f"{file.name} is not whole: {facts.warnings[0]}", hint="run the command again")
    silent = [file for file, facts in found.items() if not facts.has_audio]
    heard = [file for file, facts in found.items() if facts.has_audio]
    if not heard:
        raise MediaError(f"{item.title or item.source.url} has no sound", hint="there is nothing to listen to in it")
    if silent:
        return join_tracks(silent[0], heard[0], folder)
    file, facts = heard[0], found[heard[0]]
    if facts.mime_type in _STREAMS:
        return to_mp4(file, folder) if facts.width else extract_audio(file, folder)
    if fits(file.suffix, facts.mime_type):
        return file
    return file.replace(file.with_suffix(extension(facts.mime_type, facts.codec) or file.suffix))


def _finished(folder: Path) -> list[Path]:
    unfinished = (".part", ".ytdl", ".temp", ".json", ".jpg", ".webp", ".png", ".vtt", ".srt")
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.suffix not in unfinished)
    if not files:
        raise SourceError("nothing was downloaded", hint="run the command again")
    return files
