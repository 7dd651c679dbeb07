# SPDX-License-Identifier: Apache-2.0
"""What an actor was on a day: its name then, its side, its role, and whether it was there at all."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from rasid.knowledge.load import read_tsv
from rasid.knowledge.names import load_actors
from rasid.records import Record

DATED_FILE: Final = "actors/dated.tsv"

FactKind = Literal["exists", "name", "side", "part_of", "role"]


class ActorFact(Record, frozen=True, kw_only=True):
    """One thing that held of an actor for a time, with where that is written."""

    actor: str
    """Id: `actor:sdf`."""
    what: FactKind
    value_en: str = ""
    value_ar: str = ""
    party: str = ""
    """Id of the other actor, of a side and of what it is part of."""
    since: str = ""
    """Year, month or day, ISO; empty where open or not known."""
    until: str = ""
    source: str

    def holds(self, day: str) -> bool:
        """Return whether it held on a day (ISO, or a month or a year, of which any part is enough)."""
        return not (self.since and _ends(day) < self.since) and not (self.until and day > _ends(self.until))


class ActorOn(Record, frozen=True, kw_only=True):
    """An actor as it was on one day."""

    there: bool | None
    """Whether there was such a body; None where no file says."""
    names: tuple[ActorFact, ...]
    """Names of that time, where they were others than today's."""
    sides: tuple[str, ...]
    """Ids of the parties that it then stood with: from dated facts, and where there are none from its undated row."""
    facts: tuple[ActorFact, ...]
    """All that held on the day."""


@cache
def dated_facts() -> Mapping[str, tuple[ActorFact, ...]]:
    """Return the facts by actor, in the order of the file.

    Raises:
        KnowledgeError: The file is missing or a row is broken.
    """
    facts: defaultdict[str, list[ActorFact]] = defaultdict(list)
    for row in read_tsv(DATED_FILE):
        actor = f"actor:{row['actor']}"
        facts[actor].append(
            ActorFact(
                actor=actor, what=row["what"], value_en=row["value_en"], value_ar=row["value_ar"],  # type: ignore[arg-type]  # checked by knowledge/check.py
                party=f"actor:{row['party']}" if row["party"] else "", since=row["since"], until=row["until"], source=row["source"],
            )
        )  # fmt: skip
    return {actor: tuple(held) for actor, held in facts.items()}


def actor_on(actor: str, day: str) -> ActorOn:
    """Return what an actor was on a day.

    Args:
        actor: Its id, `actor:sdf`.
        day: ISO day, month or year.

    Raises:
        KeyError: There is no such actor.
    """
    entry = load_actors().get(actor)
    if entry is None:
        raise KeyError(actor)
    facts = dated_facts().get(actor, ())
    held = tuple([fact for fact in facts if fact.holds(day)])
    existence = [fact.holds(day) for fact in facts if fact.what == "exists"]
    dated = any(fact.what == "side" for fact in facts)
    sides = [fact.party for fact in held if fact.what in {"side", "part_of"}]
    undated = () if dated else tuple([side if side.startswith("class:") else f"actor:{side}" for side in entry.sides])
    return ActorOn(
        there=any(existence) if existence else None,
        names=tuple([fact for fact in held if fact.what == "name"]),
        sides=tuple(dict.fromkeys((*sides, *undated))),
        facts=held,
    )


def _ends(day: str) -> str:
    """Return a string that is not before any day of a month or year in the order of letters."""
    return f"{day}-99" if len(day) < len("2019-10-15") else day
