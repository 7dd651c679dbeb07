# SPDX-License-Identifier: Apache-2.0
"""What the rest of the passage tells of an event: its means, its time, who and where when the sentence itself is silent."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from rasid.events.carriers import EXPLAINING
from rasid.events.means import type_by_means, type_by_passage
from rasid.events.scene import Scene
from rasid.events.thread import Thread
from rasid.events.triggers import Trigger
from rasid.records import Document, Event, Interval, Mention, Span

# A raid of stated means four sentences up still says what `the bombing` is; farther up it is another one as often.
_INHERITED_WITHIN: Final = 2
_BY_MEANS: Final = frozenset({"air_strike", "shelling", "bombing"})
_FROM_AFAR: Final = frozenset({"air_strike", "shelling"})
_BOMBARDMENT: Final = "shelling"
_PLANTED: Final = "bombing"
_GUNMEN_WITHIN: Final = 3
_OPENING: Final = frozenset("\"«“„")
# `من مواليد عام 1993`, `تولد 1990`, `born in 1990`: how old a victim was.
_BIRTH: Final = re.compile(r"(?:مواليد(?:ه|ها)?|تولد|مولود(?:ة)?|\bborn(?: on| in)?)[\s:(]*(?:عام|سنة)?\s*\Z")
_BIRTH_LETTERS: Final = 24
_OPEN_TIMES: Final = frozenset({"duration", "since", "until", "before", "after"})


class Passage:
    """One document while its events are read, sentence after sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.thread = Thread()
        self._types: Counter[str] = Counter()
        self._bombardments = 0
        """How often the passage tells of bombardment without its means."""
        self._last: str | None = None
        self._by_name: dict[str, str] = {}
        """Type of the last event that a noun named, for `الهجوم` that refers to it."""
        self._events: list[Event] = []
        self._time: tuple[Span, Interval] | None = None

    def learn(self, scene: Scene, triggers: Sequence[Trigger]) -> None:
        """Count the attacks whose means a sentence states, before any is read; bombardment of unstated means counts as shelling."""
        for trigger in triggers:
            if trigger.sense.type in _BY_MEANS and not trigger.sense.by_means:
                self._types[trigger.sense.type] += 1
            elif trigger.sense.by_means:
                found = self._stated(scene, trigger)
                if found:
                    self._types[found] += 1
                elif trigger.sense.type == _BOMBARDMENT:
                    self._bombardments += 1

    def _stated(self, scene: Scene, trigger: Trigger) -> str | None:
        return type_by_means(scene.sentence, trigger.start, trigger.end, scene.predicates.get(trigger.head), language=scene.language)

    def type_of(self, scene: Scene, trigger: Trigger) -> str:
        """Return the type of a trigger: its own, or that of the means told near it, in its sentence, in the passage."""
        sense = trigger.sense
        if not sense.by_means:
            if sense.type in _BY_MEANS:
                self._last = sense.type
            return sense.type
        found = self._stated(scene, trigger)
        if found:
            self._last = found
            return found
        if sense.by_stated_means:
            return sense.type
        found = self._named_before(scene, trigger) or (self._bombardment(scene, trigger) if sense.type == _BOMBARDMENT else self._attack(scene, trigger))
        if self._last is None and sense.type != "military_operation":  # the first attack told: later ones point back to it
            self._last = found
        return found

    def _named_before(self, scene: Scene, trigger: Trigger) -> str | None:
        """The type that the same noun had before, for `الهجوم` that points back to it."""
        definite = scene.tokens[trigger.start].word.definite and trigger.kind != "verb"
        return self._by_name.get(scene.tokens[trigger.head].word.key) if definite else None

    def _bombardment(self, scene: Scene, trigger: Trigger) -> str:
        """Bombardment of unstated means is shelling, unless it points back to strikes of another kind."""
        if scene.tokens[trigger.start].word.definite or trigger.kind == "verb":
            last = self._last if self._last in _FROM_AFAR else None
            here = type_by_passage(scene.sentence, language=scene.language) if trigger.kind != "verb" else None
            return last or (here if here in _FROM_AFAR else None) or _BOMBARDMENT
        return _BOMBARDMENT

    def _attack(self, scene: Scene, trigger: Trigger) -> str:
        """An attack of unstated means takes the type that the passage gives it: the last told where it points back, else the only one told."""
        if _by_gunmen(scene, trigger):
            return trigger.sense.type
        head = scene.tokens[trigger.start]
        refers = head.word.definite or trigger.kind == "verb" or trigger.sense.type != "armed_attack"
        # Targeting something is of the kind that was told, unless it is another deed.
        refers = refers or (scene.is_in(head, "reaching_noun") and not _is_only_meant(scene, trigger))
        if refers:
            found = type_by_passage(scene.sentence, language=scene.language) or self._last
            if found:
                return found
            if self._types:
                return max(self._types, key=lambda name: (self._types[name], name))
        if trigger.sense.frame == "explode" and self._types.keys() == {_PLANTED}:
            return _PLANTED  # `انفجارين` in the headline of a passage that tells of bombs alone
        only_bombardment = trigger.sense.frame != "explode" and self._bombardments > 0 and self._types.keys() <= {_BOMBARDMENT}
        return _BOMBARDMENT if only_bombardment else trigger.sense.type

    def note(self, scene: Scene, trigger: Trigger, event_type: str) -> None:
        """Remember what a noun named, so that the same noun with an article names the same kind."""
        is_told = event_type in EXPLAINING and not (trigger.sense.by_means and event_type == "armed_attack")
        if trigger.kind != "verb" and is_told:
            self._by_name[scene.tokens[trigger.head].word.key] = event_type

    def enter(self, scene: Scene) -> None:
        """Note the time that a sentence gives, for those that give none."""
        self.thread.enter(scene)
        for mention in scene.mentions:
            if mention.interval is not None and self._is_when(mention):
                self._time = (mention.span, mention.interval)
                return

    def time_of(self, scene: Scene, trigger: Span) -> tuple[Span | None, Interval | None]:
        """Return the time of an event: the nearest in its sentence, else the last one told, else the day of publication."""
        times = [mention for mention in scene.mentions if self._is_when(mention)]
        nearest: Mention | None = min(times, key=lambda mention: _distance(mention.span, trigger), default=None)
        if nearest is not None:
            return nearest.span, nearest.interval
        if self._time is not None:
            return None, replace(self._time[1], basis="inherited")
        if self.document.published is None:
            return None, None
        day = self.document.published[:10]
        return None, Interval(start=day, end=day, precision=2, basis="published")

    def _is_when(self, mention: Mention) -> bool:
        """Whether something may have happened at a time: not `since` it, and nobody was only born then."""
        if mention.kind != "time" or mention.label in _OPEN_TIMES:
            return False
        return _BIRTH.search(self.document.text, max(0, mention.span.start - _BIRTH_LETTERS), mention.span.start) is None

    def restates(self, event: Event, scene: Scene) -> bool:
        """Return whether an attack pointed out (`هذا الهجوم`), or by which a clause says where or when, is one told before with nothing new beside it."""
        if event.type not in EXPLAINING or event.counts:
            return False
        at = next((i for i, token in enumerate(scene.tokens) if token.span.overlaps(event.trigger)), 0)
        is_new = bool(event.spans("actor") or event.spans("target"))
        refers = _says_where_or_when(scene, at) or (not is_new and _is_pointed_out(scene, at))
        return refers and any(other.type in EXPLAINING and other.factuality == event.factuality for other in self._events)

    def complete(self, event: Event, scene: Scene) -> Event:
        """Return an event with who and where taken over from what it goes on about."""
        self._events.append(event)
        return self.thread.go_on(event, scene)


