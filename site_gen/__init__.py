"""A generator of sourced, chronological websites."""
