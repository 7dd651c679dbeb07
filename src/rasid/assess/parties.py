# SPDX-License-Identifier: Apache-2.0
"""Who may be shown, and how: known actors by name, officials by role, groups as described, private persons never."""

import re
from typing import Literal

from rasid.assess.backrefs import Backrefs
from rasid.assess.reading import Reading
from rasid.assess.wording import Wording
from rasid.ids import DocumentId, make_id
from rasid.knowledge.assessment import (
    fold_words,
    forms_of,
    gloss,
    is_common_head,
    nation_named,
    phrases,
    state_label,
    state_named,
)
from rasid.knowledge.names import ActorEntry, OutletEntry, SiteEntry, load_actors, load_loaded, load_outlets, load_sites
from rasid.records import Candidate, Claim, Link, Mention, Party, Span

_Shown = Literal["private", "official", "group", "none"]

UNKNOWN = "unknown:"
"""Id of all parties that nothing identifies; it never counts as shared."""

# Below this a candidate is one guess among others, and a party must not be called by a guess.
_SURE = 0.5
# A mention that makes up this share of the words is what the words name; of less, it only qualifies them.
_WHOLE = 0.6
_EDGES = " \t\n،,؛;:.'‘’"
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ('"', '"'))
_PIECES = re.compile(r"\S+")
_BLANKS = re.compile(r"\s+")
_ARTICLE = "ال"
_NOMINATIVE, _GENITIVE = "ون", "ين"
_STATE_BODY = len("actor:tr-")
# A mention opens a description even behind a quotation mark or a clitic.
_NEAR_START = 2
_FOR_THE = "لل"
_FOR = "ل"
# In English the head of a description stands before the first of these.
_ENGLISH_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_BEHIND = re.compile(r"\b(?:of|from|in|for|with|who|that)\b|,")


