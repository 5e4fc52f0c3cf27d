"""Commands that are imported when somebody uses them: starting one command pays for no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
import typer.main
from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Command


class Commands(MutableMapping[str, "Command"]):
    """Commands by name; the module of one is imported when it is first asked for."""

    def __init__(self, modules: Mapping[str, tuple[str, ...]]) -> None:
        self._modules = {name: module for module, names in modules.items() for name in names}
        self._loaded: dict[str, Command] = {}

    def __getitem__(self, name: str) -> Command:
        if name not in self._loaded:
            part = typer.Typer(rich_markup_mode="markdown", pretty_exceptions_enable=False)
            import_module(self._modules[name]).register(part)
            self._loaded |= typer.main.get_group(part).commands
        return self._loaded[name]

    def __setitem__(self, name: str, command: Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        self._loaded.pop(name, None)
        del self._modules[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


def lazy_group(modules: Mapping[str, tuple[str, ...]]) -> type[TyperGroup]:
    """A group of the commands that these modules `register`, in this order."""

    class LazyGroup(TyperGroup):
        """Knows its commands by name until one is used."""

        def __init__(self, **settings: Any) -> None:
            super().__init__(**{**settings, "commands": None})
            self.commands = Commands(modules)

    return LazyGroup
