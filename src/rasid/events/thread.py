# SPDX-License-Identifier: Apache-2.0
"""What a passage goes on telling of: an event that names neither who nor where has them from the happening that was told before.

`قصفت قوات النظام بلدة كفرنوران. وأسفر القصف عن مقتل مدني`: `القصف` has its doer and its place from the sentence before. The conditions
were chosen on half of the Arabic development gold and on passages of other outlets; the other half confirmed them.
"""

from typing import Final, NamedTuple

from msgspec.structs import replace

from rasid.events.carriers import EXPLAINING
from rasid.events.scene import Scene
from rasid.events.where.again import Again, find_again, fits, way_of
from rasid.events.where.journeys import MOVES
from rasid.events.where.nesting import is_country, is_one
from rasid.events.where.places import may_be_where
from rasid.events.where.sites_named import Site
from rasid.knowledge.lexemes import word_classes
from rasid.records import Argument, Event, Span, Token

_STRIKES: Final = frozenset({"air_strike", "shelling", "bombing", "armed_attack", "assassination", "execution"})
# Events of one of these are often two namings of one happening: `انفجار` and `الهجوم`, `الاشتباكات` and `العملية`.
_FAMILIES: Final = (
    _STRIKES, frozenset({"battle", "military_operation", "territory_gain"}), frozenset({"protest", "riot", "repression"}), frozenset({"arrest", "abduction"}),
)  # fmt: skip
# What follows on a strike where it fell: the dead, the damage, the rescuers.
_AFTERMATH: Final = frozenset({"casualty", "destruction", "aid"})
# How many sentences on a passage may go on. A definite noun points farther back than a retelling, a word for a place farther still.
_DEFINITE_WITHIN: Final = 2
_RETOLD_WITHIN: Final = 1
_AGAIN_WITHIN: Final = 4
# Sentences of a digest under one place line.
_LINE_WITHIN: Final = 8
_STOOD_FOR: Final = "what a word for a place stands for"
_WAYS: Final = frozenset({"place", "origin", "destination"})


class _Told(NamedTuple):
    """An event that was told, and the first of its places with where it is named."""

    event: Event
    scene: Scene
    place: Argument | None
    home: Scene | None
    site: Site | None


