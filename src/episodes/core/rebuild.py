"""Values rebuilt from their JSON shapes: the inverse of `to_record`, for what an export holds."""

from __future__ import annotations

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def from_record(kind: type[T], record: Any) -> T:
    """Make a value of a dataclass from what `to_record` wrote; raises ValueError with the place of the trouble.

    Fields that are missing take their default; names that are not known are refused, so that nothing is lost.

    >>> from episodes.core.chapter import Chapter
    >>> from_record(Chapter, {"start": 1.5, "title": "Start"})
    Chapter(start=1.5, title='Start', end=None, url='', image_url='')
    """
    return cast(T, _made(kind, record, kind.__name__))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _made(kind: Any, record: Any, where: str) -> Any:
    if not isinstance(record, dict):
        raise ValueError(f"{where} is no object")  # noqa: TRY004 - one kind of error for all that is wrong in a file
    known: dict[str, Field[Any]] = {field.name: field for field in fields(kind)}
    if unknown := sorted(set(record) - set(known)):
        raise ValueError(f"{where} has {unknown[0]!r}, which this version does not know")
    for name, field in known.items():
        if name not in record and field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"{where} lacks {name!r}")
    return kind(**{name: _value(_hints(kind)[name], held, f"{where}.{name}") for name, held in record.items()})


def _value(hint: Any, held: Any, where: str) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        if held is None and type(None) in arguments:
            return None
        return _value(next(one for one in arguments if one is not type(None)), held, where)
    if origin is tuple:
        return _tuple(arguments, held, where)
    if origin is dict:
        if not isinstance(held, dict):
            raise ValueError(f"{where} is no object")
        return {str(name): _value(arguments[1], value, f"{where}.{name}") for name, value in held.items()}
    if origin is Literal:
        if held not in arguments:
            raise ValueError(f"{where} cannot be {held!r}")
        return held
    if is_dataclass(hint):
        return _made(hint, held, where)
    return _plain(hint, held, where)


def _tuple(arguments: tuple[Any, ...], held: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(held, list):
        raise ValueError(f"{where} is no list")  # noqa: TRY004 - as above
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return tuple(_value(arguments[0], one, f"{where}[{place}]") for place, one in enumerate(held))
    if len(arguments) != len(held):
        raise ValueError(f"{where} has {len(held)} entries, not {len(arguments)}")
    return tuple(_value(hint, one, where) for hint, one in zip(arguments, held, strict=True))


def _plain(hint: Any, held: Any, where: str) -> Any:
    if hint is datetime:
        try:
            at = datetime.fromisoformat(held)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{where} is no time: {held!r}") from error
        if at.tzinfo is None:
            raise ValueError(f"{where} has no zone: {held!r}")
        return at
    if hint is float and isinstance(held, int) and not isinstance(held, bool):
        return held  # as it was written: another export has then the same bytes
    if hint is Any or (isinstance(held, hint) and (hint is bool or not isinstance(held, bool))):
        return held
    raise ValueError(f"{where} cannot be {held!r}")
