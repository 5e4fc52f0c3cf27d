"""The database: tables, migrations, queries and the search index."""