class Parties:
    """Turns spans into parties, the same way wherever they stand. Keeps what it has worked out."""

    def __init__(self, reading: Reading, wording: Wording) -> None:
        """Work on one set of documents in one language."""
        self._reading = reading
        self._wording = wording
        self._known: dict[tuple[DocumentId, Span], Party] = {}
        self._backrefs: dict[DocumentId, Backrefs] = {}
        self._bodies: dict[str, Party] = {}

    def of(self, document_id: DocumentId, span: Span) -> Party:
        """Return the party that a span names or describes."""
        key = (document_id, span)
        if key not in self._known:
            self._known[key] = self._make(document_id, span)
        return self._known[key]

    def body(self, party: Party) -> Party:
        """Return the known party that an official, a source or a described group speaks out of; itself where none."""
        return self._bodies.get(party.id, party)

    def of_link(self, document_id: DocumentId, link: Link) -> Party:
        """Return the party of one link of a chain."""
        entity = _sure(link.candidates)
        if entity is not None and (name := known_name(entity, self._wording.language)):
            return Party(id=entity, label=name, kind="outlet" if entity.startswith("outlet:") else "known")
        if link.span is not None:
            return self.of(document_id, link.span)
        if link.role == "publisher":
            return self.outlet(document_id)
        return Party(id=UNKNOWN, label=self._wording.label("party/unknown"), kind="unknown")

    def speaker(self, claim: Claim) -> Party:
        """Return the innermost speaker of a claim."""
        if not claim.chain:
            return self.outlet(claim.document_id)
        return self.of_link(claim.document_id, claim.chain[-1])

    def chain(self, claim: Claim) -> tuple[Party, ...]:
        """Return all who pass the claim on, the outlet of the page first, the innermost speaker last."""
        links = tuple(self.of_link(claim.document_id, link) for link in claim.chain)
        if not any(link.role == "publisher" for link in claim.chain):
            links = (self.outlet(claim.document_id), *links)
        return tuple(dict.fromkeys(links))

    def outlet(self, document_id: DocumentId) -> Party:
        """Return the outlet of a document."""
        outlet = self._reading.by_id[document_id].document.outlet
        if not outlet:
            return Party(id="outlet:", label=self._wording.label("party/unnamed_outlet"), kind="outlet")
        if outlet.lstrip("'\" ").startswith("@"):
            # The handle of a private account is a name.
            return Party(id=make_id("account", outlet), label=self._wording.label("party/account"), kind="outlet")
        known = load_outlets().index.look_up(outlet)
        entity = known[0] if known else f"outlet:{outlet}"
        name = known_name(entity, self._wording.language)
        return Party(id=entity, label=name or outlet.removeprefix("outlet:"), kind="outlet")

    def content(self, document_id: DocumentId, span: Span) -> str:
        """Return words of a document as they may be quoted: names of private persons are taken out."""
        text = self._reading.text(document_id)
        pieces: list[str] = []
        at = span.start
        for mention in self._reading.mentions_in(document_id, span):
            if mention.kind != "person" or mention.span.start < at or self._is_public(document_id, mention):
                continue
            pieces += (text[at : mention.span.start], self._wording.label("quotes/person"))
            at = mention.span.end
        pieces.append(text[min(at, span.end) : span.end])
        return _BLANKS.sub(" ", "".join(pieces)).strip()

    def _make(self, document_id: DocumentId, span: Span) -> Party:
        text = self._reading.text(document_id)
        words = clean_words(span.of(text))
        back = self._back(document_id)
        if (behind := _behind_statement(span.of(text))) is not None:
            if span.start + behind == span.end:
                return Party(id=UNKNOWN, label=self._wording.label("party/unknown"), kind="unknown")
            span = Span(span.start + behind, span.end)
            words = clean_words(span.of(text))
        made = self._described(document_id, span, words)
        earlier = back.fuller(span, words) if made.kind != "known" else None
        if earlier is not None:
            party = self.of(document_id, earlier)
            if is_showable(party) or (party.kind == "person" and made.kind in ("person", "unknown")):
                return party
        owner = back.owner(span, words) if made.kind in ("official", "group") else None
        return self._owned(made, self.of(document_id, owner)) if owner is not None else made

    def _back(self, document_id: DocumentId) -> Backrefs:
        if document_id not in self._backrefs:
            self._backrefs[document_id] = Backrefs(self._reading.by_id[document_id])
        return self._backrefs[document_id]

    def _owned(self, party: Party, owner: Party) -> Party:
        body = self.body(owner)
        if not is_showable(body) or body.id in party.id:
            return party
        label = self._wording.phrase("party/of", words=party.label, body=body.label)
        made = Party(id=f"{party.id} {body.id}", label=label, kind=party.kind)
        self._bodies[made.id] = body
        return made

    def _described(self, document_id: DocumentId, span: Span, words: str) -> Party:
        text = self._reading.text(document_id)
        every = list(self._reading.mentions_in(document_id, span))
        loaded = _best([m for m in every if m.loaded], span, ("actor",))
        if loaded is not None and _covers(loaded, span):
            return self._unloaded(loaded, words)
        mentions = [m for m in every if not m.loaded]
        persons = [m for m in mentions if m.kind == "person"]
        actor = _best(mentions, span, ("actor", "outlet", "site"))
        body: Party | None = None
        if actor is not None:
            named = self._named(actor, span, words, persons=bool(persons))
            if named is not None:
                return named
            if not _stands_off(text[span.start : actor.span.start]):
                body = self._entity(actor)
        state = state_named(words) or nation_named(words)
        if state is not None:
            return Party(id=f"state:{state}", label=state_label(state, self._wording.language), kind="known")
        kind = _kind_of(words, span.start, mentions, persons=bool(persons))
        if kind == "private":
            return self._private(document_id, span, words, persons)
        if kind == "official":
            return self._shown(words, "official", body)
        if kind == "group":
            shown = clean_words(self.content(document_id, span)) if persons else _cut(words)
            return self._shown(shown or words, "group", body)
        if persons:
            return self._private(document_id, span, "", persons)
        return Party(id=UNKNOWN, label=self._wording.label("party/unknown"), kind="unknown")

    def _unloaded(self, mention: Mention, words: str) -> Party:
        """Return whom a name that takes sides is used of, by that party's own name; else its words held at arm's length."""
        entity = framed_actor(mention)
        name = known_name(entity, self._wording.language) if entity else None
        if entity is not None and name is not None:
            return Party(id=entity, label=name, kind="known")
        return Party(id=_said(words), label=self._wording.quoted(words), kind="group")

    def _shown(self, words: str, kind: Literal["official", "group"], body: Party | None) -> Party:
        """Return a described party: glossed or in quotation marks where the words are not of the page's language."""
        label = _oblique(words)
        if not _is_in(words, self._wording.language):
            label = gloss(words, self._wording.language) or self._wording.quoted(words)
            if body is not None and label.startswith(self._wording.label("quotes/open")):
                label = self._wording.phrase("party/of", words=label, body=body.label)
        made = Party(id=_said(words), label=label, kind=kind)
        if body is not None:
            self._bodies[made.id] = body
        return made

    def _entity(self, mention: Mention) -> Party | None:
        entity = _sure(mention.candidates)
        name = known_name(entity, self._wording.language) if entity else None
        if entity is None or name is None:
            return None
        return Party(id=entity, label=name, kind="outlet" if entity.startswith("outlet:") else "known")

    def _named(self, mention: Mention, span: Span, words: str, *, persons: bool) -> Party | None:
        made = self._entity(mention)
        if made is None or persons:
            return None
        behind = mention.span.start > span.start + _NEAR_START
        # A minister of a known party, its members or sources close to it speak in that role, not as the party.
        if behind and (_is_part(words) or _stands_off(words)):
            return None
        if phrases("role_heads").opens(words) and not _covers(mention, span):
            return None
        if _covers(mention, span):
            return made
        shown = words if _is_in(words, self._wording.language) else made.label
        return Party(id=made.id, label=shown, kind=made.kind)

    def _private(self, document_id: DocumentId, span: Span, words: str, persons: list[Mention]) -> Party:
        role = _role_words(words) if words else ""
        if persons and words:
            role = clean_words(self._reading.text(document_id)[span.start : max(persons[0].span.start, span.start)]) or role
        label = role or self._wording.label("party/person")
        name = persons[0].span.of(self._reading.text(document_id)) if persons else words
        return Party(id=make_id("person", document_id, *fold_words(name)), label=label, kind="person")

    def _is_public(self, document_id: DocumentId, mention: Mention) -> bool:
        """Return whether a public role stands right before a name."""
        before = self._reading.text(document_id)[max(mention.span.start - 60, 0) : mention.span.start]
        words = fold_words(before)[-6:]
        return any(phrases("role_heads").at(words, index) for index in range(len(words)))


