"""What is meant alike is found beside the words, from vectors that follow the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from episodes.core.errors import NotFound, UsageError
from episodes.core.hits import EpisodeHits, Hit, Results
from episodes.core.query import Filters
from episodes.core.transcript import Segment
from episodes.store.catalogue import Catalogue
from episodes.store.reader import Reader
from episodes.store.search.semantic.ask import Asking, search_like, search_meaning
from episodes.store.search.semantic.fusion import Candidate, fused
from episodes.store.search.semantic.model import Model, find_model
from episodes.store.search.semantic.vectors import embed_waiting
from store.samples import a_transcript, numbered

GARDEN = "The roses need water every evening, and the tomatoes want a little shade at noon."
COURT = "The judge sent him to prison for six years because he had stolen from the bank."
SHIP = "The captain steered the vessel through the storm and reached the harbour at dawn."


@pytest.fixture(scope="module")
def model() -> Model:
    """The model of the extra."""
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    try:
        return find_model()
    except NotFound as error:
        pytest.skip(error.message)


def tell(catalogue: Catalogue, number: int, text: str, speaker: str = "") -> None:
    lines = [Segment(start=5.0 * n, end=5.0 * n + 5, text=text, speaker=speaker) for n in range(12)]
    if number not in {episode.number for episode in catalogue.list_episodes()}:
        catalogue.add_episode(numbered(number, credits=(), summary="", chapters=(), comments=()))
    catalogue.save_transcript(f"guid-{number}", a_transcript(segments=tuple(lines)))


@pytest.fixture
def told(catalogue: Catalogue) -> Catalogue:
    tell(catalogue, 1, GARDEN)
    tell(catalogue, 2, COURT, "Ann")
    tell(catalogue, 3, SHIP)
    return catalogue


def ask(catalogue: Catalogue, model: Model, text: str, **wishes: Any) -> Results:
    with Reader.open(catalogue.path) as reader:
        return search_meaning(reader, model, text, Asking(**wishes))


def numbers(results: Results) -> list[int | None]:
    return [found.episode.number for found in results.episodes]


def test_other_words_find_what_is_meant(told: Catalogue, model: Model) -> None:
    """No word of the questions is said."""
    assert embed_waiting(told.path, model, lambda _done, _of: None) == 3
    for number, question in enumerate(("plants in my backyard", "criminal convicted", "sailing by boat"), 1):
        found = ask(told, model, question)
        assert numbers(found)[0] == number
        hit = found.episodes[0].hits[0]
        assert (hit.at, hit.segment) != (None, None)
        assert hit.snippet.strip("… ").split(".")[0] in (GARDEN + COURT + SHIP)


def test_vectors_follow_the_text(told: Catalogue, model: Model) -> None:
    """A changed transcript is told as missing, and only that is made anew."""
    embed_waiting(told.path, model, lambda _done, _of: None)
    tell(told, 1, COURT)
    assert "1 episode is not indexed" in ask(told, model, "backyard").notes[-1]
    assert embed_waiting(told.path, model, lambda _done, _of: None) == 1
    assert ask(told, model, "backyard").notes == ()
    assert set(numbers(ask(told, model, "criminal convicted", limit=2))) == {1, 2}


def test_a_removed_episode_is_gone(told: Catalogue, model: Model) -> None:
    embed_waiting(told.path, model, lambda _done, _of: None)
    told.remove_episode("guid-3")
    assert 3 not in numbers(ask(told, model, "sailing by boat"))
    assert embed_waiting(told.path, model, lambda _done, _of: None) == 0


def test_filters_and_exclusions_hold(told: Catalogue, model: Model) -> None:
    embed_waiting(told.path, model, lambda _done, _of: None)
    assert numbers(ask(told, model, "sailing by boat", filters=Filters(speakers=("Ann",)))) == [2]
    assert numbers(ask(told, model, "sailing by boat", filters=Filters(numbers=(1, 1)))) == [1]
    assert 3 not in numbers(ask(told, model, "sailing by boat -captain"))


def test_likeness_to_a_text_and_to_an_episode(told: Catalogue, model: Model) -> None:
    tell(told, 4, "A sailor on the sea feared the waves, until the boat came to the quay.")
    embed_waiting(told.path, model, lambda _done, _of: None)
    with Reader.open(told.path) as reader:
        assert numbers(search_like(reader, model, "flowers", Asking()))[0] == 1
        assert numbers(search_like(reader, model, "#3", Asking(), "guid-3"))[0] == 4
        assert 3 not in numbers(search_like(reader, model, "#3", Asking(), "guid-3"))


def test_nothing_indexed_says_how(told: Catalogue, model: Model) -> None:
    with pytest.raises(NotFound) as raised:
        ask(told, model, "boat")
    assert raised.value.hint == "episodes search --index-semantic"


@pytest.mark.parametrize("text", ["", "-", '"', "((", "😀", "AND OR NOT", "the", "\0"])
def test_no_text_is_an_error(told: Catalogue, model: Model, text: str) -> None:
    embed_waiting(told.path, model, lambda _done, _of: None)
    ask(told, model, text)


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"model\.onnx"):
        find_model(tmp_path)


def test_a_broken_model_is_told(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    (tmp_path / "model.onnx").write_bytes(b"no model")
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(UsageError):
        find_model(tmp_path).embed(["hello"])


def found(number: int, *times: float) -> EpisodeHits:
    hits = tuple(Hit(snippet=f"{number} at {at}", at=at, segment=int(at)) for at in times)
    return EpisodeHits(episode=numbered(number), show_title="", hits=hits)


def near(number: int, *times: float) -> Candidate:
    one = found(number, *times)
    return Candidate(one.episode, "", lambda: one.hits)


def test_what_both_answers_have_comes_first() -> None:
    words = Results(query="q", episodes=(found(1, 10), found(2, 10)))
    joined = fused(words, [near(3, 10), near(2, 12, 90)], sort="best", limit=10, hits=3)
    assert numbers(joined) == [2, 1, 3]
    assert [hit.at for hit in joined.episodes[0].hits] == [10, 90]  # 12 is the same spot as 10


def test_spots_of_the_meaning_come_first_where_words_are_missing() -> None:
    words = Results(query="q", episodes=(found(1, 10),), relaxed=True)
    joined = fused(words, [near(1, 90)], sort="best", limit=10, hits=3)
    assert [hit.at for hit in joined.episodes[0].hits] == [90, 10]
