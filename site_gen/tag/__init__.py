"""Makes dated statements of an article."""