def known_name(entity: str, language: Literal["ar", "en"]) -> str | None:
    """Return the name of an actor, outlet or site of the knowledge files in a language, or None."""
    entry: ActorEntry | OutletEntry | SiteEntry | None = None
    if entity.startswith("actor:"):
        entry = load_actors().get(entity)
    elif entity.startswith("outlet:"):
        entry = load_outlets().get(entity)
    elif entity.startswith("site:"):
        entry = load_sites().get(entity)
    if entry is None:
        return None
    names = (entry.name_ar, entry.name_en) if language == "ar" else (entry.name_en, entry.name_ar)
    return next((name for name in names if name), None)


def framed_actor(mention: Mention) -> str | None:
    """Return the actor that a loaded name is used of; None where it is used of whoever the writer is against."""
    entry = load_loaded().get(_sure(mention.candidates) or "")
    return entry.frames if entry is not None and entry.frames.startswith("actor:") else None


def speaks_for(speaker: Party, party: Party) -> bool:
    """Return whether a speaker is a party itself, or a body of the state that the party is.

    Ids of the bodies of a state begin with its country: `actor:tr-mod`.
    """
    if speaker.id == party.id:
        return True
    state = party.id.removeprefix("state:").lower()
    if party.id.startswith("actor:") and speaker.id.startswith("actor:"):
        # Two bodies of one state: the ministry and the president speak for one side.
        return party.id[:_STATE_BODY] == speaker.id[:_STATE_BODY] and party.id[_STATE_BODY - 1 :][:1] == "-"
    return party.id.startswith("state:") and speaker.id.startswith(f"actor:{state}-")


