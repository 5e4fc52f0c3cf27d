"""`episodes search --semantic`, `--like`, `--index-semantic`: by meaning, for who has the model."""

from __future__ import annotations

import json

import pytest

from conftest import run_cli
from episodes.core.errors import NotFound
from episodes.store.search.semantic.model import find_model


def search(folder, capsys, *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = run_cli(folder, "search", *arguments)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.fixture
def with_model() -> None:
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    try:
        find_model()
    except NotFound as error:
        pytest.skip(error.message)


def test_a_question_in_other_words_is_answered(workspace, capsys, with_model):
    """Before the vectors are made, it is said how to make them."""
    code, _, said = search(workspace, capsys, "--semantic", "turning recordings into something readable")
    assert (code, "--index-semantic" in said) == (1, True)

    code, _, said = search(workspace, capsys, "--index-semantic")
    assert (code, "1 episode indexed by meaning" in said) == (0, True)

    code, out, _ = search(workspace, capsys, "--semantic", "turning recordings into something readable", "--json")
    (episode,) = json.loads(out)["episodes"]
    assert code == 0
    assert episode["number"] == 7
    assert episode["hits"][0]["at"] is not None


def test_likeness_to_a_text(workspace, capsys, with_model):
    """And an episode is not like itself."""
    search(workspace, capsys, "--index-semantic")
    assert search(workspace, capsys, "--like", "speech recognition")[0] == 0
    assert search(workspace, capsys, "--like", "7")[0] == 1


@pytest.mark.parametrize("arguments", [(), ("words", "--like", "text"), ("words", "--semantic", "--model", "nowhere")])
def test_wrong_use_is_told(demo_workspace, capsys, arguments):
    code, out, said = search(demo_workspace, capsys, *arguments)
    assert (code, out) == (2, "")
    assert "Traceback" not in said
