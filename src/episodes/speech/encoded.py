"""Sounds as the encoder tells of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from episodes.speech.decoder import Decoder


class Encoded:
    """A batch of sounds out of the encoder; what our decoder makes of one is made once, whatever is then asked."""

    def __init__(self, view: Any, decoder: Decoder | None) -> None:
        """Take the encoder's output as CTranslate2 holds it; without a decoder there are no `memories`."""
        self.view, self._decoder = view, decoder

    @property
    def frames(self) -> int:
        """Frames of each sound, 50 a second, those of the silence that it was filled up with among them."""
        return int(self.view.shape[1])

    @property
    def count(self) -> int:
        return int(self.view.shape[0])

    @cached_property
    def rows(self) -> NDArray[np.float32]:
        """The output [sounds, frames, width] as an array."""
        import ctranslate2

        here = self.view if self.view.device == "cpu" else self.view.to_device(ctranslate2.Device.cpu)
        return np.array(here)

    @cached_property
    def memories(self) -> list[dict[str, Any]]:
        """What our decoder keeps of each sound."""
        assert self._decoder  # nobody else asks
        return [self._decoder.listen(sound[None]) for sound in self.rows]

    def part(self, places: Sequence[int]) -> Encoded:
        """The sounds at these places of the batch."""
        return self if len(places) == self.count else Encoded(to_view(self.rows[places]), self._decoder)


def to_view(rows: Any) -> Any:
    """An array as CTranslate2's own kind."""
    import ctranslate2

    return ctranslate2.StorageView.from_array(np.ascontiguousarray(rows))