def is_showable(party: Party) -> bool:
    """Return whether a line of its own may be drawn for a party: not for persons, nor for what is not identified."""
    return party.kind in ("known", "official", "group", "outlet")


def is_number_only(party: Party) -> bool:
    """Return whether a party is named by a number alone (`three`, `about a thousand`), which says on no row who it is."""
    words = fold_words(party.label)
    counted, numbers = phrases("quantity_heads"), phrases("number_words")
    return party.kind == "group" and all(word.isdigit() or counted.at((word,), 0) or numbers.at((word,), 0) for word in words)


def _sure(candidates: tuple[Candidate, ...]) -> str | None:
    best = max(candidates, key=lambda one: (one.score, one.entity), default=None)
    return best.entity if best is not None and best.score >= _SURE else None


def _best(mentions: list[Mention], span: Span, kinds: tuple[str, ...]) -> Mention | None:
    """Return the mention that the span is about: one that is sure, the longest, the first."""
    fitting = [
        m
        for m in mentions
        # A span may be cut short of the whole name (`the Administration` of `the Administration of the north`).
        if m.kind in kinds
        and _sure(m.candidates)
        and (span.holds(m.span) or (m.span.start == span.start and m.span.holds(span)))
    ]
    fitting.sort(key=lambda m: (-(m.span.end - m.span.start), m.span.start, m.id))
    return fitting[0] if fitting else None


def _covers(mention: Mention, span: Span) -> bool:
    return (mention.span.end - mention.span.start) >= _WHOLE * (span.end - span.start)


def _behind_statement(words: str) -> int | None:
    """Return where in some words the owner of a statement begins: `بيان وزارة الداخلية`, `بيان صحفي لهيئة الأركان`.

    None where no statement opens them; their length where it has no owner: what a statement says is said by no statement.
    """
    pieces = list(_PIECES.finditer(words))
    if not pieces or not phrases("statement_heads").at(fold_words(pieces[0].group()), 0):
        return None
    for piece in pieces[1:]:
        folded = fold_words(piece.group())
        if not folded or phrases("statement_links").at(folded, 0):
            continue
        # Of `لهيئة` the owner begins behind the preposition, of `لجنة` at its own letter; `للهيئة` is cleaned as words are.
        is_joined = folded[0].startswith(_FOR) and not folded[0].startswith(_FOR_THE) and not _opens_owner(folded[0])
        return piece.start() + (len(_FOR) if is_joined else 0)
    return len(words)


def _opens_owner(word: str) -> bool:
    """Return whether a folded word is known as it stands: `لجنة`, `لواء`, `لبنان`."""
    heads = (phrases("group_words"), phrases("role_heads"))
    return is_common_head(word) or any(words.at((word,), 0) for words in heads) or state_named(word) is not None


def clean_words(words: str) -> str:
    """Return words in one line, without what is left at their edges of the text around them."""
    words = _BLANKS.sub(" ", words).strip(_EDGES)
    for opening, closing in _PAIRS:
        if words.startswith(opening) and words.endswith(closing) and len(words) > 1:
            words = words[1:-1]
        if words.count(opening) != words.count(closing) or (opening == closing and words.count(opening) % 2):
            words = words.replace(opening, "").replace(closing, "")
    words = _whole(words.strip(_EDGES))
    return f"the {words[4:]}" if words.startswith("The ") else words


def _whole(words: str) -> str:
    """Return words without a preposition at their head and without a participle at their end whose other half was cut off.

    `للنازحين` is `النازحين`, `الجيش الوطني المدعوم` (from Turkey) the National Army.
    """
    pieces = words.split()
    while len(pieces) > 1 and phrases("dangling").opens(pieces[-1]):
        pieces.pop()
    if pieces and pieces[0].startswith(_FOR_THE) and len(pieces[0]) > len(_FOR_THE) + _NEAR_START:
        pieces[0] = f"ال{pieces[0].removeprefix(_FOR_THE)}"
    return " ".join(pieces)


def _is_part(words: str) -> bool:
    return phrases("role_heads").opens(words) or phrases("part_heads").opens(words)


