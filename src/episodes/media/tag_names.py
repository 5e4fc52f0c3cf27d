"""What other formats call the tags that we know by one lower-case name."""

#: ID3v2 frames (id3.org, ID3v2.4.0 frames; the podcast ones are Apple's) -> our names.
ID3_NAMES = {
    "TIT2": "title", "TIT1": "grouping", "TIT3": "subtitle", "TALB": "album", "TPE1": "artist",
    "TPE2": "album_artist", "TRCK": "track", "TPOS": "disc", "TDRC": "date", "TDRL": "release_date",
    "TDOR": "original_date", "TCON": "genre", "TLAN": "language", "TCOP": "copyright", "TPUB": "publisher",
    "TENC": "encoded_by", "TSSE": "encoder", "TCOM": "composer", "TDES": "description", "TKWD": "keywords",
    "TCAT": "category", "TGID": "podcast_id", "WFED": "podcast_url", "WOAF": "url", "WOAS": "source_url",
    "WOAR": "artist_url", "WPUB": "publisher_url", "TSRC": "isrc", "MVNM": "season_name",
}  # fmt: skip
#: MP4 atoms -> the names that FFmpeg gives them.
MP4_NAMES = {
    "\xa9nam": "title", "\xa9alb": "album", "\xa9ART": "artist", "aART": "album_artist", "\xa9day": "date",
    "\xa9cmt": "comment", "desc": "description", "ldes": "synopsis", "\xa9lyr": "lyrics", "\xa9gen": "genre",
    "cprt": "copyright", "\xa9too": "encoder", "\xa9grp": "grouping", "\xa9wrt": "composer", "tvsh": "show",
    "tven": "episode_id", "tvsn": "season_number", "tves": "episode_sort", "tvnn": "network", "catg": "category",
    "keyw": "keywords", "purl": "podcast_url", "egid": "podcast_id", "purd": "purchase_date", "trkn": "track",
    "disk": "disc", "\xa9st3": "subtitle", "\xa9pub": "publisher",
}  # fmt: skip
#: Names that Vorbis comments, Matroska, ASF and others use -> ours.
OTHER_NAMES = {
    "albumartist": "album_artist", "tracknumber": "track", "discnumber": "disc", "organization": "publisher",
    "part_number": "track", "date_released": "date", "date_recorded": "date", "year": "date", "author": "artist",
    "summary": "synopsis",
}  # fmt: skip
DULL_NAMES = (
    "major_brand", "minor_version", "compatible_brands", "handler_name", "vendor_id", "duration", "itunsmpb",
    "itunnorm", "metadata_block_picture", "coverart", "waveformatextensible_channel_mask",
)  # fmt: skip