class Thread:
    """The happenings of one document as far as they are told."""

    def __init__(self) -> None:
        self._scenes: list[Scene] = []
        self._told: list[_Told] = []

    def enter(self, scene: Scene) -> None:
        """Note the next sentence, in the order of the text, before any of its events."""
        self._scenes.append(scene)

    def go_on(self, event: Event, scene: Scene) -> Event:
        """Return an event with who and where taken over from what it goes on about.

        Args:
            event: The next event of the document.
            scene: Its sentence, which was entered.
        """
        at = next((i for i, token in enumerate(scene.tokens) if token.span.overlaps(event.trigger)), 0)
        event = self._with_actor(event, scene, at)
        if event.type in MOVES:
            event = self._with_way(event, scene, at)
        if scene.language == "ar" and not any(argument.role in _WAYS for argument in event.arguments) and not any(may_be_where(scene, chain) for chain in scene.chains):
            event = self._with_place(event, scene, at)
        event = self._right_behind(event, scene, at)
        event = self._with_line(event, scene)
        self._note(event, scene)
        return event

    def _right_behind(self, event: Event, scene: Scene, at: int) -> Event:
        """The place that a word right behind a deed stands for, before any place that stands farther off: `اقتحام المدينة من جهة ...`."""
        if scene.language != "ar" or event.type in MOVES or not scene.chains:
            return event
        end = _end_of(event, scene)
        again = find_again(scene, at, end, behind=True)
        if again is None or again.is_any or again.at - end > 1 or (again.at > end and scene.tokens[end].kind != "preposition"):
            return event
        place = self._stood_for(again, event, scene)
        if place is None:
            return event
        return replace(event, arguments=(*(argument for argument in event.arguments if argument.role != "place"), place))

    def _with_line(self, event: Event, scene: Scene) -> Event:
        """The place line above, for a part without a name: of `حلب::` three sentences up for `بالريف الشرقي`."""
        parts = [argument for argument in event.arguments if argument.role == "place" and _is_bare_part(scene, argument.span)]
        if not parts or scene.chains[0].is_line:
            return event
        above = (other.chains[0] for other in reversed(self._scenes[-_LINE_WITHIN:]) if other is not scene and other.chains)
        line = next((chain for chain in above if chain.is_line), None)
        if line is None or is_country(line.sites[0]):
            return event
        site = line.sites[0]
        whole = Argument(role="place", span=site.span, mention=site.mention.id if site.mention else None, reason="place line above")
        return replace(event, arguments=(*event.arguments, whole))

    def _note(self, event: Event, scene: Scene) -> None:
        named = [found for argument in event.arguments if argument.role == "place" for found in [self._named(argument)]]
        exact = (row for row in named if row[1] is None or row[2] is None or not _is_around(row[1], row[2]))
        self._told.append(_Told(event, scene, *next(exact, named[0] if named else (None, None, None))))

    def _named(self, place: Argument) -> tuple[Argument, Scene | None, Site | None]:
        """A place with the sentence and the name that it was read from."""
        named = ((place, other, site) for other in reversed(self._scenes) for site in other.named_places if site.span == place.span)
        return next(named, (place, None, None))

    def _with_actor(self, event: Event, scene: Scene, at: int) -> Event:
        """The doers of the last event of its type: named again, told of in the same breath, or pointed back to by a definite noun."""
        if event.type not in EXPLAINING or event.spans("actor"):
            return event
        earlier = next((told for told in reversed(self._told) if told.event.type == event.type), None)
        if earlier is None or event.sentence - earlier.event.sentence > _DEFINITE_WITHIN:
            return event
        doers = [argument for argument in earlier.event.arguments if argument.role == "actor"]
        again = [found for doer in doers if (found := _named_again(earlier.scene, doer, event, scene)) is not None]
        if earlier.event.sentence == event.sentence:
            doers = doers if self._is_one_breath(event, earlier.event, scene, at) else []
        elif again:
            doers = again
        elif not _is_definite(scene.tokens[at]) or event.telling == "general" or _is_of_another_time(scene):
            doers = []
        return replace(event, arguments=(*event.arguments, *(replace(doer, reason="who did what the passage goes on about") for doer in doers)))

    def _is_one_breath(self, event: Event, earlier: Event, scene: Scene, at: int) -> bool:
        """Whether a noun tells of one more deed of the same doers in the same stretch of a sentence: `قصفت ... بلدة، تلاه قصف على قرية`."""
        if scene.language != "ar" or event.type == "battle" or scene.tokens[at].kind == "verb":
            return False
        numbers = scene.segments
        return any(numbers[i] == numbers[at] for i, token in enumerate(scene.tokens) if token.span.overlaps(earlier.trigger))

    def _with_way(self, event: Event, scene: Scene, at: int) -> Event:
        """Where a movement comes from and goes to, where a word stands for a place named before: `نزوح الأهالي من البلدة`, `غادروا المدينة`."""
        again = find_again(scene, at, _end_of(event, scene), behind=True)
        role = way_of(scene, at, again) if again is not None else ""
        if again is None or not role or event.spans(role):
            return event
        place = self._stood_for(again, event, scene)
        return event if place is None else replace(event, arguments=(*event.arguments, replace(place, role=role)))

    def _with_place(self, event: Event, scene: Scene, at: int) -> Event:
        """The place that a word like `البلدة` stands for, else that of the happening that the event is told again of."""
        again = find_again(scene, at, _end_of(event, scene))
        place = self._stood_for(again, event, scene) if again is not None else None
        place = place or self._place_of_same(event, scene, scene.tokens[at])
        return event if place is None else replace(event, arguments=(*event.arguments, place))

    def _stood_for(self, again: Again, event: Event, scene: Scene) -> Argument | None:
        """What a word for a place stands for: a name before it in its sentence, else where something happened, else any name that fits."""
        here = None if again.is_any else self._names_before(scene, again, within=0)
        return here or self._told_where(again, event, scene) or self._names_before(scene, again, within=_AGAIN_WITHIN)

    def _told_where(self, again: Again, event: Event, scene: Scene) -> Argument | None:
        """The last place of an event that a word may stand for."""
        for told in reversed(self._told):
            gap = event.sentence - told.event.sentence
            if gap > _AGAIN_WITHIN:
                return None
            if told.place is None or told.site is None or told.place.span.end > scene.tokens[again.at].span.start:
                continue
            if fits(again, told.site) or (again.is_any and gap <= 1):
                return replace(told.place, reason=_STOOD_FOR)
        return None

    def _names_before(self, scene: Scene, again: Again, *, within: int) -> Argument | None:
        """The nearest name before a word that it may stand for, in so many sentences before its own."""
        for other in reversed(self._scenes):
            if scene.sentence.index - other.sentence.index > within:
                return None
            for site in reversed(other.named_places):
                if (other is not scene or site.start < again.at) and fits(again, site):
                    return Argument(role="place", span=site.span, mention=site.mention.id if site.mention else None, reason=_STOOD_FOR)
        return None

    def _place_of_same(self, event: Event, scene: Scene, trigger: Token) -> Argument | None:
        """Where the happening was that an event tells of once more, named as it was named last."""
        if event.telling == "general" or _is_of_another_time(scene):
            return None
        for told in reversed(self._told):
            gap = event.sentence - told.event.sentence
            if gap > _DEFINITE_WITHIN:
                return None
            if gap and told.place is not None and told.event.telling != "general" and _is_same(event, trigger, told.event):
                return replace(told.place, span=self._last_naming(told, told.place.span, scene), reason="where what the passage goes on about was")
        return None

    def _last_naming(self, told: _Told, first: Span, scene: Scene) -> Span:
        """Where the place of an event is named last before a sentence."""
        if told.home is None or told.site is None:
            return first
        span = first
        for other in self._scenes:
            if told.home.sentence.index <= other.sentence.index < scene.sentence.index:
                named = (site.span for site in other.named_places if site.span.start > span.start and is_one(told.home.tokens, told.site, other.tokens, site))
                span = next(named, span)
        return span


