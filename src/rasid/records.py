# SPDX-License-Identifier: Apache-2.0
"""Every record that crosses a folder line. Frozen, made of tuples, without cycles.

Spans are half-open ranges of code points into `Document.text`, which is stored as read. Indices into
`Sentence.tokens` are named `*_token` or said to be token indices. Constructors do not check types; decoding does
(`msgspec.json.decode(line, type=AnyRecord)`), so every edge of the program decodes.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec

from rasid.ids import ClaimId, DocumentId, EventId, IncidentId, MentionId

RECORDS_VERSION = "1"
"""Version of the shapes below; raised when a field changes its meaning."""

Probability = Annotated[float, msgspec.Meta(ge=0, le=1)]
LanguageCode = Literal["ar", "en", "und"]


class Record(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Base of all records."""


# --- documents and their words -------------------------------------------------------------------------------------


class Span(Record, frozen=True, order=True):
    """Half-open range [start, end) of code points in the text of one document."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or turned-round range.

        Raises:
            ValueError: `start` is negative or not before `end`.
        """
        if not 0 <= self.start < self.end:
            message = f"span [{self.start}, {self.end}) is empty or turned round"
            raise ValueError(message)

    def of(self, text: str) -> str:
        """Return the stretch of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Method(Record, frozen=True, kw_only=True):
    """Name and version of what made a record."""

    name: str
    version: str


class Issue(Record, frozen=True, kw_only=True, tag_field="record", tag="issue"):
    """Something wrong with one input or one record; the run went on."""

    stage: str
    code: str
    detail: str
    severity: Literal["note", "warning", "error"] = "warning"
    record_id: str | None = None
    """Document id, or the name of the file where no document could be made."""


class Document(Record, frozen=True, kw_only=True, tag_field="record", tag="document"):
    """One text as read, with what is known of where it came from."""

    id: DocumentId
    sha256: str
    """Of the raw bytes that the document was read from (for a row of a table: of the row)."""
    text: str
    language: LanguageCode = "und"
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO date or date and time; None where unknown (never guessed)."""
    captured: str | None = None
    source_id: str | None = None
    """The id that the input itself gave, kept beside ours."""
    source_name: str | None = None
    """File name (and row) that the document was read from; never an absolute path."""
    tlp: Literal["clear", "green", "amber", "amber+strict", "red"] = "clear"

    @property
    def name(self) -> str:
        """The id that the input gave, or ours where it gave none: by it a reader knows the document."""
        return self.source_id or self.id


WordKind = Literal["verb", "noun", "adjective", "preposition", "conjunction", "particle", "pronoun", "number", "punctuation", "other"]


class Word(Record, frozen=True, kw_only=True, cache_hash=True):
    """What is known of a word form wherever it stands: made once a form, shared by all its tokens, and a key of many tables."""

    form: str
    """Normalised spelling, clitics included: no diacritics, tatweel, direction marks or censoring."""
    key: str
    """`stem` folded for look-ups: one alef, one ya, ه for ة; English: lower case."""
    kind: WordKind = "other"
    lemma: str = ""
    stem: str = ""
    """The form without proclitics and pronoun."""
    proclitics: tuple[str, ...] = ()
    """Arabic: any of و ف (conjunction), ب ل ك (preposition), س (future), ال (article), in order."""
    enclitic: str = ""
    """Arabic: attached pronoun (ه ها هم ...); English: 's."""
    definite: bool = False
    plural: bool = False
    feminine: bool = False
    verb: str = ""
    """Lemma as a finite verb where the form can be one: `قصف` of `قصفت`; `attack` of `attacked`."""
    tense: Literal["", "past", "present", "participle"] = ""
    """Of the verb reading."""
    voice: Literal["", "active", "passive", "either"] = ""
    """Of the verb reading; undiacritised Arabic seldom tells."""
    person: str = ""
    """Of the verb reading, person, gender, number: `3ms`, `3fs`, `3mp`; empty where unknown."""
    alternatives: tuple[WordKind, ...] = ()
    """Other kinds that the bare form could be, most likely first."""


