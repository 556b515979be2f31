"""Makes articles and notes of files."""
