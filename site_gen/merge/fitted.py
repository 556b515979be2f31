"""The weights of merging, and how they were found.

Without dates: by tests/bench/fit_merge.py on sentences of news articles about 32 pairs of sibling events (ECB+,
Cybulska & Vossen, LREC 2014), split by the first byte of the SHA-256 of the pair's number, on the 20 pairs where that
byte is odd. CoNLL F1 (mean of MUC, B-cubed and CEAF-e) is 0.949 there, 0.969 on the 12 kept apart.

With dates: by hand on the pairs of tests/cases/merge. Two tellings of one event score 0.19 and more on one day.
Sentences about different things of one day mostly score below 0.14, a few up to 0.28, and there only vetoes and editors
help. A day apart, different events in like words score up to 0.24: hence 0.3, and the same actors.
"""

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
    Agreement.SAME: 0.14,
    Agreement.TOUCHING: 0.2,
    Agreement.NEAR: 0.3,
    Agreement.COARSE: 0.35,
    Agreement.WITHIN: 0.4,
}
# Without dates, reports that are all of one matter are alike anyway: so much of their mean score is demanded on top.
MATTER = 0.5
# Where there are not many articles nothing shows what is usual: so much is demanded on top.
FEW = 0.04
# One article seldom tells of one event in two sentences, or a timeline in two entries.
ONE_ARTICLE = 0.15
# What the same actors add (by Jaccard's index), and how many must be the same where the days differ.
ACTORS = 0.1
SAME_ACTORS = 0.33
# What is demanded on top where sentences share no word but the names of states, and how many others a day apart takes.
BARE = 0.3
SAME_WORDS = 2
# What the same publications behind both add (by Jaccard's index): a footnote of one and a source of the other.
CITED = 0.1
# What a veto takes away where no date helps, provided that the sentences are so alike that they speak of one kind of
# act; with dates it decides.
VETO = 0.5
SAME_ACT = 0.4
# From which score on an undated statement is listed beside an event as likely told of there.
LIKELY = 0.3