class Token(Record, frozen=True):
    """One word, number or punctuation mark in its place."""

    span: Span
    word: Word
    kind: WordKind
    """The kind chosen for this place; `word.kind` is the likeliest without context."""


class Phrase(Record, frozen=True, kw_only=True):
    """A run of tokens that belong to one head: a noun phrase, bare or behind a preposition."""

    start: int
    """First token index, preposition and conjunction left out."""
    end: int
    """Token index behind the last."""
    head: int
    preposition: str = ""
    """Lemma of the preposition that governs it, clitic or word: على، ب، in, by."""
    coordinated: bool = False
    """True where it is joined to the phrase before it by and / or."""
    span: Span
    """From the first to the last character, without a leading clitic conjunction or preposition."""


class Predicate(Record, frozen=True, kw_only=True):
    """A word that says what happens, with the phrases that depend on it."""

    head: int
    """Token index of the verb, verbal noun or participle."""
    form: Literal["verb", "verbal_noun", "participle"]
    voice: Literal["active", "passive"] = "active"
    subject: tuple[Phrase, ...] = ()
    object: tuple[Phrase, ...] = ()
    obliques: tuple[Phrase, ...] = ()
    negation: int | None = None
    """Token index of the word that negates it."""
    governors: tuple[int, ...] = ()
    """Token indices of the words that govern it, nearest first: تم، حاول، يمكن، قد، خوفا من; to, may, tried."""
    clause: int = 0
    """Number of the clause in its sentence."""
    reasons: tuple[str, ...] = ()
    """Why each dependent was chosen, for `rasid explain`."""


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence with its words, phrases and predicates."""

    document_id: DocumentId
    index: int
    span: Span
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...] = ()
    predicates: tuple[Predicate, ...] = ()


# --- mentions, and what they resolve to ------------------------------------------------------------------------------

MentionKind = Literal["actor", "place", "site", "time", "quantity", "outlet", "person", "weapon"]


class Candidate(Record, frozen=True, kw_only=True):
    """One thing that a mention may stand for."""

    entity: str
    """Id in the knowledge files: `actor:sdf`, `place:gn-173576`, `site:sy-hol`, `outlet:sana.sy`."""
    score: Probability
    reason: str = ""


class Interval(Record, frozen=True, kw_only=True):
    """A stretch of days, both ends included."""

    start: str
    """ISO date."""
    end: str
    precision: int
    """1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer (UCDP's date_prec)."""
    basis: Literal["absolute", "relative", "inherited", "published"] = "absolute"

    @property
    def value(self) -> str:
        """The interval as the benchmark writes it: day, `2019-10`, year, or `start/end`."""
        if self.start == self.end:
            return self.start
        if self.start.endswith("-01") and self.precision == 4 and self.start[:7] == self.end[:7]:  # noqa: PLR2004
            return self.start[:7]
        if self.start.endswith("-01-01") and self.end == f"{self.start[:4]}-12-31":
            return self.start[:4]
        return f"{self.start}/{self.end}"


class Mention(Record, frozen=True, kw_only=True, tag_field="record", tag="mention"):
    """A stretch of text that names or describes something."""

    id: MentionId
    document_id: DocumentId
    sentence: int
    span: Span
    kind: MentionKind
    method: Method
    score: Probability = 1.0
    label: str = ""
    """Class of a described thing: `force`, `civilians`, `city`, `aircraft`."""
    candidates: tuple[Candidate, ...] = ()
    loaded: bool = False
    """True for a name that takes sides (العدوان، المرتزقة): kept as framing, never used as the name."""
    interval: Interval | None = None
    """Of a time, where it can be known."""
    low: int | None = None
    """Of a quantity; see `Quantity`."""
    high: int | None = None
    exact: bool = True


class Area(Record, frozen=True, kw_only=True):
    """A circle that a place lies in, where the words give no more: the countryside of a town, five kilometres off a road."""

    latitude: float
    longitude: float
    radius_km: float


class Place(Record, frozen=True, kw_only=True):
    """What a place mention was resolved to; no point where it stayed unknown or ambiguous."""

    name: str
    """As written."""
    entity: str | None = None
    name_ar: str | None = None
    name_en: str | None = None
    kind: str = ""
    country: str | None = None
    """ISO 3166 two letters."""
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int = 7
    """1 exact place, 2 within 25 km, 3 district, 4 province, 5 larger or linear, 6 country, 7 unknown (after UCDP's where_prec)."""
    area: Area | None = None
    """The shape it lies in, where it is known better than by its province and not to a point."""
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""


# --- events ----------------------------------------------------------------------------------------------------------

Factuality = Literal["happened", "attempted", "planned", "possible", "denied"]
Telling = Literal["reported", "background", "general"]
Role = Literal["actor", "target", "place", "origin", "destination", "time", "instrument"]
CountKind = Literal["killed", "wounded", "arrested", "escaped", "released", "displaced", "persons", "other"]


class Argument(Record, frozen=True, kw_only=True):
    """One stretch of text in a role of an event."""

    role: Role
    span: Span
    mention: MentionId | None = None
    reason: str = ""
    """Why it was chosen: `subject`, `object`, `oblique:على`, `inherited from the sentence`."""
    place: Place | None = None


class Quantity(Record, frozen=True, kw_only=True):
    """A number of something as written: `مئات` is low 100 high 999, `أكثر من 200` low 200 high None."""

    what: CountKind
    span: Span
    low: int
    high: int | None
    exact: bool = True


class Event(Record, frozen=True, kw_only=True, tag_field="record", tag="event"):
    """What one passage says happened, was tried, planned, feared or denied."""

    id: EventId
    document_id: DocumentId
    sentence: int
    type: str
    """One of the event types in knowledge/ontology."""
    trigger: Span
    factuality: Factuality
    arguments: tuple[Argument, ...] = ()
    time: Span | None = None
    when: Interval | None = None
    where: Place | None = None
    counts: tuple[Quantity, ...] = ()
    coder: Method
    rule: str
    """Id of the lexicon entry or rule that fired."""
    score: Probability
    factuality_reason: str = ""
    factuality_span: Span | None = None
    """The words that made it attempted, planned, possible or denied."""
    telling: Telling = "reported"
    """Whether its sentence reports it, refers back to it as known (`منذ اغتيال الوزير`), or speaks of such things in general."""
    telling_reason: str = ""
    news: Probability | None = None
    """How firmly it is the news of its sentence: the share of readers who would say that the sentence reports it. None where that is not
    judged: what did not happen, other types than violence and protest, other languages than Arabic."""
    outcome: tuple[Span, ...] = ()
    """The words that tell its dead and hurt where an attack explains them: `قتل` of `قتل ثلاثة في انفجار`."""

    def spans(self, role: Role) -> tuple[Span, ...]:
        """Return the spans in one role, in the order of their choice."""
        return tuple(argument.span for argument in self.arguments if argument.role == role)


# --- claims ----------------------------------------------------------------------------------------------------------

Act = Literal[
    "report", "accuse", "warn", "threaten", "deny", "demand", "condemn", "promise", "support", "claim_responsibility",
]
Stance = Literal["certain", "probable", "possible", "unknown"]
LinkRole = Literal["publisher", "outlet", "person", "medium", "speaker"]


class Link(Record, frozen=True, kw_only=True):
    """One step of a chain of attribution."""

    role: LinkRole
    span: Span | None = None
    """None for the publisher of the page, and for a hidden speaker that no words name."""
    name: str = ""
    cue: Span | None = None
    act: Act | None = None
    stance: Stance = "certain"
    kind: Literal["named", "unnamed", "collective", "media", "partisan", "unknown"] = "unknown"
    candidates: tuple[Candidate, ...] = ()


class Claim(Record, frozen=True, kw_only=True, tag_field="record", tag="claim"):
    """What a source is said to have said; the chain runs from the page's outlet to the innermost speaker."""

    id: ClaimId
    document_id: DocumentId
    sentence: int
    act: Act
    chain: tuple[Link, ...]
    """Outermost first; the last link is the innermost speaker (role `speaker`)."""
    cue: Span
    content: Span
    target: Span | None = None
    polarity: Literal["asserted", "denied"] = "asserted"
    quote: bool = False
    framing: tuple[Span, ...] = ()
    events: tuple[EventId, ...] = ()
    """Events whose trigger lies in the content."""
    claims: tuple[ClaimId, ...] = ()
    """Claims whose cue lies in the content."""
    coder: Method
    rule: str
    score: Probability

    @property
    def source(self) -> Span | None:
        """Span of the innermost speaker."""
        return self.chain[-1].span if self.chain else None

    @property
    def via(self) -> tuple[Span, ...]:
        """Spans of the outlets and persons through whom the passage has it, innermost first; no publisher, no medium."""
        inner_first = reversed(self.chain[:-1])
        return tuple(link.span for link in inner_first if link.span is not None and link.role != "medium")


class CodedDocument(Record, frozen=True, kw_only=True, tag_field="record", tag="coded_document"):
    """All that was read out of one document."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()
    relevant: bool = True
    """False where no trigger and no cue of conflict was seen, so that nothing further was done."""

    def records(self) -> Iterator["Document | Mention | Event | Claim | Issue"]:
        """Yield the document and all its records, in the order of the text."""
        yield self.document
        yield from self.mentions
        yield from self.events
        yield from self.claims
        yield from self.issues


# --- incidents -------------------------------------------------------------------------------------------------------


class Citation(Record, frozen=True, kw_only=True, order=True):
    """The words in one document that something rests on."""

    document_id: DocumentId
    span: Span
    record_id: str = ""
    """Id of the event or claim that was read from these words, where there is one."""


OccurrenceGrade = Literal["single_origin", "several_origins", "disputed", "denied", "feared"]


Credibility = Literal[1, 2, 3, 4, 5, 6]
"""Of an item, after the Admiralty code: 1 confirmed by other independent origins, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable,
6 cannot be judged. Missing, not the middle, where it is 6."""


class ToldNumber(Record, frozen=True, kw_only=True):
    """One number of people as one passage tells it."""

    low: int
    high: int | None
    exact: bool = True
    citation: Citation
    part: bool = False
    """True for some of those whom another number of the same report counts together: one dead of seven."""


class Tally(Record, frozen=True, kw_only=True):
    """How many people, over all that was told of one incident: from the least whole number told to the greatest."""

    low: int
    high: int | None
    """None where somebody says `more than`."""
    told: tuple[ToldNumber, ...]
    """Every number with its words, rivals and parts among them."""


ResponsibilityGrade = Literal["confirmed", "fair", "weak", "contested", "unknown"]
"""After Airwars: a party owns up; two origins or more name one party; one does; some name one and some another; none is named."""


class Culprit(Record, frozen=True, kw_only=True):
    """A party that is said to have done it. An accusation: whether it did is not known here."""

    party: str
    """`actor:sdf`, or `state:RU` for a state and its forces."""
    documents: tuple[DocumentId, ...]
    """Those that name it."""
    owned: bool = False
    """True where it is reported to own up."""
    citations: tuple[Citation, ...] = ()


class IncidentOrigin(Record, frozen=True, kw_only=True):
    """Documents whose telling of an incident goes back to one text or one speaker, and so counts once."""

    documents: tuple[DocumentId, ...]
    """The longest telling first."""
    because: tuple[str, ...] = ()
    """Why they are one: `same words`, `same speaker`; empty where there is one document."""


class Incident(Record, frozen=True, kw_only=True, tag_field="record", tag="incident"):
    """One thing that happened, with all that was read of it, by one report or by several."""

    id: IncidentId
    documents: tuple[DocumentId, ...]
    types: tuple[str, ...]
    """Types of its events, the one told first before the others."""
    events: tuple[EventId, ...]
    claims: tuple[ClaimId, ...] = ()
    """Claims in whose content one of its events stands."""
    date: Interval | None = None
    place: Place | None = None
    """The most exact place told; its rivals are among `places`."""
    places: tuple[Place, ...] = ()
    """The other places of its events."""
    killed: Tally | None = None
    wounded: Tally | None = None
    origins: int = 1
    """How many tellings there are that do not go back to each other: what corroboration counts."""
    told_by: tuple[IncidentOrigin, ...] = ()
    culprits: tuple[Culprit, ...] = ()
    """Who is said to have done it, rivals beside each other."""
    responsibility: ResponsibilityGrade = "unknown"
    decisions: tuple[str, ...] = ()
    """What persons decided about it, each with the reason and who it was."""
    grade: OccurrenceGrade = "single_origin"
    credibility: Credibility = 6
    """A proposal by count of origins."""
    citations: tuple[Citation, ...] = ()
    """The triggers of its events."""


# --- assessment ---
# Everything below is written in one language (`Assessment.language`): `text`, `label` and `sentence` fields hold words
# to show, made by template; words of a document are quoted in their own script and carry a Citation.


PartyKind = Literal["known", "official", "group", "outlet", "person", "unknown"]


class Party(Record, frozen=True, kw_only=True, order=True):
    """Someone as an assessment may show them; a private person is never named here."""

    id: str
    """`actor:sdf` for an actor of the knowledge files, else `said:` and the folded words, or `person:` and a hash."""
    label: str
    """Words to show: the known name in the language of the assessment, or the description as written."""
    kind: PartyKind = "unknown"


class ReadDocument(Record, frozen=True, kw_only=True):
    """One document that was read, and what it gave."""

    document_id: DocumentId
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    source_name: str | None = None
    sha256: str
    language: LanguageCode = "und"
    relevant: bool = True
    events: int = 0
    claims: int = 0
    issues: tuple[Issue, ...] = ()
    origin: str = ""
    """Id of its Origin."""


class Origin(Record, frozen=True, kw_only=True):
    """Documents that go back to one text, counted as one origin."""

    id: str
    documents: tuple[DocumentId, ...]
    """By date, then id; the first is taken for the earliest seen."""
    similarity: Probability = 1.0
    """The lowest likeness by which a document was joined to the origin; 1 where it has one document only."""
    text: str = ""
    """One sentence that says why they count as one; empty for a single document."""


class CountRead(Record, frozen=True, kw_only=True):
    """A number of people or things, as written and as a range."""

    what: CountKind
    label: str
    """`killed`, `قتلى`."""
    quote: str
    """The words of the document."""
    low: int
    high: int | None
    citation: Citation


class Happening(Record, frozen=True, kw_only=True):
    """One event on the timeline, as one document tells it."""

    id: EventId
    type: str
    label: str
    """Label of the type in the language of the assessment."""
    family: str
    """Type family used for matching: `attack`, `custody`; the type itself where it has none."""
    factuality: Factuality
    factuality_label: str
    date: str | None = None
    """ISO value of `when`; None where undated."""
    when: Interval | None = None
    place: str | None = None
    """Name to show."""
    where: Place | None = None
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    sites: tuple[str, ...] = ()
    """Ids of SiteLine."""
    counts: tuple[CountRead, ...] = ()
    instruments: tuple[str, ...] = ()
    """As written."""
    said_by: tuple[Party, ...] = ()
    """Innermost speakers of the claims whose content holds it; empty where the passage tells it in its own voice."""
    claims: tuple[ClaimId, ...] = ()
    sentence: str = ""
    citations: tuple[Citation, ...] = ()
    """First the trigger, then the words of the arguments."""
    group: str = ""
    """Id of its HappeningGroup."""
    also_told_in: tuple[DocumentId, ...] = ()
    """Other documents that seem to tell the same happening."""


class HappeningGroup(Record, frozen=True, kw_only=True):
    """Happenings that seem to be one: same family, same place or date, a shared actor. Not yet a linked incident."""

    id: str
    family: str
    label: str
    happenings: tuple[EventId, ...]
    documents: tuple[DocumentId, ...]
    origins: int
    """How many independent origins tell it: copies of one text count once."""
    date: str | None = None
    place: str | None = None
    sentence: str = ""
    reason: str = ""
    """Which of type, date, place and actor they share."""
    citations: tuple[Citation, ...] = ()


class ClaimLine(Record, frozen=True, kw_only=True, tag_field="record", tag="claim_line"):
    """One claim: who says what about whom, and through whom we have it."""

    id: ClaimId
    document_id: DocumentId
    act: Act
    act_label: str
    speaker: Party
    chain: tuple[Party, ...] = ()
    """Outermost first, the innermost speaker last."""
    target: Party | None = None
    stance: Stance = "certain"
    stance_label: str = ""
    polarity: Literal["asserted", "denied"] = "asserted"
    quote: bool = False
    date: str | None = None
    """When the document was published."""
    types: tuple[str, ...] = ()
    """Types of the events in its content."""
    events: tuple[EventId, ...] = ()
    sentence: str = ""
    """`X accuses Y of …`; never the bare content."""
    content: Citation
    cue: Citation
    citations: tuple[Citation, ...] = ()


RelationKind = Literal[
    "same_core", "repeats", "denies", "extends", "disputes_number", "disputes_culprit", "disputes_place", "predicts",
]


class ClaimRelation(Record, frozen=True, kw_only=True, tag_field="record", tag="claim_relation"):
    """How one claim stands to another: `a` denies, repeats, extends ... `b`. No claim is preferred."""

    id: str
    kind: RelationKind
    kind_label: str = ""
    a: ClaimId
    """The later claim; of `denies` the one that denies, of `predicts` the warning."""
    b: ClaimId
    core: str = ""
    """Id of the MatrixRow on which both stand; empty where they stand on none together."""
    sentence: str = ""
    citations: tuple[Citation, ...] = ()


class Answer(Record, frozen=True, kw_only=True):
    """What an accused party says on a row of the matrix."""

    party: Party
    kind: Literal["denied", "owned", "other", "none"]
    """`owned` where it says that it did it, `other` where it speaks of the matter, `none` where what was read has no answer."""
    sentence: str
    claims: tuple[ClaimId, ...] = ()
    citations: tuple[Citation, ...] = ()


class MatrixCell(Record, frozen=True, kw_only=True):
    """What one speaker says in one row of the matrix."""

    speaker: str
    """Id of a Party in `ClaimMatrix.speakers`."""
    claim: ClaimId | None = None
    """None where an outlet tells it in its own voice."""
    act: Act
    act_label: str
    stance: Stance
    stance_label: str = ""
    polarity: Literal["asserted", "denied"] = "asserted"
    date: str | None = None
    citation: Citation


class MatrixRow(Record, frozen=True, kw_only=True, tag_field="record", tag="matrix_row"):
    """The core of a set of claims: one matter, whoever speaks of it and whether they assert or deny it."""

    id: str
    label: str
    subject: Party | None = None
    """Who is said to have done it, where all who blame somebody blame one party."""
    types: tuple[str, ...] = ()
    place: str | None = None
    cells: tuple[MatrixCell, ...] = ()
    answers: tuple[Answer, ...] = ()
    """One for each party that is accused on this row."""
    low: int | None = None
    """Of the numbers given for people: the lowest and the highest; None where none is given, or none has a top."""
    high: int | None = None
    origins: int = 1
    first_seen: str | None = None
    last_seen: str | None = None


class ClaimMatrix(Record, frozen=True, kw_only=True):
    """Rows are what is claimed, columns are speakers."""

    speakers: tuple[Party, ...] = ()
    rows: tuple[MatrixRow, ...] = ()


class NameUse(Record, frozen=True, kw_only=True):
    """One name by which an outlet calls a party."""

    words: str
    """As written most often."""
    times: int = 1
    loaded: bool = False
    """Whether the name takes sides."""
    citations: tuple[Citation, ...] = ()


class Naming(Record, frozen=True, kw_only=True, tag_field="record", tag="naming"):
    """The names by which one outlet calls one party, the most used first."""

    party: Party
    outlet: str
    names: tuple[NameUse, ...] = ()


class Framing(Record, frozen=True, kw_only=True, tag_field="record", tag="framing"):
    """Words that take sides, as one outlet used them."""

    outlet: str
    """Name to show; the words for an unknown outlet where the document names none."""
    kind: Literal["scare_quotes", "loaded_name"]
    kind_label: str
    words: str
    times: int = 1
    citations: tuple[Citation, ...] = ()


class DisputeSide(Record, frozen=True, kw_only=True):
    """One side of a dispute, with all that is said on it."""

    label: str
    """`hundreds`, the accused party, `asserted`, `denied`."""
    speakers: tuple[Party, ...] = ()
    low: int | None = None
    high: int | None = None
    sentence: str = ""
    claims: tuple[ClaimId, ...] = ()
    events: tuple[EventId, ...] = ()
    origins: int = 1
    citations: tuple[Citation, ...] = ()


class Dispute(Record, frozen=True, kw_only=True):
    """Rival accounts side by side; never merged, none preferred."""

    id: str
    kind: Literal["number", "culprit", "occurrence"]
    kind_label: str
    subject: str
    """What it is about, in words."""
    sentence: str
    family: str
    date: str | None = None
    place: str | None = None
    sides: tuple[DisputeSide, ...] = ()


SiteField = Literal[
    "attacked", "breached", "shelled", "unrest", "escaped", "recaptured", "released", "transferred", "held", "custodian",
    "withdrawn", "seized", "conditions", "warned", "other",
]


class SiteObservation(Record, frozen=True, kw_only=True):
    """What one source says of one site at one time."""

    id: str
    site: str
    field: SiteField
    field_label: str
    factuality: Factuality = "happened"
    factuality_label: str = ""
    date: str | None = None
    low: int | None = None
    high: int | None = None
    quote: str = ""
    """The number or party as written."""
    said_by: tuple[Party, ...] = ()
    outlet: str | None = None
    events: tuple[EventId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    sentence: str = ""
    citations: tuple[Citation, ...] = ()


class SiteLine(Record, frozen=True, kw_only=True):
    """One prison or camp, or a class of them that sources speak of together, with its dated line."""

    id: str
    """`site:sy-hol` for a site of the knowledge files, else `site:said-` and a hash."""
    label: str
    name_ar: str | None = None
    name_en: str | None = None
    kind: Literal["prison", "camp", "other"] = "other"
    kind_label: str = ""
    place: str | None = None
    """Town or district only, never a point."""
    named: bool = True
    """False for a class of sites (`the prisons and camps`)."""
    observations: tuple[SiteObservation, ...] = ()
    """By date, undated last."""
    gaps: tuple[str, ...] = ()
    """Sentences that say what was not found about it."""


class WarningRecord(Record, frozen=True, kw_only=True):
    """A warning or threat, and what the documents tell that came after it."""

    id: ClaimId
    act: Act
    act_label: str
    speaker: Party
    target: Party | None = None
    date: str | None = None
    types: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    outcome: Literal["open", "came_about"] = "open"
    outcome_label: str = ""
    basis: tuple[EventId, ...] = ()
    """Happenings that match it."""
    sentence: str = ""
    outcome_sentence: str = ""
    citations: tuple[Citation, ...] = ()
    outcome_citations: tuple[Citation, ...] = ()


PostureMove = Literal["launched", "suspended", "resumed", "withdrew", "deployed", "took_ground", "agreed"]


class PostureEntry(Record, frozen=True, kw_only=True):
    """One move of a party."""

    event: EventId
    move: PostureMove
    move_label: str
    factuality: Factuality
    factuality_label: str = ""
    date: str | None = None
    place: str | None = None
    said_by: tuple[Party, ...] = ()
    sentence: str = ""
    citations: tuple[Citation, ...] = ()


class Posture(Record, frozen=True, kw_only=True):
    """The moves of one party, by date, undated last."""

    party: Party
    entries: tuple[PostureEntry, ...] = ()


class Request(Record, frozen=True, kw_only=True):
    """Someone asks for an assessment or an action."""

    id: ClaimId
    kind: Literal["assessment", "action"]
    kind_label: str
    speaker: Party
    target: Party | None = None
    date: str | None = None
    sentence: str = ""
    citations: tuple[Citation, ...] = ()


Likelihood = Literal[
    "almost_no_chance", "very_unlikely", "unlikely", "roughly_even", "likely", "very_likely", "almost_certain",
]
Confidence = Literal["low", "moderate", "high"]


class Statement(Record, frozen=True, kw_only=True):
    """One sentence of an assessment, with its kind and what it rests on."""

    id: str
    kind: Literal["information", "assumption", "judgement"]
    topic: str
    """Template that made it: `custody`, `number_dispute`, `not_enough`."""
    text: str
    enough: bool = True
    """False for a result that says there is not enough to judge."""
    likelihood: Likelihood | None = None
    likelihood_label: str = ""
    confidence: Confidence | None = None
    confidence_text: str = ""
    """A sentence of its own, with the reasons; never in one sentence with a likelihood."""
    citations: tuple[Citation, ...] = ()


GapKind = Literal[
    "undated", "unplaced", "single_origin", "one_sided", "no_answer", "unknown_outlet", "unread", "not_enough",
]


class Gap(Record, frozen=True, kw_only=True):
    """What is not known, and matters."""

    kind: GapKind
    kind_label: str
    text: str
    citations: tuple[Citation, ...] = ()


class ReadingSummary(Record, frozen=True, kw_only=True):
    """What was read, counted, and what was not."""

    documents: int
    relevant: int
    set_aside: int
    origins: int
    """Among the relevant documents; copies of one text count once."""
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    first_published: str | None = None
    last_published: str | None = None
    undated: int = 0
    events: int = 0
    claims: int = 0
    sentences: tuple[str, ...] = ()
    """What to print: what was read, what was not, and that absence of reports is not absence of events."""


class Assessment(Record, frozen=True, kw_only=True, tag_field="record", tag="assessment"):
    """A first assessment; every line leads back to words through its citations."""

    language: Literal["ar", "en"]
    question: str | None = None
    now: str | None = None
    summary: ReadingSummary
    documents: tuple[ReadDocument, ...] = ()
    """Read and found relevant; by date, outlet, id."""
    set_aside: tuple[ReadDocument, ...] = ()
    origins: tuple[Origin, ...] = ()
    happenings: tuple[Happening, ...] = ()
    """By date, undated last."""
    groups: tuple[HappeningGroup, ...] = ()
    claims: tuple[ClaimLine, ...] = ()
    matrix: ClaimMatrix
    relations: tuple[ClaimRelation, ...] = ()
    framings: tuple[Framing, ...] = ()
    namings: tuple[Naming, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    sites: tuple[SiteLine, ...] = ()
    warnings: tuple[WarningRecord, ...] = ()
    postures: tuple[Posture, ...] = ()
    requests: tuple[Request, ...] = ()
    judgements: tuple[Statement, ...] = ()
    """Three to seven."""
    assumptions: tuple[Statement, ...] = ()
    gaps: tuple[Gap, ...] = ()
    method: Method
