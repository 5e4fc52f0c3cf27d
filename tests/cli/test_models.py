"""`episodes models`: what is here, where, and how fast."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import run_cli


def printed(capsys, folder, *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run_cli(folder, "models", *arguments)
    return code, capsys.readouterr().out


def test_the_packaged_model_is_listed_with_its_folder(tmp_path, tiny_model, capsys):
    code, out = printed(capsys, tmp_path, "list", "--json")

    (model,) = [one for one in json.loads(out)["installed"] if one["name"] == tiny_model]
    assert code == 0
    assert model["languages"] == "English"
    assert printed(capsys, tmp_path, "path", tiny_model) == (0, model["folder"] + "\n")
    assert (Path(model["folder"]) / "model.bin").stat().st_size == model["size"]


def test_a_model_in_the_workspace_needs_no_download(workspace, tiny_model, capsys):
    """A folder under models/ is a model by that name."""
    _, out = printed(capsys, workspace, "path", tiny_model)
    (workspace / "models").mkdir()
    (workspace / "models" / "ours").symlink_to(out.strip())

    _, listed = printed(capsys, workspace, "list", "--json")

    assert "ours" in [one["name"] for one in json.loads(listed)["installed"]]
    assert run_cli(workspace, "transcribe", "last", "--model", "ours") == 0


def test_bench_measures_and_picks(tmp_path, tiny_model, capsys):
    """The only model here is the best one; it is faster than the speech."""
    code, out = printed(capsys, tmp_path, "bench", tiny_model, "--json")

    answer = json.loads(out)
    assert code == 0
    assert answer["pick"] == tiny_model
    assert answer["measured"][0]["speed"] > 1


def test_an_unknown_model_is_wrong_use(tmp_path, tiny_model, capsys):
    assert printed(capsys, tmp_path, "path", "no-such-model")[0] == 2


def test_a_folder_that_only_has_a_models_name_is_in_nobodys_way(tmp_path, tiny_model, capsys, monkeypatch):
    """A show of that name, say."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny.en").mkdir()
    (tmp_path / "recordings").mkdir()

    assert run_cli(tmp_path, "models", "path", "tiny.en") == 0
    assert "model" in capsys.readouterr().out
    assert run_cli(tmp_path, "models", "path", "recordings") == 3
    assert "recordings holds no CTranslate2 Whisper model" in capsys.readouterr().err
