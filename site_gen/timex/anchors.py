"""What the unsaid parts of a date hang on, as a text is read from its beginning."""

from dataclasses import dataclass, replace

from site_gen.timex.values import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The day of publication; the date last told of, and the last that was a day; the time a story has come to.

    `value` is the TIMEX3 value of `told`. `stated` is the last month of this paragraph whose year was said, `named` its
    last day that was told of with its weekday. In a narrative a date without a year hangs on `story`; in news on
    `published`.
    """

    published: Point | None
    narrative: bool
    told: Point | None = None
    value: str = ""
    day: Point | None = None
    story: Point | None = None
    stated: Point | None = None
    named: Point | None = None
    late: bool = False

    def moved_to(self, point: Point, value: str, *, opens: bool, late: bool) -> "Anchors":
        """The anchors after a date was told of; `opens`: it opens its sentence, `late`: it is the end of its year."""
        return replace(
            self,
            told=point,
            value=value,
            day=point if point.day and point.year > 0 else self.day,
            story=point if self._moves_story(point, opens=opens) else self.story,
            late=late if self._moves_story(point, opens=opens) else self.late,
        )

    def _moves_story(self, point: Point, *, opens: bool) -> bool:
        """A year named in passing (“a law of 1998”) does not move a story that has come to a month."""
        if self.story is None or point.month or not self.story.month:
            return True
        return point.year != self.story.year and opens
