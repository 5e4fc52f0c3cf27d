"""Other ways to search the same segments, for comparison: plain FTS5, yt-fts, sqlite-utils, ripgrep.

yt-fts (0.1.62) loads subtitles from YouTube only, so its table and its query are made here as its `db_utils.py` makes
them: FTS5 over subtitle lines with default settings, every word quoted, all required, `ORDER BY rank`.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

SEGMENTS = "FROM c.segment s JOIN c.episode e ON e.id = s.episode_id"


class Fts5:
    """Words in a row of FTS5 with bm25 over segments: what one writes in ten lines."""

    name = "plain FTS5, all words, bm25"

    def __init__(self, database: Path, folder: Path) -> None:
        self.file = folder / f"{type(self).__name__}.db"
        self._connection = sqlite3.connect(self.file)
        self._connection.execute("ATTACH ? AS c", [str(database)])
        self._fill(self._connection)
        self._connection.commit()

    def _fill(self, connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE said (text TEXT, file TEXT)")
        connection.execute(f"INSERT INTO said SELECT s.text, e.guid {SEGMENTS}")
        connection.execute('CREATE VIRTUAL TABLE said_fts USING fts5(text, content="said")')
        connection.execute("INSERT INTO said_fts (said_fts) VALUES ('rebuild')")

    def expression(self, text: str) -> str:
        return " ".join(f'"{word}"' for word in re.findall(r"[\w']+", text))

    def files(self, text: str, limit: int = 500) -> list[str]:
        """Episodes from the best to the worst."""
        query = (
            "SELECT s.file FROM said_fts f JOIN said s ON s.rowid = f.rowid WHERE f.text MATCH ? ORDER BY rank LIMIT ?"
        )
        try:
            rows = self._connection.execute(query, [self.expression(text), limit]).fetchall()
        except sqlite3.OperationalError:  # the query language trips over some texts
            return []
        return list(dict.fromkeys(file for (file,) in rows))


class YtFts(Fts5):
    """yt-fts search."""

    name = "yt-fts"

    def expression(self, text: str) -> str:
        terms = re.findall(r'"[^"]*"|\S+', text)
        return " ".join(term if term in ("AND", "OR") else self._escaped(term.strip('"')) for term in terms)

    def _escaped(self, term: str) -> str:
        for char in '"*()+-':
            term = term.replace(char, f'"{char}"')
        return f'"{term}"'


class Ripgrep:
    """rg -i -F over a text file, a segment a line."""

    name = "ripgrep, as typed"

    def __init__(self, database: Path, folder: Path) -> None:
        self.file = folder / "all.txt"
        with sqlite3.connect(":memory:") as connection, self.file.open("w", encoding="utf-8") as lines:
            connection.execute("ATTACH ? AS c", [str(database)])
            lines.writelines(
                f"{file}\t{text}\n" for file, text in connection.execute(f"SELECT e.guid, s.text {SEGMENTS}")
            )

    def files(self, text: str, limit: int = 500) -> list[str]:
        command = ["rg", "-i", "-F", "--no-messages", "-m", str(limit), "-e", text, str(self.file)]
        found = subprocess.run(command, capture_output=True, text=True)
        return list(dict.fromkeys(line.partition("\t")[0] for line in found.stdout.splitlines()))


def peers(database: Path, folder: Path) -> list[Fts5 | Ripgrep]:
    """Those that this machine has."""
    here: list[Fts5 | Ripgrep] = [Fts5(database, folder), YtFts(database, folder)]
    return [*here, Ripgrep(database, folder)] if shutil.which("rg") else here
