"""The weights of merging, and how they were found."""

from site_gen.merge.agreement import Agreement

# What the whole article adds to the sentence, for an article so short that it tells of one thing.
CONTEXT = 0.8
BRIEF = 150
# From which score on two reports are one event, by how their dates agree.
THRESHOLD = {
    Agreement.UNDATED: 0.075,
    Agreement.SAME: 0.12,
    Agreement.TOUCHING: 0.2,
    Agreement.NEAR: 0.3,
    Agreement.COARSE: 0.35,
    Agreement.WITHIN: 0.4,
}
# One article seldom tells of one event in two sentences, or a timeline in two entries.
ONE_ARTICLE = 0.15
# What actors in common add.
ACTORS = 0.1
# What a veto takes away where no date helps; with dates it decides.
VETO = 0.5

# From which score on an undated statement is listed beside an event as likely told of there.
LIKELY = 0.3
