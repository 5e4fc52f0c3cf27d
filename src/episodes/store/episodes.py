"""Saving and loading shows and episodes inside a transaction of the catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from sqlalchemy import delete
from sqlmodel import Session, col, select

from episodes.core.episode import Episode
from episodes.core.errors import AlreadyThere, AmbiguousReference, NotFound
from episodes.core.media import Medium, Source
from episodes.core.reference import no_show
from episodes.core.show import Show
from episodes.store.show_values import read_show, show_row
from episodes.store.tables import EpisodeRow, MediumRow, ShowRow, SourceRow
from episodes.store.values import digest_of, episode_row, medium_row, read_episode, read_medium, source_row

#: Media of so many episodes are asked for by name.
_NAMED = 500


def find_show_row(session: Session, slug: str) -> ShowRow | None:
    return session.exec(select(ShowRow).where(ShowRow.slug == slug)).first()


def get_show_row(session: Session, slug: str) -> ShowRow:
    row = find_show_row(session, slug)
    if row is None:
        raise no_show(slug, session.exec(select(ShowRow.slug)).all())
    return row


def load_shows(session: Session) -> list[Show]:
    return [read_show(row.model_dump()) for row in session.exec(select(ShowRow).order_by(ShowRow.slug))]


def put_show(session: Session, show: Show) -> None:
    row = find_show_row(session, show.slug)
    if row is None:
        session.add(ShowRow(**show_row(show)))
    else:
        row.sqlmodel_update(show_row(show))
    session.flush()


def get_episode_row(session: Session, guid: str, show: str | None = None) -> EpisodeRow:
    """The row of a GUID; raises NotFound, or AmbiguousReference if several shows use the GUID."""
    query = select(EpisodeRow).where(EpisodeRow.guid == guid)
    if show is not None:
        query = query.where(EpisodeRow.show_id == get_show_row(session, show).id)
    rows = session.exec(query).all()
    if not rows:
        raise NotFound(f"no episode with the GUID '{guid}'", hint="episodes list")
    if len(rows) > 1:
        lines = tuple(f"{_show_slug(session, row)}/{row.slug}" for row in rows)
        raise AmbiguousReference(f"{len(rows)} shows have an episode with the GUID '{guid}'", candidates=lines)
    return rows[0]


def row_id(row: EpisodeRow | ShowRow) -> int:
    assert row.id is not None
    return row.id


def _show_slug(session: Session, row: EpisodeRow) -> str:
    return session.exec(select(ShowRow.slug).where(ShowRow.id == row.show_id)).one()


def load_episode(session: Session, row: EpisodeRow) -> Episode:
    return load_episodes(session, [row])[0]


def load_episodes(session: Session, rows: list[EpisodeRow]) -> list[Episode]:
    """Make values of rows, with their media, in as many queries as there are tables."""
    shows = {show.id: show.slug for show in session.exec(select(ShowRow))}
    media = _load_media(session, [row_id(row) for row in rows])
    return [read_episode(row.model_dump(), shows[row.show_id], tuple(media[row_id(row)])) for row in rows]


def _load_media(session: Session, episode_ids: list[int]) -> dict[int, list[Medium]]:
    query = select(MediumRow, SourceRow).join(SourceRow, col(SourceRow.id) == MediumRow.source_id)
    if len(episode_ids) <= _NAMED:  # else all are read
        query = query.where(col(MediumRow.episode_id).in_(episode_ids))
    media: dict[int, list[Medium]] = defaultdict(list)
    for medium, source in session.exec(query.order_by(col(MediumRow.episode_id), col(MediumRow.position))):
        media[medium.episode_id].append(read_medium({**source.model_dump(), **medium.model_dump()}))
    return media


def insert_episode(session: Session, episode: Episode) -> EpisodeRow:
    """Add a new episode; raises AlreadyThere if its GUID, slug or one of its sources is taken."""
    show = get_show_row(session, episode.show)
    assert show.id is not None
    _refuse_taken(session, show, episode, None)
    row = EpisodeRow(show_id=show.id, digest="", **episode_row(episode))
    session.add(row)
    session.flush()
    put_media(session, row, episode.media)
    return row


def update_episode(session: Session, row: EpisodeRow, episode: Episode) -> None:
    """Write an episode over its row; GUID and a sure date stay as they were first saved."""
    show = get_show_row(session, episode.show)
    _refuse_taken(session, show, episode, row.id)
    values = episode_row(episode)
    if row.date_is_sure:
        values.update(published_at=row.published_at, date_is_sure=True)
    row.sqlmodel_update({**values, "guid": row.guid, "show_id": show.id})
    session.flush()
    put_media(session, row, episode.media)


def _refuse_taken(session: Session, show: ShowRow, episode: Episode, own_id: int | None) -> None:
    taken = session.exec(
        select(EpisodeRow).where(
            EpisodeRow.show_id == show.id,
            EpisodeRow.id != own_id,
            (EpisodeRow.guid == episode.guid) | (EpisodeRow.slug == episode.slug),
        )
    ).first()
    if taken:
        what = "GUID" if taken.guid == episode.guid else "slug"
        raise AlreadyThere(
            f"'{show.slug}' already has an episode with the {what} '{getattr(taken, what.lower())}'",
            guid=taken.guid,
            hint=f"episodes info {show.slug}/{taken.slug}",
        )


def find_source_row(session: Session, source: Source) -> SourceRow | None:
    where = select(SourceRow).where(SourceRow.provider == source.provider, SourceRow.key == source.key)
    return session.exec(where).first()


def with_address(session: Session, piece: str, is_it: Callable[[str], bool]) -> list[Episode]:
    """The episodes with a source at an address that is the one, in the order in which they came."""
    query = select(SourceRow.episode_id, SourceRow.url).where(col(SourceRow.url).contains(piece, autoescape=True))
    return _in_order(session, {episode_id for episode_id, address in session.exec(query) if is_it(address)})


def with_bytes(session: Session, sha256: str) -> list[Episode]:
    """The episodes with a file of this checksum, kept or published, in the order in which they came."""
    is_one = (col(MediumRow.sha256) == sha256) | col(MediumRow.rendition).contains(sha256, autoescape=True)
    return _in_order(session, set(session.exec(select(MediumRow.episode_id).where(is_one))) if sha256 else set())


def _in_order(session: Session, ids: set[int]) -> list[Episode]:
    query = select(EpisodeRow).where(col(EpisodeRow.id).in_(ids)).order_by(col(EpisodeRow.id))
    return load_episodes(session, list(session.exec(query)))


def put_media(session: Session, row: EpisodeRow, media: tuple[Medium, ...]) -> None:
    """Write an episode's media over what is there, and its digest; raises AlreadyThere for another's source."""
    for medium in media:
        known = find_source_row(session, medium.source)
        if known is not None and known.episode_id != row.id:
            other = session.get_one(EpisodeRow, known.episode_id)
            raise AlreadyThere(
                f"{medium.source.url or medium.source.key} belongs to '{other.title}' already",
                guid=other.guid,
                hint=f"episodes info {_show_slug(session, other)}/{other.slug}",
            )
    session.execute(delete(SourceRow).where(col(SourceRow.episode_id) == row.id))  # its media go with it
    ids = {(m.source.provider, m.source.key): _add_source(session, row, m.source) for m in media}
    rows = [medium_row(medium) for medium in media]
    for position, (medium, values) in enumerate(zip(media, rows, strict=True)):
        source_id = ids[medium.source.provider, medium.source.key]
        session.add(MediumRow(episode_id=row_id(row), position=position, source_id=source_id, **values))
    stated = row.model_dump(exclude={"id", "show_id", "digest"})
    row.digest = digest_of([_show_slug(session, row), stated, rows, [source_row(m.source) for m in media]])
    session.flush()


def _add_source(session: Session, row: EpisodeRow, source: Source) -> int:
    known = find_source_row(session, source)
    if known is None:
        known = SourceRow(episode_id=row_id(row), **source_row(source))
        session.add(known)
        session.flush()
    assert known.id is not None
    return known.id


def is_number_free(session: Session, episode: Episode, number: int, season: int | None) -> bool:
    """Whether no other episode of a show has a number, in a season if both tell of one."""
    show_id = get_show_row(session, episode.show).id
    query = select(EpisodeRow.season).where(
        EpisodeRow.show_id == show_id, EpisodeRow.number == number, EpisodeRow.guid != episode.guid
    )
    return all(None not in (season, other) and other != season for other in session.exec(query))


def add_medium(session: Session, row: EpisodeRow, medium: Medium) -> None:
    """Add a rendering, or write over the one of the same kind and source."""
    held = load_episode(session, row).media
    same = [one for one in held if _name(one) == _name(medium)]
    put_media(session, row, tuple(medium if one in same else one for one in held) if same else (*held, medium))


def _name(medium: Medium) -> tuple[str, str, str]:
    return medium.kind, medium.source.provider, medium.source.key
