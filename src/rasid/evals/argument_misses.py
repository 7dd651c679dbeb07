# SPDX-License-Identifier: Apache-2.0
"""Arguments and numbers of found events that were missed or found falsely, and why."""

from collections.abc import Iterator, Sequence
from typing import Final

from rasid.annotations import AnnotatedCount, AnnotatedDocument, AnnotatedEvent, Range
from rasid.evals.analysis import Analysis, as_range, phrases_in, tokens_in
from rasid.evals.matching import HALF, count_worth, overlap, pair_off, span_worth
from rasid.evals.metrics import ROLES, ScoredRole, spans_of
from rasid.evals.miss import Miss, MissKind, around_at, words_at
from rasid.events.relations import carrying_verb
from rasid.events.scene import Scene
from rasid.events.trace import Relation, relations_of
from rasid.events.triggers import Trigger
from rasid.records import Event

_MISSED: Final[dict[ScoredRole, MissKind]] = {
    "actor": "missed actor", "target": "missed target", "place": "missed place", "origin": "missed origin", "destination": "missed destination",
}  # fmt: skip
_FALSE: Final[dict[ScoredRole, MissKind]] = {
    "actor": "false actor", "target": "false target", "place": "false place", "origin": "false origin", "destination": "false destination",
}  # fmt: skip
_BY_NAME: Final = frozenset({"place", "origin", "destination"})
Cause = tuple[str, str]
"""A cause and its detail."""


class ArgumentMisses:
    """The arguments and numbers of one document, while the causes are looked up; see `EventMisses` for the arguments."""

    def __init__(
        self, gold: AnnotatedDocument, predicted: Sequence[AnnotatedEvent], pairs: Sequence[tuple[int, int]], analysis: Analysis | None
    ) -> None:
        self.gold = gold
        self.predicted = predicted
        self.pairs = pairs
        self.analysis = analysis

    def __iter__(self) -> Iterator[Miss]:
        """Yield what is wrong with the arguments of found events, then what only follows from missed and false events."""
        for left, right in self.pairs:
            yield from _PairMisses(self, self.gold.events[left], right)
        found, used = {left for left, _ in self.pairs}, {right for _, right in self.pairs}
        for number, event in enumerate(self.gold.events):
            if number not in found:
                yield from self._following(event, _MISSED, "missed count")
        for number, event in enumerate(self.predicted):
            if number not in used:
                yield from self._following(event, _FALSE, "false count")

    def _following(self, event: AnnotatedEvent, kinds: dict[ScoredRole, MissKind], count_kind: MissKind) -> Iterator[Miss]:
        cause = "its event was missed" if count_kind == "missed count" else "its event is false"
        for role in ROLES:
            for span in spans_of(event, role):
                yield self.miss(kinds[role], cause, event, span, follows=True)
        for count in event.counts:
            yield self.miss(count_kind, cause, event, count.span, follows=True)

    def miss(self, kind: MissKind, cause: str, event: AnnotatedEvent, span: Range | None, *, detail: str = "", instead: str = "", follows: bool = False) -> Miss:
        """Return one miss at a range of the text."""
        text = self.gold.text
        return Miss(
            document=self.gold.id, kind=kind, cause=cause, label=event.type, trigger=words_at(text, event.trigger), words=words_at(text, span), instead=instead, detail=detail,
            around=around_at(text, span), follows=follows,
        )  # fmt: skip


