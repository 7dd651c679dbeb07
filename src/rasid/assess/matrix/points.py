# SPDX-License-Identifier: Apache-2.0
"""What a claim says, point by point: one happening, or one party where no happening is told.

A claim that blames a party for a strike and for an escape makes two points, and each can be denied, disputed or
repeated by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rasid.assess.context import Context
from rasid.assess.matrix.lines import own_voice_line
from rasid.assess.matters import LEAVING_CUSTODY
from rasid.assess.nearness import days_between
from rasid.assess.parties import is_showable
from rasid.assess.reading import Told
from rasid.knowledge.assessment import family_of, fold_words, kin_of, phrases
from rasid.knowledge.names import load_actors
from rasid.records import ClaimLine, Party, Quantity

_EXACT_PLACE = 2
"""UCDP's precision: up to here a place is a town or a village."""
_AIM = "told as a purpose"
"""How the coder says that a happening is what a deed was for."""
_SHORT_WORD = 3
_POINTED_BACK = 2
"""Sentences back to which `denied it` may point."""


@dataclass(frozen=True, slots=True)
class Point:
    """One claim on one matter."""

    line: ClaimLine
    kin: str
    """Kin of the happening; empty where the claim tells of none."""
    told: Told | None = None
    denied: bool = False
    blamed: tuple[Party, ...] = ()
    """Who is said to have done it: the accused, else the doers of the happening."""
    parties: frozenset[str] = frozenset()
    """Camps of all who are named in it."""
    camps: frozenset[str] = frozenset()
    """Camps of who is said to have done it."""
    hit: frozenset[str] = frozenset()
    """Camps of whom it was done to."""
    spots: frozenset[str] = frozenset()
    """Fine places and named sites."""
    province: str | None = None
    """Where the happening was, as far as its province is known."""
    country: str | None = None
    counts: tuple[Quantity, ...] = ()
    aim: bool = False
    """Whether it says what the deed was meant for, or that it was meant."""
    doers: tuple[Party, ...] = ()
    """Who did it as the words tell it, whoever is blamed."""
    other_time: str = ""
    """Words that put it before the news of its text and that nothing resolves to a day (`last July` of an undated page)."""
    own_voice: bool = False
    """Whether the outlet tells it itself; `line` then stands in for a claim and is in no ledger."""

    @property
    def day(self) -> str | None:
        """Day of the happening, else of publication."""
        return (self.told.date if self.told else None) or self.line.date

    @property
    def is_dated(self) -> bool:
        """Whether the words date the happening."""
        return self.told is not None and self.told.date is not None

    @property
    def accuses(self) -> bool:
        """Whether a party is accused, or owns up."""
        return self.line.act in ("accuse", "claim_responsibility") and not self.denied


def side_of(context: Context, party: Party) -> str:
    """Return the id of the side that a party belongs to: the state of one of its bodies, the body of an official."""
    body = context.parties.body(party)
    pieces = body.id.removeprefix("actor:").split("-", 1)
    is_body_of_state = body.id.startswith("actor:") and len(pieces) > 1 and len(pieces[0]) == len("tr")
    return f"state:{pieces[0].upper()}" if is_body_of_state else body.id


def camp_of(context: Context, party: Party) -> str:
    """Return the side that a party is commonly counted to: of a force the administration or state that it serves.

    An answer may come from the camp of the accused (a force is accused, its council answers), and two accusations of
    one camp are no rivals.
    """
    body = context.parties.body(party)
    entry = load_actors().get(body.id)
    master = next((side for side in entry.sides if not side.startswith("class:")), None) if entry is not None else None
    if master is None:
        return side_of(context, party)
    return side_of(context, Party(id=master if master.startswith("actor:") else f"actor:{master}", label=""))


def points_of(context: Context, line: ClaimLine) -> tuple[Point, ...]:
    """Return the points of a claim, one for each deed in its content; one without a happening where none is told.

    Happenings that a claim only speaks of in general, and what stands in it with no happening and no party, make none.
    """
    deeds: list[Told] = []
    for event_id in line.events:
        told = context.reading.told_by_id[event_id]
        # What stands in a claim inside this one is said there; an agency that passes it on makes no point of its own.
        if told.event.telling != "general" and told.claims[0].id == line.id:
            _note(context, deeds, told)
    if deeds:
        return tuple(_point(context, line, told, kin_of(told.event.type)) for told in deeds)
    if line.act == "deny" and (pointed := _pointed_at(context, line)) is not None:
        return (_point(context, line, pointed, kin_of(pointed.event.type)),)
    subject = line.target if line.target is not None and is_showable(line.target) else None
    if line.events or (subject is None and line.act == "report"):
        return ()
    return (_bare(context, line, subject),)


