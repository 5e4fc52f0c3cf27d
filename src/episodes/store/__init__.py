"""The catalogue's database: SQLModel tables and migrations to write, plain sqlite3 to read and search."""
