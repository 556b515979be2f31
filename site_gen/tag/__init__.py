"""Makes dated statements of an article."""

from site_gen.tag.names import Gazetteer, gazetteer
from site_gen.tag.notes import tag_note
from site_gen.tag.statements import tag

__all__ = ["Gazetteer", "gazetteer", "tag", "tag_note"]
