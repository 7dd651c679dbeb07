# SPDX-License-Identifier: Apache-2.0
"""The claim matrix: cores in rows, speakers in columns, and beside each accusation what the accused party says of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from rasid.assess.context import Context
from rasid.assess.matrix.cores import ANSWER_DAYS, Core
from rasid.assess.matrix.denials import answers
from rasid.assess.matrix.points import Point, camp_of, is_one_deed, side_of
from rasid.assess.nearness import days_between
from rasid.assess.parties import is_number_only, is_showable
from rasid.assess.reading import by_date, unique
from rasid.ids import DocumentId
from rasid.records import Answer, ClaimLine, ClaimMatrix, MatrixCell, MatrixRow, Party

# Without a party or a place only its words say what a row is about.
_LABEL_WORDS: Final = 12
# A row quotes a range of people, not of shells or houses.
_PEOPLE: Final = frozenset({"killed", "wounded", "arrested", "escaped", "released", "displaced", "persons"})
_ANSWERABLE: Final = frozenset({"attack", "killing", "destruction"})
"""Kin of happenings whose doer is asked for an answer where sources merely tell who did it; fighting has two doers."""
_ANSWERING: Final = frozenset({"report", "accuse", "claim_responsibility", "support", "condemn", "deny"})
"""Acts that may answer an accusation; who demands, warns or promises says nothing of the deed."""
_Stance = Literal["denied", "owned", "other"]
_RANK: Final[dict[_Stance, int]] = {"denied": 0, "owned": 1, "other": 2}


def build_matrix(context: Context, cores: Iterable[Core], lines: Sequence[ClaimLine]) -> ClaimMatrix:
    """Return the cores as a matrix.

    Rows on which several parties speak, or one is accused, come first. Columns are speakers,
    officials under the body that they speak for, those who speak on
    most rows first, then the outlets that tell it in their own voice.
    """
    every = tuple(cores)
    said = _said_by_camp(context, lines)
    denials = _denials_by_camp(context, every)
    rows = [_row(context, core, said, denials) for core in every]
    rows.sort(key=_row_key)
    return ClaimMatrix(speakers=_columns(context, rows, lines), rows=tuple(rows))


def _row_key(row: MatrixRow) -> tuple[int, bool, bool, int, str, str]:
    plain = all(cell.act == "report" for cell in row.cells)
    speakers = len({cell.speaker for cell in row.cells})
    return -speakers, not row.answers, plain, -len(row.cells), by_date(row.first_seen), row.id


def _columns(context: Context, rows: Iterable[MatrixRow], lines: Iterable[ClaimLine]) -> tuple[Party, ...]:
    counted = Counter(cell.speaker for row in rows for cell in row.cells)
    parties: dict[str, Party] = {}
    for speaker in (*(line.speaker for line in lines), *map(context.parties.outlet, context.reading.by_id)):
        body = context.parties.body(speaker)
        parties.setdefault(body.id, body)
    # Outlets that tell in their own voice stand behind the parties.
    order = sorted(counted, key=lambda one: (parties[one].kind == "outlet", -counted[one], one))
    return tuple(parties[one] for one in order)


def _row(context: Context, core: Core, said: dict[str, list[ClaimLine]], denials: dict[str, list[Point]]) -> MatrixRow:
    lines = [point.line for point in core.points]
    dates = sorted(line.date for line in lines if line.date)
    subject = _subject(context, core)
    place = _place(context, core)
    low, high = _range(core)
    types = tuple(sorted({point.told.event.type for point in core.points if point.told is not None}))
    return MatrixRow(
        id=core.id,
        label=_label(context, core, subject, types, place),
        subject=subject,
        types=types,
        place=place,
        cells=_cells(context, core.points),
        answers=_answers(context, core, said, denials),
        low=low,
        high=high,
        origins=len({context.origin_key(line.document_id, line.speaker) for line in lines}),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
    )


def _subject(context: Context, core: Core) -> Party | None:
    """Return whom those who blame somebody all blame; else the doer if all name one, else the party spoken of.

    Forces that a text names by their owner only (`its forces`) stand under the owner.
    """
    found = _blamed_by_all(context, core)
    found = context.parties.body(found) if found is not None and found.kind == "group" else found
    # `خلايا: تفجير` (cells: a bombing) names nobody.
    return None if found is not None and found.kind == "group" and len(found.label.split()) == 1 else found


def _blamed_by_all(context: Context, core: Core) -> Party | None:
    accused = _first_of_each_side(context, (p for point in core.points if point.accuses for p in point.blamed))
    if accused:
        return next(iter(accused.values())) if len(accused) == 1 else None
    # Who denies a deed did not do it on that account.
    doers = _first_of_each_side(context, (p for point in core.points for p in point.doers))
    if not core.kin:
        doers = {p.id: p for point in core.points if (p := point.line.target) is not None and is_showable(p) and not is_number_only(p)}
    return next(iter(doers.values())) if len(doers) == 1 else None


def _first_of_each_side(context: Context, parties: Iterable[Party]) -> dict[str, Party]:
    """Return the sides of some parties, each by itself where it is named (Israel, not the head of its government), else as who is named first."""
    first: dict[str, Party] = {}
    for party in parties:
        side = side_of(context, party)
        if not is_number_only(party) and (side not in first or (party.id == side != first[side].id)):
            first[side] = party
    return first


def _place(context: Context, core: Core) -> str | None:
    """Return the name of the place or site that the points share, in words to show; None where they name several or none."""
    names: Counter[str] = Counter()
    for point in core.points:
        if point.told is not None and point.spots and (phrase := context.where_name(point.told)):
            names[phrase] += 1
    shared = [name for name, _ in sorted(names.items(), key=lambda row: (-row[1], row[0]))]
    return shared[0] if shared else None


def _label(context: Context, core: Core, subject: Party | None, types: tuple[str, ...], place: str | None) -> str:
    words = context.wording
    about = words.join([words.type_phrase(event_type) for event_type in types]) or words.label("matrix/plain")
    about = f"{about}{words.place_phrase(place)}"
    if subject is not None:
        label = words.phrase("matrix/subject", subject=subject.label, about=about)
    elif place is None:
        first = core.points[0].line
        said = context.parties.content(first.document_id, first.content.span).split()
        short = " ".join(said[:_LABEL_WORDS]) + (words.label("quotes/more") if len(said) > _LABEL_WORDS else "")
        label = words.phrase("matrix/quoted", about=about, quote=words.quoted(short))
    else:
        label = about
    return label[:1].upper() + label[1:] if words.language == "en" else label


def _range(core: Core) -> tuple[int | None, int | None]:
    """Return the lowest and the highest number of people that the points give; no highest where one has no top."""
    numbers = [q for point in core.points if not point.denied for q in point.counts if q.what in _PEOPLE]
    kinds = {"left" if q.what in ("escaped", "released") else q.what for q in numbers}
    if not numbers or len(kinds) > 1:
        return None, None
    highs = [q.high for q in numbers]
    return min(q.low for q in numbers), None if None in highs else max(high for high in highs if high is not None)


# --- cells -----------------------------------------------------------------------------------------------------------


def _cells(context: Context, points: Iterable[Point]) -> tuple[MatrixCell, ...]:
    """Return one cell for each thing that a speaker says; copies of one text and repeats in it add none."""
    first: dict[tuple[object, ...], MatrixCell] = {}
    for point in points:
        line = point.line
        body = context.parties.body(line.speaker)
        denied = point.denied
        key = (body.id, line.act, denied, line.stance, context.origin_of[DocumentId(line.document_id)])
        first.setdefault(key, _cell(point, body))
    return tuple(first.values())


def _cell(point: Point, body: Party) -> MatrixCell:
    line = point.line
    return MatrixCell(
        speaker=body.id,
        claim=None if point.own_voice else line.id,
        act=line.act,
        act_label=line.act_label,
        stance=line.stance,
        stance_label=line.stance_label,
        polarity="denied" if point.denied else "asserted",
        date=line.date,
        citation=line.content,
    )


# --- answers ---------------------------------------------------------------------------------------------------------


def _said_by_camp(context: Context, lines: Iterable[ClaimLine]) -> dict[str, list[ClaimLine]]:
    said: dict[str, list[ClaimLine]] = defaultdict(list)
    for line in lines:
        said[camp_of(context, line.speaker)].append(line)
    return said


def _denials_by_camp(context: Context, cores: Iterable[Core]) -> dict[str, list[Point]]:
    denials: dict[str, list[Point]] = defaultdict(list)
    for core in cores:
        for point in core.points:
            if point.denied and point.kin and not point.own_voice:
                denials[camp_of(context, point.line.speaker)].append(point)
    return denials


def _denied_elsewhere(context: Context, core: Core, denials: Sequence[Point]) -> list[Point]:
    """Return what a camp denies on other rows that meets the accusations of this one.

    It is of one kin, in words that recur, at no other place, within days, before the accusation too: a denial stands.

    A ministry denies the shelling of one prison where others accuse its state of shelling prisons; that is an answer, though
    the place parts the rows.
    """
    found = []
    for point in denials:
        apart = point.spots and core.spots and point.spots.isdisjoint(core.spots)
        if point.kin != core.kin or apart or point.told is None:
            continue
        event_type = point.told.event.type
        if not any(is_one_deed(other, event_type) for other in core.types):
            continue
        if core.days and point.day and days_between(core.days[0], point.day) > ANSWER_DAYS:
            continue
        if any(answers(context, point, held) for held in core.points):
            found.append(point)
    return found


def _answers(
    context: Context, core: Core, said: dict[str, list[ClaimLine]], denials: dict[str, list[Point]]
) -> tuple[Answer, ...]:
    """Return what each party that is said to have done it, or its camp, says on this row; a denial before anything else.

    Only deeds that somebody would have to answer for have answers, and a party that only tells of its own is not asked.
    """
    accused: dict[str, Party] = {}
    for point in core.points:
        if point.denied or not (point.line.act == "accuse" or _would_be_answered(point)):
            continue
        for party in point.blamed:
            if party.kind == "known" and camp_of(context, party) != camp_of(context, point.line.speaker):
                accused.setdefault(camp_of(context, party), party)
    return tuple(
        _answer(context, core, party, camp, said.get(camp, ()), _denied_elsewhere(context, core, denials.get(camp, ())))
        for camp, party in accused.items()
    )


def _would_be_answered(point: Point) -> bool:
    if point.told is None or point.kin not in _ANSWERABLE or point.line.act in ("warn", "threaten", "promise"):
        return False
    return point.told.event.type != "battle" and point.told.event.factuality == "happened"


def _answer(
    context: Context, core: Core, party: Party, camp: str, spoken: Sequence[ClaimLine], elsewhere: Sequence[Point]
) -> Answer:
    words = context.wording
    own = [
        (_stance_of(point), point)
        for point in core.points
        if camp_of(context, point.line.speaker) == camp and _may_answer(context, core, point, camp)
    ]
    if all(kind == "other" for kind, _ in own):
        own += [("denied", point) for point in elsewhere]
    if not own:
        # A party that is quoted nowhere and one that is quoted on other things alone are two kinds of silence.
        template = "matrix/answer/silent_elsewhere" if spoken else "matrix/answer/none"
        return Answer(party=party, kind="none", sentence=words.say(template, party=party.label))
    kind = min((kind for kind, _ in own), key=_RANK.__getitem__)
    lines = [point.line for named, point in own if named == kind]
    quote = words.quoted(context.parties.content(lines[0].document_id, lines[0].content.span))
    return Answer(
        party=party,
        kind=kind,
        sentence=words.say(f"matrix/answer/{kind}", party=lines[0].speaker.label, quote=quote),
        claims=tuple(dict.fromkeys(line.id for line in lines)),
        citations=unique(citation for line in lines for citation in (line.cue, line.content)),
    )


def _may_answer(context: Context, core: Core, point: Point, camp: str) -> bool:
    """Return whether what a party says on a row speaks of what it is said to have done: a denial of just that, or its own telling of the deed."""
    if not point.denied:
        return point.line.act in _ANSWERING
    return any(answers(context, point, held) for held in core.points if camp in held.camps)


def _stance_of(point: Point) -> _Stance:
    """Return how a party answers by a point of its own."""
    if point.denied:
        return "denied"
    return "owned" if point.line.act == "claim_responsibility" else "other"
