"""Makes events of statements and notes."""

from site_gen.merge.events import Merged, merge

__all__ = ["Merged", "merge"]
