"""All rules for English, in the order in which they are tried."""

from typing import Final

from site_gen.timex.grammar import Rule, compiled
from site_gen.timex.rules_dates import DATES
from site_gen.timex.rules_relative import RELATIVE
from site_gen.timex.rules_times import TIMES

RULES: Final[tuple[Rule, ...]] = (*TIMES, *DATES, *RELATIVE)
PATTERNS: Final = tuple(compiled(rule.pattern) for rule in RULES)
