# SPDX-License-Identifier: Apache-2.0
"""Whom a name stands for, and what an actor was on a day."""

import pytest

from rasid.knowledge.dated import ActorFact, actor_on, dated_facts
from rasid.knowledge.finding import find_actors, find_outlets
from rasid.knowledge.names import load_actors, load_outlets


def ids(name: str) -> list[str]:
    return [found.id for found in find_actors(name)]


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("قسد", "actor:sdf"),
        ("SDF", "actor:sdf"),
        ("قوات سوريا الديموقراطيه", "actor:sdf"),
        ("الحشد الشعبي", "actor:pmf"),
        ("Hashd al-Shaabi", "actor:pmf"),
        ("Peshmerga", "actor:peshmerga"),
        ("البيشمركة", "actor:peshmerga"),
        ("حركة العدل والمساواة", "actor:sd-jem"),
        ("فيلق أفريقيا الروسي", "actor:africa-corps"),
        ("المجلس الرئاسي الليبي", "actor:ly-pc"),
        ("كتيبة جنين", "actor:ps-jenin"),
        ("Awli al-Baas", "actor:sy-awli-bas"),
    ],
)
def test_names_in_both_scripts(name: str, actor: str) -> None:
    assert ids(name)[0] == actor


def test_a_loaded_name_leads_to_whom_it_is_thrown_at_and_says_so() -> None:
    found = find_actors("الاحتلال التركي")[0]
    assert found.id == "actor:tsk"
    assert found.frames == "loaded:turkish-occupation for actor:tsk"


def test_a_word_of_a_name_gives_those_that_have_it() -> None:
    assert {"actor:jaish-islam", "actor:jaish-izza"} <= set(ids("جيش"))


def test_an_unknown_name_gives_none() -> None:
    assert ids("qwrtp zxcv") == []


@pytest.mark.parametrize(("name", "outlet"), [("الجزيرة", "outlet:aljazeera.net"), ("https://www.sana.sy/en", "outlet:sana.sy"), ("Anadolu", "outlet:aa.com.tr"), ("وكالة هاوار", "outlet:hawarnews.com")])
def test_outlets_by_name_and_domain(name: str, outlet: str) -> None:
    assert find_outlets(name)[0].id == outlet


def test_what_an_outlet_is_held_to_be_has_a_source() -> None:
    outlets = [load_outlets().get(entity) for entity in load_outlets()]
    assert all(outlet.source for outlet in outlets if outlet is not None and outlet.affiliation)


def test_outlets_of_one_owner_are_one_family() -> None:
    families = {name: (outlet := load_outlets().get(f"outlet:{name}")) and outlet.family for name in ("syria.tv", "almodon.com", "afp.com", "enabbaladi.net")}
    assert families == {"syria.tv": "fadaat", "almodon.com": "fadaat", "afp.com": "afp.com", "enabbaladi.net": ""}


@pytest.mark.parametrize(
    ("actor", "day", "there"),
    [
        ("actor:hts", "2016-12-31", False),
        ("actor:hts", "2020", True),
        ("actor:hts", "2025-01-29", True),
        ("actor:hts", "2025-03", False),
        ("actor:gna", "2016-06-01", True),
        ("actor:gnu", "2016-06-01", False),
        ("actor:un", "2016-06-01", None),
    ],
)
def test_whether_it_was_there(actor: str, day: str, there: bool | None) -> None:
    assert actor_on(actor, day).there is there


def test_sides_change_with_the_day() -> None:
    assert actor_on("actor:saa", "2024-11-30").sides == ("actor:sy-assad",)
    assert actor_on("actor:saa", "2025-06-01").sides == ("actor:sy-gov",)
    assert actor_on("actor:rsf", "2022-01-01").sides == ("actor:saf-sd",)
    assert actor_on("actor:rsf", "2024-01-01").sides == ()
    assert actor_on("actor:ypg", "2019-01-01").sides == ("actor:aanes",), "an undated side stands where no dated one does"


def test_names_of_a_time() -> None:
    assert [fact.value_en for fact in actor_on("actor:isis", "2013-12").names] == ["Islamic State of Iraq and the Levant"]
    assert [fact.value_en for fact in actor_on("actor:nusra", "2016-10-01").names] == ["Jabhat Fatah al-Sham"]


def test_no_actor_no_answer() -> None:
    with pytest.raises(KeyError):
        actor_on("actor:nobody", "2020")


@pytest.mark.parametrize(
    ("since", "until", "day", "holds"),
    [
        ("2015-10", "", "2015-10-11", True), ("2015-10", "", "2015-09-30", False), ("", "2019", "2019-12-31", True),
        ("", "2019", "2020-01-01", False), ("2017-01-28", "2025-01-29", "2017", True), ("2017-01-28", "", "2016", False),
    ],
)  # fmt: skip
def test_a_fact_holds_for_any_part_of_a_month_or_year(since: str, until: str, day: str, holds: bool) -> None:
    assert ActorFact(actor="actor:x", what="exists", since=since, until=until, source="s").holds(day) is holds


def test_every_fact_has_a_source_and_an_actor() -> None:
    for actor, facts in dated_facts().items():
        assert actor in load_actors()
        assert all(fact.source and (fact.since or fact.until) for fact in facts)


def test_every_name_of_a_time_leads_to_its_actor() -> None:
    dated = [(name, fact.actor) for facts in dated_facts().values() for fact in facts if fact.what == "name" for name in (fact.value_ar, fact.value_en)]
    assert [name for name, actor in dated if actor not in ids(name)] == []


def test_whatever_holds_of_an_actor_holds_while_it_is_there() -> None:
    """A role, side or name on a day when there was no such body is an error in one of the two rows."""
    facts = [fact for held in dated_facts().values() for fact in held if fact.what != "exists" and fact.since]
    assert [fact for fact in facts if actor_on(fact.actor, fact.since).there is False] == []


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("وكالة صفا", "outlet:safa.ps"),
        ("القناة 12 العبرية", "outlet:mako.co.il"),
        ("دارفور 24", "outlet:darfur24.com"),
        ("صحيفة الوطن السعودية", "outlet:alwatan.com.sa"),
        ("L'Orient Today", "outlet:lorientlejour.com"),
        ("CNN-IBN", "outlet:news18.com"),
        ("Radio France Internationale", "outlet:rfi.fr"),
    ],
)
def test_outlets_of_the_region(name: str, outlet: str) -> None:
    assert find_outlets(name)[0].id == outlet
