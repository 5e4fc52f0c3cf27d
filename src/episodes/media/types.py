"""Media types and file name extensions, decided from what a file holds."""

from __future__ import annotations

from episodes.core.media import Kind

#: Demuxer of FFmpeg -> (type of an audio file, type of a video file).
_BY_FORMAT = {
    "mp3": ("audio/mpeg", "audio/mpeg"),
    "aac": ("audio/aac", "audio/aac"),
    "flac": ("audio/flac", "audio/flac"),
    "wav": ("audio/wav", "audio/wav"),
    "w64": ("audio/x-w64", "audio/x-w64"),
    "aiff": ("audio/aiff", "audio/aiff"),
    "au": ("audio/basic", "audio/basic"),
    "ogg": ("audio/ogg", "video/ogg"),
    "caf": ("audio/x-caf", "audio/x-caf"),
    "amr": ("audio/amr", "audio/amr"),
    "ac3": ("audio/ac3", "audio/ac3"),
    "eac3": ("audio/eac3", "audio/eac3"),
    "dts": ("audio/vnd.dts", "audio/vnd.dts"),
    "wv": ("audio/x-wavpack", "audio/x-wavpack"),
    "ape": ("audio/x-ape", "audio/x-ape"),
    "tta": ("audio/x-tta", "audio/x-tta"),
    "mpc": ("audio/x-musepack", "audio/x-musepack"),
    "mpc8": ("audio/x-musepack", "audio/x-musepack"),
    "asf": ("audio/x-ms-wma", "video/x-ms-wmv"),
    "avi": ("video/x-msvideo", "video/x-msvideo"),
    "flv": ("video/x-flv", "video/x-flv"),
    # No audio type is registered for transport streams (RFC 3555 has video/MP2T for both), and players know this one.
    "mpegts": ("video/mp2t", "video/mp2t"),
    "mpeg": ("video/mpeg", "video/mpeg"),
    "rm": ("audio/vnd.rn-realaudio", "application/vnd.rn-realmedia"),
    "dsf": ("audio/x-dsf", "audio/x-dsf"),
    "voc": ("audio/x-voc", "audio/x-voc"),
    "nut": ("audio/x-nut", "video/x-nut"),
}

#: The usual extension of a type; the first of several is ours, the others are as good.
EXTENSIONS = {
    "audio/mpeg": (".mp3", ".mp2", ".mpga"),
    "audio/x-m4a": (".m4a", ".m4b", ".mp4", ".m4r", ".aac"),
    "audio/aac": (".aac",),
    "audio/ogg": (".ogg", ".oga", ".opus", ".spx"),
    "audio/flac": (".flac",),
    "audio/wav": (".wav", ".wave"),
    "audio/aiff": (".aiff", ".aif", ".aifc"),
    "audio/webm": (".weba", ".webm"),
    "audio/x-matroska": (".mka", ".mkv"),
    "audio/3gpp": (".3ga", ".3gp"),
    "audio/amr": (".amr",),
    "audio/x-caf": (".caf",),
    "audio/x-w64": (".w64",),
    "audio/basic": (".au", ".snd"),
    "audio/ac3": (".ac3",),
    "audio/eac3": (".eac3", ".ec3"),
    "audio/vnd.dts": (".dts",),
    "audio/x-wavpack": (".wv",),
    "audio/x-ape": (".ape",),
    "audio/x-tta": (".tta",),
    "audio/x-musepack": (".mpc",),
    "audio/x-ms-wma": (".wma", ".asf"),
    "audio/vnd.rn-realaudio": (".ra", ".rm"),
    "audio/x-dsf": (".dsf",),
    "audio/x-voc": (".voc",),
    "audio/x-nut": (".nut",),
    "video/mp4": (".mp4", ".m4v", ".f4v"),
    "video/quicktime": (".mov", ".qt"),
    "video/webm": (".webm",),
    "video/x-matroska": (".mkv", ".mk3d"),
    "video/ogg": (".ogv", ".ogg"),
    "video/3gpp": (".3gp", ".3g2"),
    "video/x-msvideo": (".avi",),
    "video/x-flv": (".flv",),
    "video/mp2t": (".ts", ".m2ts", ".mts"),
    "video/mpeg": (".mpg", ".mpeg", ".vob"),
    "video/x-ms-wmv": (".wmv", ".asf"),
    "application/vnd.rn-realmedia": (".rm", ".rmvb"),
    "video/x-nut": (".nut",),
}
#: Extensions that promise audio or video.
MEDIA_EXTENSIONS = frozenset(extension for several in EXTENSIONS.values() for extension in several)


def mime_type(demuxer: str, kind: Kind, *, brand: str = "", is_webm: bool = False) -> str:
    """Name the type of a file from its container and kind.

    An MP4 file with sound alone is `audio/x-m4a`, as Apple's list of enclosure types has it.

    >>> mime_type("mov,mp4,m4a,3gp,3g2,mj2", "audio", brand="M4A ")
    'audio/x-m4a'
    """
    column = 0 if kind == "audio" else 1
    if "mp4" in demuxer.split(","):
        return _mp4_type(kind, brand)
    if "matroska" in demuxer:
        return f"{kind}/webm" if is_webm else f"{kind}/x-matroska"
    return _BY_FORMAT.get(demuxer, (f"audio/x-{demuxer}", f"video/x-{demuxer}"))[column]


def _mp4_type(kind: Kind, brand: str) -> str:
    if brand.startswith(("3gp", "3g2")):
        return f"{kind}/3gpp"
    if kind == "audio":
        return "audio/x-m4a"
    return "video/quicktime" if brand.strip() == "qt" else "video/mp4"


def extension(mime_type: str, codec: str = "") -> str:
    """Name the extension, with its dot, for a type; "" for a type we do not know.

    >>> extension("audio/ogg", "opus"), extension("audio/x-m4a")
    ('.opus', '.m4a')
    """
    if mime_type == "audio/ogg" and codec == "opus":
        return ".opus"
    return EXTENSIONS.get(mime_type, ("",))[0]


def fits(suffix: str, mime_type: str) -> bool:
    """Tell whether a file name's extension says what the content is."""
    return suffix.lower() in EXTENSIONS.get(mime_type, ())
