"""Makes events of statements and notes."""
