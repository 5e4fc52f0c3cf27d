"""Light dataclasses behave as those of the standard library, and cost less to define."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from episodes.core.light import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Light:
    """A place."""

    name: str
    also: tuple[str, ...] = ()
    height: float = 0.0


@dataclasses.dataclass(frozen=True, kw_only=True)
class Heavy:
    """A place."""

    name: str
    also: tuple[str, ...] = ()
    height: float = 0.0


def test_a_value_is_what_the_standard_library_would_make():
    light, heavy = Light(name="Ulm", height=478.0), Heavy(name="Ulm", height=478.0)

    assert vars(light) == vars(heavy)
    assert repr(light) == repr(heavy).replace("Heavy", "Light")
    assert hash(light) == hash(heavy)
    assert dataclasses.asdict(light) == dataclasses.asdict(heavy)


def test_values_are_equal_by_their_fields_and_kind():
    assert Light(name="Ulm") == Light(name="Ulm", also=())
    assert Light(name="Ulm") != Light(name="Bonn")
    assert Light(name="Ulm") != Heavy(name="Ulm")
    assert len({Light(name="Ulm"), Light(name="Ulm"), Light(name="Bonn")}) == 2


@pytest.mark.parametrize("given", [{}, {"name": "Ulm", "hight": 1.0}, {"height": 1.0}])
def test_wrong_fields_are_told_as_the_standard_library_does(given):
    with pytest.raises(TypeError) as light:
        Light(**given)
    with pytest.raises(TypeError) as heavy:
        Heavy(**given)

    name = next(iter(given.keys() - {"name", "height"}), "name")
    assert repr(name) in str(light.value)
    assert repr(name) in str(heavy.value)


def test_a_field_cannot_be_set_or_deleted():
    value = Light(name="Ulm")

    with pytest.raises(dataclasses.FrozenInstanceError):
        value.name = "Bonn"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.name
    assert value == Light(name="Ulm")


def test_the_standard_library_takes_it_for_a_dataclass():
    value = Light(name="Ulm")

    assert dataclasses.is_dataclass(value)
    assert [(f.name, f.default, f.kw_only) for f in dataclasses.fields(Light)] == [
        (f.name, f.default, f.kw_only) for f in dataclasses.fields(Heavy)
    ]
    for changed in (dataclasses.replace(value, height=1.0), replace(value, height=1.0)):
        assert changed == Light(name="Ulm", height=1.0)


def test_copies_are_equal():
    value = Light(name="Ulm")

    assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value