def _is_bare_part(scene: Scene, span: Span) -> bool:
    """Whether a place is a part told without what it is a part of: `الريف الشرقي`."""
    return scene.language == "ar" and any(
        site.span == span and site.mention is None and scene.is_in(scene.tokens[site.start], "around_word") and scene.tokens[site.start].word.definite
        for site in scene.named_places
    )


def _end_of(event: Event, scene: Scene) -> int:
    """Token index behind the last word of a trigger."""
    return next((i for i, token in enumerate(scene.tokens) if token.span.start >= event.trigger.end), len(scene.tokens))


def _is_around(scene: Scene, site: Site) -> bool:
    """Whether a name is that of what holds a place rather than of the place: `ريف حلب`, `محافظة إدلب`, a country."""
    nameless = site.mention is None and scene.tokens[site.start].word.definite  # `الأحياء الشمالية`
    return nameless or site.kind in word_classes(scene.language).get("around_word", frozenset()) or is_country(site)


def _is_definite(trigger: Token) -> bool:
    return trigger.word.definite and trigger.kind != "verb"


def _is_of_another_time(scene: Scene) -> bool:
    """Whether a sentence dates what it tells or goes back in time: `وكانت البلدة شهدت قصفا الأسبوع الماضي`."""
    return scene.language == "ar" and (scene.tokens[0].word.lemma == "كان" or any(mention.kind == "time" for mention in scene.mentions))


def _named_again(home: Scene, doer: Argument, event: Event, scene: Scene) -> Argument | None:
    """The doer of an earlier event where the sentence of an event names them before it: `"قسد"` again, `التنظيم` for `تنظيم الدولة`."""
    if scene.language != "ar" or scene is home:
        return None
    known = _sides(home, doer.span)
    head = next((token.word.key for token in home.tokens if token.span.overlaps(doer.span)), "")
    for phrase in reversed(scene.sentence.phrases):
        if phrase.span.start > event.trigger.start or phrase.preposition or any(phrase.span.overlaps(argument.span) for argument in event.arguments):
            continue
        alone = phrase.end - phrase.start == 1 and scene.tokens[phrase.head].word.definite and scene.tokens[phrase.head].word.key == head
        if alone or known & _sides(scene, phrase.span):
            return replace(doer, span=phrase.span)
    return None


def _sides(scene: Scene, span: Span) -> set[str]:
    """The known sides that a stretch of text names."""
    return {candidate.entity for mention in scene.actors if mention.span.overlaps(span) for candidate in mention.candidates}


def _is_same(event: Event, trigger: Token, other: Event) -> bool:
    """Whether an event may be told once more: of the same type, a definite noun for one of its kind, or what follows on a strike."""
    gap = event.sentence - other.sentence
    if event.type == other.type:
        return gap <= (_DEFINITE_WITHIN if _is_definite(trigger) else _RETOLD_WITHIN)
    if event.type in _AFTERMATH:
        return other.type in _STRIKES and gap <= _RETOLD_WITHIN and event.telling != "background"
    return _is_definite(trigger) and any({event.type, other.type} <= family for family in _FAMILIES)
