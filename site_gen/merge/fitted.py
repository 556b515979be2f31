"""The weights of merging, and how they were found."""

from site_gen.merge.agreement import Agreement

# How many articles make a term common; what the name of a country or town, another name, a number, a term of one
# article only weigh against other terms.
COMMON = 30.0
STATE = 0.6
NAME = 1.5
NUMBER = 2.0
LONE = 0.1
# From how many articles on a term of one article only is known to be of no use.
MANY = 8
# What the whole article adds to the sentence, for an article so short that it tells of one thing.
CONTEXT = 0.8
BRIEF = 150
# From which score on two reports are one event, by how their dates agree.
THRESHOLD = {
    Agreement.UNDATED: 0.05,
    Agreement.SAME: 0.12,
    Agreement.TOUCHING: 0.2,
    Agreement.NEAR: 0.3,
    Agreement.COARSE: 0.35,
    Agreement.WITHIN: 0.4,
}
# Without dates, reports that are all of one matter are alike anyway: so much of their mean score is demanded on top.
MATTER = 0.5
# One article seldom tells of one event in two sentences, or a timeline in two entries.
ONE_ARTICLE = 0.15
# What actors in common add.
ACTORS = 0.1
# What a veto takes away where no date helps, provided that the sentences are so alike that they speak of one kind of
# act; with dates it decides.
VETO = 0.5
SAME_ACT = 0.4
# From which score on an undated statement is listed beside an event as likely told of there.
LIKELY = 0.3