def _pointed_at(context: Context, line: ClaimLine) -> Told | None:
    """Return what a denial points back at (`but the ministry denied it`): the last deed that its text tells as another's word before it."""
    text = context.reading.text(line.document_id)
    words = fold_words(line.content.span.of(text))
    pointing = phrases("pointing_words")
    if not words or not all(pointing.at((word,), 0) for word in words):
        return None
    said = context.reading.said_by_id.get(line.id)
    before = [
        told
        for told in context.reading.told_in(line.document_id)
        if told.event.trigger.end <= line.cue.span.start
        and told.claims and told.event.telling == "reported" and told.event.factuality == "happened"
        and said is not None and said.claim.sentence - told.event.sentence <= _POINTED_BACK
        and context.parties.speaker(told.claims[0]) != line.speaker
    ]  # fmt: skip
    return max(before, key=lambda told: told.event.trigger, default=None)


def own_points(context: Context) -> tuple[Point, ...]:
    """Return what outlets tell in their own voice as points, one for each happening that they report."""
    found = []
    for told in context.reading.told:
        if not told.claims and told.event.telling == "reported" and told.event.factuality in ("happened", "denied"):
            line = own_voice_line(context, told)
            point = _point(context, line, told, kin_of(told.event.type))
            found.append(replace(point, own_voice=True))
    return tuple(found)


def _note(context: Context, deeds: list[Told], told: Told) -> None:
    """Add an event to the deeds of a claim, or put the fuller of two tellings of one deed in its place."""
    kin = kin_of(told.event.type)
    for index, other in enumerate(deeds):
        if kin_of(other.event.type) == kin and is_one_deed(other.event.type, told.event.type):
            deeds[index] = _fuller(context, other, told)
            return
    deeds.append(told)


def _fuller(context: Context, a: Told, b: Told) -> Told:
    """Return the telling of one deed that says more: with a place, a number, a doer; the first where they say as much."""

    def known(told: Told) -> int:
        spoken = bool(context.fine_spots(told)) + bool(told.event.counts) + bool(told.event.spans("actor"))
        return spoken + (told.event.telling == "reported")

    return b if known(b) > known(a) else a


def _point(context: Context, line: ClaimLine, told: Told, kin: str) -> Point:
    event = told.event
    doers = tuple(_named(context, told, ("actor",)))
    denied = event.factuality == "denied" or line.act == "deny" or line.polarity == "denied"
    blamed = _blamed(line, doers)
    every = [*blamed, *_named(context, told, ("actor", "target"))]
    text = line.content.span.of(told.document.text)
    return Point(
        line=line,
        kin=kin,
        told=told,
        denied=denied,
        blamed=blamed,
        doers=doers,
        parties=frozenset(camp_of(context, party) for party in every),
        camps=frozenset(camp_of(context, party) for party in blamed),
        hit=frozenset(camp_of(context, party) for party in _named(context, told, ("target",))),
        spots=context.fine_spots(told),
        province=event.where.admin1 if event.where else None,
        country=event.where.country if event.where else context.country_of(told.document.id),
        counts=event.counts,
        other_time=_other_time(context, told, denied=denied),
        aim=line.act == "accuse" and (event.factuality_reason.startswith(_AIM) or phrases("aim_words").is_in(text)),
    )


def _other_time(context: Context, told: Told, *, denied: bool) -> str:
    """Return the words that put a deed before the news of its text; of what is denied without a time, those of what it answers.

    A text tells an old blow, then how it was denied: that denial is no answer to the blow of today.
    """
    times = [_past_time(told)]
    if told.event.time is None:
        near = [other for other in context.reading.told_in(told.document.id) if other.event.id != told.event.id]
        times += [_past_time(other) for other in near if other.event.sentence == told.event.sentence]
        if denied:
            kin = kin_of(told.event.type)
            before = [other for other in near if other.event.sentence < told.event.sentence and kin_of(other.event.type) == kin]
            last = max(before, key=lambda other: other.event.trigger, default=None)
            if last is not None:
                same = [other for other in near if other.event.sentence == last.event.sentence]
                times += [_past_time(other) for other in (last, *same)]
    return next((time for time in times if time), "")


def _past_time(told: Told) -> str:
    event = told.event
    if event.time is None or event.when is not None:
        return ""
    words = event.time.of(told.document.text)
    return " ".join(fold_words(words)) if phrases("past_words").is_in(words) else ""


