"""Which files of a folder are looked at, and how far."""

from __future__ import annotations

from pathlib import Path

import pytest

from episodes.core.errors import MediaError, UsageError
from episodes.media.walking import files_below


def a_folder(root: Path, *names: str) -> Path:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return root


def test_files_come_in_natural_order_and_hidden_ones_do_not(tmp_path: Path) -> None:
    """Folders stand among the files by their names; capitals in endings count; links to folders do not."""
    folder = a_folder(
        tmp_path / "a", "ep10.mp3", "ep9.MP3", "ep9b/2.mp3", "ep9b/10.mp3", "notes.txt", ".x/1.mp3", "1.mp3.part"
    )
    (folder / "round").symlink_to(folder)
    (folder / "linked.mp3").symlink_to(folder / "ep10.mp3")
    (folder / "gone.mp3").symlink_to(folder / "nothing.mp3")

    found = [file.relative_to(folder).as_posix() for file in files_below(folder, {".mp3"})]

    assert found == ["ep9.MP3", "ep9b/2.mp3", "ep9b/10.mp3", "ep10.mp3", "linked.mp3"]


def test_a_folder_of_more_than_anybody_means_is_refused(tmp_path: Path) -> None:
    """Whatever is in it: to look through a whole disk takes long too where there is nothing."""
    folder = a_folder(tmp_path, *(f"{place}/{number}.txt" for place in "abc" for number in range(3)))

    assert not list(files_below(folder, {".mp3"}, most=12))
    with pytest.raises(UsageError, match="has more than 11 files and folders"):
        list(files_below(folder, {".mp3"}, most=11))


def test_a_folder_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="cannot read the folder"):
        list(files_below(tmp_path / "nothing", {".mp3"}))
