"""The versions of an event that its members disagree about, side by side."""

from collections.abc import Mapping, Sequence

from site_gen.dates import TimeValue
from site_gen.merge.agreement import Agreement, agreement, precise
from site_gen.model import Account, Modality, Note, Statement, Status

Member = Statement | Note

_SAYS = {
    Modality.STATED: "it happened",
    Modality.REPORTED: "it is reported",
    Modality.UNACKNOWLEDGED: "it is not acknowledged",
    Modality.CLAIMED: "it is claimed",
    Modality.DENIED: "it is denied",
    Modality.PLANNED: "it is planned",
    Modality.POSSIBLE: "it is possible",
}
_DISPUTED = "it is disputed"
_OF_STATUS = {
    Status.CONFIRMED: Modality.STATED,
    Status.REPORTED: Modality.REPORTED,
    Status.CLAIMED: Modality.CLAIMED,
    Status.DISPUTED: Modality.CLAIMED,
    Status.DENIED: Modality.DENIED,
    Status.PLANNED: Modality.PLANNED,
}


def accounts(members: Sequence[Member], time: TimeValue) -> tuple[Account, ...]:
    """One account a version where the members disagree on the date or on whether it happened; the first one leads."""
    dates = _versions({member.id: member.time.edtf for member in members if member.time})
    said = _versions({member.id: _says(member) for member in members})
    found: list[Account] = []
    if _dates_differ(members):
        found += _told("date", dates, leading=time.edtf)
    if {Modality.DENIED, Modality.UNACKNOWLEDGED} & {modality(member) for member in members}:
        found += _told("status", said, leading=next((_says(m) for m in members if isinstance(m, Note)), ""))
    return tuple(found)


def modality(member: Member) -> Modality:
    """How a member stands to what it says; a note without a status states it."""
    if isinstance(member, Statement):
        return member.modality
    return _OF_STATUS[member.status] if member.status else Modality.STATED


def _says(member: Member) -> str:
    disputed = isinstance(member, Note) and member.status is Status.DISPUTED
    return _DISPUTED if disputed else _SAYS[modality(member)]


def _dates_differ(members: Sequence[Member]) -> bool:
    """A date that holds the other is no other account."""
    times = [member.time for member in members if member.time]
    return any(
        agreement(a, b) is not Agreement.SAME and precise(a) and precise(b) and not _holds(a, b)
        for number, a in enumerate(times)
        for b in times[number + 1 :]
    )


def _holds(a: TimeValue, b: TimeValue) -> bool:
    """“On 13 April” does not contradict “in the night of 13–14 April”."""
    return a.contains(b) or b.contains(a)


def _versions(said: Mapping[str, str]) -> dict[str, list[str]]:
    versions: dict[str, list[str]] = {}
    for member, says in said.items():
        versions.setdefault(says, []).append(member)
    return versions


def _told(about: str, versions: dict[str, list[str]], *, leading: str) -> list[Account]:
    if len(versions) < 2:  # noqa: PLR2004 (one version is no disagreement)
        return []
    order = sorted(versions, key=lambda says: (says != leading, -len(versions[says]), says))
    return [
        Account(about=about, says=says, members=tuple(versions[says]), leads=number == 0)
        for number, says in enumerate(order)
    ]