def _stands_off(words: str) -> bool:
    """Return whether some words say that what follows is not the party itself: close to it, backed by it, against it."""
    return phrases("standing_off").is_in(words)


def _is_in(words: str, language: str) -> bool:
    """Return whether some words are written in the script of a language."""
    latin = sum(letter.isascii() for letter in words if letter.isalpha())
    other = sum(not letter.isascii() for letter in words if letter.isalpha())
    return latin >= other if language == "en" else other >= latin


def _oblique(words: str) -> str:
    """Return an Arabic description as it stands behind a preposition: `مسؤولين` for `مسؤولون`."""
    pieces = words.split()
    for index, piece in enumerate(pieces):
        if not piece.endswith(_NOMINATIVE) or len(piece) < len(_NOMINATIVE) + _NEAR_START + 1:
            break
        pieces[index] = piece.removesuffix(_NOMINATIVE) + _GENITIVE
    return " ".join(pieces)


def _cut(words: str) -> str:
    """Return a description without what may be a name: behind a house or family, or behind a counted unknown noun."""
    pieces = words.split()
    if pieces and phrases("owned_heads").opens(pieces[0]):
        return pieces[0]
    folded = fold_words(words)
    if len(folded) != len(pieces) or (folded and folded[0].isascii() and not folded[0].isdigit()):
        return words
    start = 0
    while start < len(folded) and (folded[start].isdigit() or phrases("quantity_heads").at(folded, start)):
        start += 1
    plain = any(
        phrases("group_words").at((form,), 0) or is_common_head(form)
        for word in folded[start:]
        for form in forms_of(word)
    )
    return words if not start or plain else " ".join(pieces[: start + 1])


def _said(words: str) -> str:
    return "said:" + " ".join(fold_words(words))


def _kind_of(words: str, start: int, mentions: list[Mention], *, persons: bool) -> _Shown:
    if phrases("role_heads").opens(words):
        return "official"
    if phrases("private_heads").opens(words):
        # A private role with a name behind it is cut to the role; without one it is a description like any other.
        behind = fold_words(words)[1:]
        return "private" if persons or (behind and not phrases("private_links").at(behind, 0)) else "group"
    if _is_described(words, [m for m in mentions if m.span.start <= start + _NEAR_START]):
        return "group"
    # `Ahmad X, head of the council`: a public role behind a name makes the name one that may be shown.
    return "official" if phrases("role_heads").is_in(words) else "none"


def _is_described(words: str, mentions: list[Mention]) -> bool:
    """Return whether some words describe a group, a body or a thing, and do not merely mention one behind a name."""
    folded = fold_words(_BEHIND.split(words, maxsplit=1)[0])
    start = 0
    while start < len(folded) and (folded[start].isdigit() or phrases("quantity_heads").at(folded, start)):
        start += 1
    groups = phrases("group_words")
    if start and start == len(folded):
        return True  # `hundreds`, `seven others`: a number without a noun names nobody
    if folded and folded[0].isascii():
        # The head of an English description is a common noun in small letters; a name is not.
        last = _ENGLISH_WORD.findall(_BEHIND.split(words, maxsplit=1)[0])
        return any(groups.at(folded, index) for index in range(len(folded))) or bool(last and last[-1].islower())
    opening = folded[start : start + 2]
    if opening and any(groups.at((form, *opening[1:]), 0) or is_common_head(form) for form in forms_of(opening[0])):
        return True
    if opening and (start or nation_named(opening[0]) or all(map(_is_state_word, folded))):
        return True
    opener = min(mentions, key=lambda m: (m.span.start, m.kind, m.id), default=None)
    return opener is not None and opener.kind in ("actor", "site", "weapon", "outlet", "place", "quantity")


def _is_state_word(word: str) -> bool:
    return any(state_named(form) is not None for form in forms_of(word))


def _role_words(words: str) -> str:
    """Return the role at the beginning of a description: its head and the definite adjectives behind it."""
    pieces = words.split()
    kept = pieces[:1]
    for piece in pieces[1:]:
        if not (kept[0].startswith(_ARTICLE) and piece.startswith(_ARTICLE)):
            break
        kept.append(piece)
    return clean_words(" ".join(kept))
