"""Frozen dataclasses that cost a program next to nothing to define, for the values that a search meets.

The standard library writes and compiles seven methods for every dataclass, a thousandth of a second or two each, and
is itself slow to import, for it needs `inspect`: together that was a third of the time that `episodes search` takes.
Here all classes share methods that are written once. To type checkers they are dataclasses, and to `fields`,
`replace`, `asdict` and `is_dataclass` as well: the standard library looks at a class when first asked about it.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen: bool, kw_only: bool) -> Any:
        """As the standard library's, for frozen values by keyword without bases, of two fields or more.

        Defaults must be immutable; there is no `field()`.

        >>> @dataclass(frozen=True, kw_only=True)
        ... class Place:
        ...     name: str
        ...     is_here: bool = False
        >>> Place(name="Ulm"), Place(name="Ulm") == Place(name="Ulm", is_here=False)
        (Place(name='Ulm', is_here=False), True)
        """
        assert frozen
        assert kw_only
        return _made_light

    def replace(value: Any, /, **changes: Any) -> Any:
        """A copy with other values in some fields.

        >>> @dataclass(frozen=True, kw_only=True)
        ... class Place:
        ...     name: str
        ...     is_here: bool = False
        >>> replace(Place(name="Ulm"), is_here=True)
        Place(name='Ulm', is_here=True)
        """
        held = dict(zip(value._names, value._values(value), strict=True))
        return type(value)(**{**held, **changes})


def _made_light(kind: Any) -> Any:
    kind._names = dict.fromkeys(kind.__annotations__)
    kind._defaults = {name: kind.__dict__[name] for name in kind._names if name in kind.__dict__}
    kind._values = staticmethod(attrgetter(*kind._names))
    for name, method in _METHODS.items():
        if name not in kind.__dict__:
            setattr(kind, name, method)
    kind.__dataclass_fields__ = _Fields(kind)
    return kind


class _Fields:
    """What the standard library knows a dataclass by; worked out, and put in this one's place, when asked for."""

    def __init__(self, kind: type) -> None:
        self._kind = kind

    def __get__(self, _value: object, _kind: type | None = None) -> Any:
        import dataclasses  # 20 ms, and a search asks nothing of it

        made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=True)(self._kind)
        return made.__dataclass_fields__


def _init(self: Any, /, **given: Any) -> None:
    held = {**self._defaults, **given}
    if held.keys() != self._names.keys():
        raise TypeError(f"{type(self).__name__}() {_complaint(self, given)}")
    self.__dict__.update(held)


def _complaint(value: Any, given: dict[str, Any]) -> str:
    if unknown := [name for name in given if name not in value._names]:
        return f"got an unexpected keyword argument {unknown[0]!r}"
    missing = [repr(name) for name in value._names if name not in given and name not in value._defaults]
    return f"missing required keyword-only arguments: {', '.join(missing)}"


def _repr(self: Any) -> str:
    shown = (f"{name}={value!r}" for name, value in zip(self._names, self._values(self), strict=True))
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._values(self) == self._values(other)


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _setattr(_self: object, name: str, _value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(_self: object, name: str) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


_METHODS = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
}
