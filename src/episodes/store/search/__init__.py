"""Full-text search over passages of speech and what is written about episodes; plain sqlite3 with FTS5."""