def _blamed(line: ClaimLine, doers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return who is said to have done it. An accusation of somebody who cannot be shown blames nobody else."""
    if line.act == "accuse" and line.target is not None:
        return (line.target,) if is_showable(line.target) else ()
    if line.act == "claim_responsibility":
        return (line.speaker,)
    # Who denies is, more often than not, the one of whom it is told.
    return doers or ((line.speaker,) if line.act == "deny" else ())


def _bare(context: Context, line: ClaimLine, subject: Party | None) -> Point:
    blamed = (subject,) if subject is not None and line.act == "accuse" else ()
    if line.act == "deny":
        blamed = (line.speaker,)
    every = [party for party in (subject, *blamed) if party is not None]
    return Point(
        line=line,
        kin="",
        denied=line.act == "deny" or line.polarity == "denied",
        blamed=blamed,
        parties=frozenset(camp_of(context, party) for party in every if is_showable(party)),
        camps=frozenset(camp_of(context, party) for party in blamed if is_showable(party)),
        country=context.country_of(line.document_id),
    )


def _named(context: Context, told: Told, roles: tuple[str, ...]) -> Iterator[Party]:
    for argument in told.event.arguments:
        if argument.role in roles:
            party = context.parties.of(told.document.id, argument.span)
            if is_showable(party):
                yield party


def numbers_clash(a: Point, b: Point) -> tuple[Quantity, Quantity] | None:
    """Return two numbers of one kind of count that cannot both be right, or None.

    Victims are counted by the blow that hurt them, so both points must name one exact place and day; people who left custody
    are counted as a whole. A part (`among them three children`) is no rival of a whole, so of each point the largest
    number of a kind is taken. A number without a top agrees with every higher one.
    """
    leaving = a.kin == LEAVING_CUSTODY
    if not leaving and not (a.spots & b.spots and _is_exact(a) and _is_exact(b) and days_between(a.day, b.day) <= 1):
        return None
    for one in a.counts:
        for other in b.counts:
            if not _count_alike(one, other, loose=leaving) or _is_part(one, a) or _is_part(other, b):
                continue
            low, high = sorted((one, other), key=lambda quantity: quantity.low)
            if low.high is not None and low.high < high.low:
                return one, other
    return None


def _is_exact(point: Point) -> bool:
    where = point.told.event.where if point.told is not None else None
    return where is not None and where.precision <= _EXACT_PLACE


def _is_part(quantity: Quantity, point: Point) -> bool:
    return any(other.what == quantity.what and other.low > quantity.low for other in point.counts)


def _count_alike(a: Quantity, b: Quantity, *, loose: bool) -> bool:
    leaving = {"escaped", "released", "persons"}
    return a.what == b.what != "other" or (loose and {a.what, b.what} <= leaving)


def blame_clashes(a: Point, b: Point) -> bool:
    """Return whether two points blame parties of different camps for one deed.

    One of them accuses or owns up; the other does so too, or tells as its news that somebody did it at the same place.
    """
    if not (a.blamed and b.blamed) or not (a.accuses or b.accuses):
        return False
    if not all(one.accuses or (_tells_a_deed(one) and a.spots & b.spots) for one in (a, b)):
        return False
    return a.camps.isdisjoint(b.camps)


def _tells_a_deed(point: Point) -> bool:
    if point.told is None or point.denied or point.line.act != "report" or point.blamed[0].kind != "known":
        return False
    return point.told.event.telling == "reported" and point.told.event.factuality == "happened"


# Sources call one blast a bombing or an attack, and one strike from the air shelling; the rest are deeds of their own.
_ALIKE = frozenset(
    {frozenset({a, "armed_attack"}) for a in ("air_strike", "shelling", "bombing")} | {frozenset({"air_strike", "shelling"})}
)


def is_one_deed(a: str, b: str) -> bool:
    """Return whether sources may mean one deed by two types of event: a strike is no campaign, a bombing no clash."""
    if a == b or family_of(a) != "attack" or family_of(b) != "attack":
        return True
    return frozenset({a, b}) in _ALIKE


def content_words(context: Context, line: ClaimLine) -> frozenset[str]:
    """Return the folded words of what a claim says, without the short ones."""
    words = fold_words(line.content.span.of(context.reading.text(line.document_id)))
    return frozenset(word for word in words if len(word) > _SHORT_WORD)


def shared_words(context: Context, a: ClaimLine, b: ClaimLine) -> float:
    """Return how much of the shorter of two claims stands in the other, from 0 to 1."""
    words, others = content_words(context, a), content_words(context, b)
    return len(words & others) / max(1, min(len(words), len(others)))