class _PairMisses:
    """One found event."""

    def __init__(self, misses: ArgumentMisses, gold: AnnotatedEvent, number: int) -> None:
        self._all = misses
        self._gold = gold
        self._other = misses.predicted[number]
        self._text = misses.gold.text
        self._event: Event | None = None
        self._scene: Scene | None = None
        self._trigger: Trigger | None = None
        if misses.analysis is not None:
            self._event = misses.analysis.coded.events[number]
            self._scene, self._trigger = misses.analysis.reading.trigger_of(self._event)

    def __iter__(self) -> Iterator[Miss]:
        for role in ROLES:
            yield from self._role(role)
        yield from self._counts()

    def _role(self, role: ScoredRole) -> Iterator[Miss]:
        gold, found = spans_of(self._gold, role), spans_of(self._other, role)
        pairs = pair_off(gold, found, span_worth)
        left, right = {one for one, _ in pairs}, {one for _, one in pairs}
        for number, span in enumerate(gold):
            if number not in left:
                cause, detail = self._why_missed(role, span)
                instead = "; ".join(words_at(self._text, one) for number, one in enumerate(found) if number not in right)
                yield self._all.miss(_MISSED[role], cause, self._gold, span, detail=detail, instead=instead)
        for number, span in enumerate(found):
            # Right words in the wrong role are told once, where they are missed.
            if number not in right and self._role_of(span, self._gold, but=role) is None:
                cause = self._why_false(role, span)
                yield self._all.miss(_FALSE[role], cause, self._gold, span, detail=self._reason(role, span))

    @staticmethod
    def _role_of(span: Range, event: AnnotatedEvent, *, but: ScoredRole) -> ScoredRole | None:
        return next((role for role in ROLES if role != but and any(span_worth(span, other) for other in spans_of(event, role))), None)

    def _reason(self, role: str, span: Range) -> str:
        """Why the coder put a span in a role."""
        if self._event is None:
            return ""
        return next((one.reason for one in self._event.arguments if one.role == role and as_range(one.span) == span), "")

    # --- missed

    def _why_missed(self, role: ScoredRole, span: Range) -> Cause:
        other = self._role_of(span, self._other, but=role)
        if other is not None:
            taken = next(one for one in spans_of(self._other, other) if span_worth(span, one))
            return f"right words, read as {other}", self._reason(other, taken)
        own = [one for one in spans_of(self._other, role) if overlap(span, one) > 0]
        if own:
            whole = any(overlap(span, one) >= HALF for one in own)
            return ("one span holds it and another one" if whole else "span cut short or shifted"), self._reason(role, own[0])
        if self._scene is None or self._trigger is None:
            return "not found", ""
        tokens = tokens_in(self._scene, span)
        if not tokens:
            before = span[0] < self._scene.sentence.span.start
            return ("in a sentence before" if before else "in a sentence behind"), ""
        if role in _BY_NAME and not any(overlap(span, as_range(site.span)) > 0 for site in self._scene.named_places):
            known = any(one.kind in {"place", "site"} and overlap(span, as_range(one.span)) > 0 for one in self._scene.mentions)
            return ("known name, not taken for a place here" if known else "name of a place that is not known"), words_at(self._text, span)
        found = self._relation(self._scene, self._trigger, tokens, role)
        if role != "place":
            return found
        instead = "another one was taken" if spans_of(self._other, role) else "none was taken"
        return f"known place, {instead}", found[0] + (f": {found[1]}" if found[1] else "")

    def _relation(self, scene: Scene, trigger: Trigger, tokens: Sequence[int], role: ScoredRole) -> Cause:
        """Where the words stand in the analysis of the sentence, seen from the trigger."""
        phrases = phrases_in(scene, tokens)
        if not phrases:
            return "no phrase at these words", "+".join(scene.tokens[i].kind for i in tokens[:3])
        relations = list(relations_of(scene.sentence, tokens))
        own = next((one for one in relations if one.predicate.head == trigger.head), None)
        if own is not None:
            return "depends on the trigger, and got no role", own.name
        carrier = carrying_verb(scene, trigger)
        carried = next((one for one in relations if carrier is not None and one.predicate.head == carrier.head), None)
        if carried is not None:
            return "depends on the verb that carries the trigger", _of(scene, carried)
        if any(phrase.start <= trigger.head < phrase.end for phrase in phrases):
            return "in the phrase of the trigger itself", "+".join(scene.tokens[i].kind for i in tokens[:3])
        if self._hides_subject(scene, trigger) and role == "actor" and any(one.name == "subject" for one in relations):
            return "hidden subject: told as the subject of another verb", _of(scene, next(one for one in relations if one.name == "subject"))
        if scene.tokens[trigger.end - 1].word.enclitic:
            return "a pronoun at the trigger stands for it", _of(scene, relations[0]) if relations else ""
        if relations:
            return "depends on another predicate", _elsewhere(min(relations, key=lambda one: abs(one.predicate.head - trigger.head)), scene, trigger)
        if phrases[0].head not in tokens:
            return "inside a longer phrase", ""
        return "a phrase that depends on nothing", f"behind {phrases[0].preposition}" if phrases[0].preposition else "bare"

    @staticmethod
    def _hides_subject(scene: Scene, trigger: Trigger) -> bool:
        predicate = scene.predicates.get(trigger.head)
        return predicate is not None and predicate.form == "verb" and not predicate.subject

    # --- false

    def _why_false(self, role: ScoredRole, span: Range) -> str:
        own = spans_of(self._gold, role)
        if any(overlap(span, one) >= HALF for one in own):
            return "found twice"
        if any(overlap(span, one) > 0 for one in own):
            return "span cut short or shifted"
        if self._reason(role, span).startswith("inherited"):
            return "inherited from another event, and not its own"
        for event in self._all.gold.events:
            if event is not self._gold and any(span_worth(span, one) for one in spans_of(event, role)):
                return "argument of another event"
        return "another one is right" if own else "the event has none"

    # --- numbers

    def _counts(self) -> Iterator[Miss]:
        gold, found = self._gold.counts, self._other.counts
        pairs = pair_off(gold, found, count_worth)
        left, right = {one for one, _ in pairs}, {one for _, one in pairs}
        spare = [count for number, count in enumerate(found) if number not in right]
        explaining: set[int] = set()
        for number, count in enumerate(gold):
            if number in left:
                continue
            at = next((k for k, other in enumerate(spare) if overlap(count.span, other.span) > 0), None)
            if at is not None:
                explaining.add(at)
            cause, detail = self._why_uncounted(count, spare[at] if at is not None else None)
            instead = _number(spare[at]) if at is not None else ""
            yield self._all.miss("missed count", cause, self._gold, count.span, detail=detail, instead=instead)
        for k, count in enumerate(spare):
            if k not in explaining:
                yield self._all.miss("false count", self._why_false_count(count), self._gold, count.span, detail=_number(count))

    def _why_uncounted(self, count: AnnotatedCount, instead: AnnotatedCount | None) -> Cause:
        if instead is not None:
            if count.low == instead.low:
                return "right number, wrong kind", f"{count.what} read as {instead.what}"
            return "number of the same words read otherwise", f"{_number(count)}, read as {_number(instead)}"
        if any(overlap(count.span, other.span) > 0 for event in self._all.predicted for other in event.counts):
            return "given to another event", count.what
        if self._scene is None or count.span is None:
            return "not found", count.what
        if not tokens_in(self._scene, count.span):
            return "in another sentence", count.what
        read = [one for one in self._scene.mentions if one.kind == "quantity" and overlap(count.span, as_range(one.span)) > 0]
        if not read:
            return ("one that no number tells (a lone noun)" if count.low == 1 else "number was not read"), words_at(self._text, count.span)
        if all(one.low != count.low for one in read):
            return "number was misread", f"{_number(count)}, read as {read[0].low}"
        inside = any(overlap(count.span, span) > 0 for role in ROLES for span in spans_of(self._other, role))
        return ("number read, in an argument, not counted" if inside else "number read, its words are no argument"), count.what

    def _why_false_count(self, count: AnnotatedCount) -> str:
        if any(overlap(count.span, other.span) > 0 for other in self._gold.counts):
            return "found twice"
        if any(overlap(count.span, other.span) > 0 for event in self._all.gold.events for other in event.counts):
            return "number of another event"
        return "no number in the gold"


def _elsewhere(relation: Relation, scene: Scene, trigger: Trigger) -> str:
    """What the predicate that has an argument is to the trigger that lacks it."""
    predicate = relation.predicate
    own = scene.predicates.get(trigger.head)
    form = "verb" if predicate.form == "verb" else "noun"
    where = "before" if predicate.head < trigger.head else "behind"
    clause = ", in its clause" if own is not None and own.clause == predicate.clause else ""
    return f"{relation.name} of a {form} {where} the trigger{clause}"


def _of(scene: Scene, relation: Relation) -> str:
    token = scene.tokens[relation.predicate.head]
    return f"{relation.name} of {(token.word.verb if token.kind == 'verb' else '') or token.word.lemma or token.word.form}"


def _number(count: AnnotatedCount) -> str:
    high = "" if count.high == count.low else f"-{'more' if count.high is None else count.high}"
    return f"{count.what} {count.low}{high}"