def _is_pointed_out(scene: Scene, at: int) -> bool:
    """Whether a demonstrative stands before a token, or before the quotation mark that opens on it: `هذا "الهجوم الإرهابي"`."""
    before = at - 2 if at > 1 and scene.tokens[at - 1].word.form in _OPENING else at - 1
    return before >= 0 and scene.tokens[before].kind == "pronoun"


def _says_where_or_when(scene: Scene, at: int) -> bool:
    """Whether a noun with an article only says by its taking place where or when something is: `الحي الذي وقع فيه الانفجار`, `عند حدوث القصف`."""
    tokens = scene.tokens
    if at < 2 or not tokens[at].word.definite or tokens[at].word.enclitic or tokens[at].kind == "verb":  # noqa: PLR2004
        return False
    verb = at - 2 if tokens[at - 1].kind == "particle" else at - 1
    return verb > 0 and scene.is_in(tokens[verb], "took_place") and scene.is_in(tokens[verb - 1], "where_or_when")


def _is_only_meant(scene: Scene, trigger: Trigger) -> bool:
    """Whether a deed is one that somebody tries or threatens, not the one told: `ومحاولة استهداف مركز`, `هدد باستهداف المحققين`."""
    tokens, start = scene.tokens, trigger.start
    return start > 0 and (scene.is_in(tokens[start - 1], "attempt") or ("ب" in tokens[start].word.proclitics and tokens[start - 1].kind == "verb"))


def _by_gunmen(scene: Scene, trigger: Trigger) -> bool:
    """Whether those beside an attack come on foot with rifles: `خلايا التنظيم تستهدف حاجزا` is no strike because the passage tells of strikes."""
    near = scene.tokens[max(0, trigger.start - _GUNMEN_WITHIN) : trigger.end + _GUNMEN_WITHIN]
    return any(scene.is_in(token, "gunmen") or scene.is_in(token, "small_arms") for token in near)


def _distance(span: Span, trigger: Span) -> int:
    return max(span.start - trigger.end, trigger.start - span.end, 0)
