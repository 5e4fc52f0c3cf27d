"""The file that listeners get: levelled by one constant gain where it is asked, tagged, with chapters and cover."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from episodes.core.chapter import Chapter
from episodes.core.errors import MediaError
from episodes.media.convert import frames_of
from episodes.media.loudness import measure_loudness
from episodes.media.opening import Opened, open_media
from episodes.media.probe import codec_name
from episodes.media.saving import require_space, whole_file
from episodes.media.tagging import write_tags

#: Bit rates that are transparent for speech and good for music, by codec and number of channels.
_RATES = {("mp3", 1): 96_000, ("mp3", 2): 160_000, ("aac", 1): 96_000, ("aac", 2): 160_000}
#: The highest true peak that is left after a gain, in dBTP (EBU R128 s2, streaming).
CEILING = -1.0
_LOUDNESS_RATES = (32_000, 44_100, 48_000)


class AvMaster:
    """Makes published files with FFmpeg's libraries (PyAV) and mutagen; satisfies `Master`."""

    def loudness(self, file: Path, /) -> tuple[float, float] | None:
        """Integrated loudness (LUFS) and true peak (dBTP) by EBU R128; None for silence or a file without sound."""
        try:
            found = measure_loudness(file)
        except MediaError:
            return None
        return (found.integrated, found.true_peak) if found else None

    def ending(self, file: Path, /, *, gain: float) -> str:
        """The ending of the file that `make` writes."""
        return ".mp3" if file.suffix == ".mp3" else file.suffix if not gain else ".m4a"

    def make(
        self,
        file: Path,
        target: Path,
        /,
        *,
        gain: float,
        tags: dict[str, Any],
        chapters: Sequence[Chapter],
        cover: bytes,
    ) -> None:
        """Write the file to `target` with a gain (dB, 0 = bytes of the sound as they are) and its tags.

        Raises MediaError, for a kind of file that carries no tags too.
        """
        with TemporaryDirectory(prefix="master-") as folder:
            source = file
            if gain:
                source = Path(folder) / f"levelled{target.suffix}"
                apply_gain(file, source, gain)
            write_tags(source, target, chapters=chapters or None, cover=cover, **tags)


def apply_gain(file: Path, target: Path, gain: float) -> None:
    """Encode a file's sound anew, made louder or softer by `gain` dB: MP3 stays MP3, the rest becomes AAC."""
    import av

    require_space(target, file.stat().st_size)
    with open_media(file) as opened, whole_file(target) as part:
        if opened.audio is None:
            raise MediaError(f"{file.name} has no sound to level", hint="leave it as it is")
        try:
            _encode(opened, part, gain, as_mp3=target.suffix == ".mp3")
        except av.FFmpegError as error:
            why = error.strerror or error
            raise MediaError(f"{file.name} cannot be levelled: {why}", hint="check that it plays") from error


def _encode(opened: Opened, part: Path, gain: float, *, as_mp3: bool) -> None:
    import av

    source = opened.audio.codec_context
    channels = min(2, source.layout.nb_channels)
    rate = source.sample_rate if source.sample_rate in _LOUDNESS_RATES else 44_100
    layout = "mono" if channels == 1 else "stereo"
    codec, container = ("mp3", "mp3") if as_mp3 else ("aac", "ipod")
    options = {} if as_mp3 else {"movflags": "+faststart"}
    with av.open(str(part), "w", format=container, options=options) as output:
        stream: Any = output.add_stream("libmp3lame" if as_mp3 else "aac", rate=rate, layout=layout)
        stream.bit_rate = max(_RATES[codec, channels], _known_rate(source, codec))
        graph = None
        for frame in frames_of(opened):
            graph = graph or _Gain(frame, gain, stream)
            for louder in graph.take(frame):
                output.mux(stream.encode(louder))
        for louder in graph.take(None) if graph else ():
            output.mux(stream.encode(louder))
        output.mux(stream.encode(None))


def _known_rate(source: Any, codec: str) -> int:
    """The source's own bit rate, if it is of the same codec: encoding anew should not take away."""
    return min(int(source.bit_rate or 0), 320_000) if codec_name(source.name) == codec else 0


class _Gain:
    """FFmpeg's volume filter between decoder and encoder."""

    def __init__(self, frame: Any, gain: float, stream: Any) -> None:
        from fractions import Fraction

        from av.filter import Graph

        self._graph = Graph()
        self._form = (frame.format.name, frame.layout.name, frame.sample_rate)
        self._samples = 0
        source = self._graph.add_abuffer(
            sample_rate=frame.sample_rate,
            format=frame.format.name,
            layout=frame.layout.name,
            time_base=Fraction(1, frame.sample_rate),
        )
        context = stream.codec_context
        volume = self._graph.add("volume", f"volume={gain:.2f}dB:precision=float")
        form = f"sample_fmts={context.format.name}:sample_rates={context.sample_rate}"
        form += f":channel_layouts={context.layout.name}"
        shape = self._graph.add("aformat", form)
        end = self._graph.add("abuffersink")
        source.link_to(volume)
        volume.link_to(shape)
        shape.link_to(end)
        self._graph.configure()
        self._sink = end

    def take(self, frame: Any) -> list[Any]:
        """Give the filter a frame, or None at the end, and take what is ready, in the encoder's own sizes."""
        import av

        if frame is not None:
            if (frame.format.name, frame.layout.name, frame.sample_rate) != self._form:
                return []  # a jingle in another form; the rest counts
            frame.pts = self._samples  # damaged stretches leave holes in the time stamps
            self._samples += frame.samples
        self._graph.push(frame)
        ready = []
        while True:
            try:
                ready.append(self._graph.pull())
            except (BlockingIOError, av.EOFError):
                return ready
