"""What the processor can do, and what is asked of CTranslate2 for it."""

from __future__ import annotations

import os

import pytest

from episodes.speech.processor import prefer_wide_vectors, usable_cores

WIDE = "processor\t: 0\nflags\t\t: fpu sse2 avx2 avx512f avx512bw avx512cd avx512dq avx512vl\n"


@pytest.fixture
def no_choice(monkeypatch):
    """Nobody chose an instruction set; what the test chooses is forgotten again."""
    monkeypatch.setenv("CT2_FORCE_CPU_ISA", "")
    monkeypatch.delenv("CT2_FORCE_CPU_ISA")


def test_wide_vectors_are_asked_for_where_all_of_them_are(no_choice, tmp_path):
    info = tmp_path / "cpuinfo"
    info.write_text(WIDE)

    assert prefer_wide_vectors(info)
    assert os.environ["CT2_FORCE_CPU_ISA"] == "AVX512"


@pytest.mark.parametrize(
    "flags", [WIDE.replace(" avx512vl", ""), "flags\t\t: fpu sse2 avx2\n", "no flags at all\n", ""]
)
def test_a_processor_without_them_is_left_alone(no_choice, tmp_path, flags):
    info = tmp_path / "cpuinfo"
    info.write_text(flags)

    assert not prefer_wide_vectors(info)
    assert "CT2_FORCE_CPU_ISA" not in os.environ


def test_a_system_without_that_file_is_left_alone(no_choice, tmp_path):
    assert not prefer_wide_vectors(tmp_path / "cpuinfo")


def test_a_choice_that_was_made_stands(monkeypatch, tmp_path):
    info = tmp_path / "cpuinfo"
    info.write_text(WIDE)
    monkeypatch.setenv("CT2_FORCE_CPU_ISA", "AVX2")

    assert not prefer_wide_vectors(info)
    assert os.environ["CT2_FORCE_CPU_ISA"] == "AVX2"


def test_cores_are_those_that_this_process_may_use():
    may = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(may)})
        assert usable_cores() == 1
    finally:
        os.sched_setaffinity(0, may)
