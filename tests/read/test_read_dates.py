# SPDX-License-Identifier: Apache-2.0
"""Dates are read where one reading is possible, and else left alone."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.read.dates import normalise_date
from strategies import any_texts, arabic_texts


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019-10-24", "2019-10-24"),
        ("2019-10-24T10:00:00Z", "2019-10-24T10:00:00Z"),
        ("2019-10-24T10:00:00+03:00", "2019-10-24T10:00:00+03:00"),
        ("2019-10-24 10:00:00.123456", "2019-10-24T10:00:00"),
        ("2019-10-24 10:00:00 UTC", "2019-10-24T10:00:00Z"),
        ("2019-10-24T10:00+0300", "2019-10-24T10:00:00+03:00"),
        ("20191024", "2019-10-24"),
        ("2019/10/24", "2019-10-24"),
        ("24/10/2019", "2019-10-24"),
        ("24.10.2019", "2019-10-24"),
        ("10/24/2019", "2019-10-24"),
        ("03/03/2019", "2019-03-03"),
        ("٢٤/١٠/٢٠١٩", "2019-10-24"),
        ("\u200f24/10/2019\u200f", "2019-10-24"),
        ("24 أكتوبر 2019", "2019-10-24"),
        ("24 اكتوبر 2019", "2019-10-24"),
        ("24 تشرين الأول 2019", "2019-10-24"),
        ("24 تشرين الأول/أكتوبر 2019", "2019-10-24"),
        ("24 تموز (يوليو) 2019", "2019-07-24"),
        ("الخميس، 24 أكتوبر 2019", "2019-10-24"),
        ("الخميس 24 أكتوبر، 2019", "2019-10-24"),
        ("٢٤ كانون الثاني ٢٠١٩", "2019-01-24"),
        ("3 جوان 2019", "2019-06-03"),
        ("24 October 2019", "2019-10-24"),
        ("October 24, 2019", "2019-10-24"),
        ("Oct. 24, 2019", "2019-10-24"),
        ("Thursday, October 24th, 2019", "2019-10-24"),
        ("24-Oct-2019", "2019-10-24"),
        ("Thu, 24 Oct 2019 10:00:00 GMT", "2019-10-24T10:00:00Z"),
        ("Thu, 24 Oct 2019 10:00:00 +0300", "2019-10-24T10:00:00+03:00"),
    ],
)
def test_reads(written: str, expected: str) -> None:
    assert normalise_date(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("03/04/2019", id="two orders"),
        pytest.param("24/10/19", id="two digits of year"),
        pytest.param("2019", id="year alone"),
        pytest.param("2019-10", id="month alone"),
        pytest.param("2019-13-01", id="month 13"),
        pytest.param("30 February 2019", id="day that is not"),
        pytest.param("1441-02-25", id="Hijri in numbers"),
        pytest.param("25 صفر 1441", id="Hijri by name"),
        pytest.param("1571911200", id="seconds since 1970"),
        pytest.param("24 تشرين الأول/نوفمبر 2019", id="names of two months"),
        pytest.param("أمس", id="yesterday"),
        pytest.param("2019-10-24T10:00:00+99:00", id="zone that is not"),
        pytest.param("", id="nothing"),
        pytest.param("9" * 5000, id="long number"),
    ],
)
def test_does_not_guess(written: str) -> None:
    assert normalise_date(written) is None


@given(
    any_texts(max_size=60) | arabic_texts(max_size=4) | st.dates().map(str) | st.text("0123456789-/.: TZ+", max_size=25)
)
def test_gives_iso_or_nothing(written: str) -> None:
    found = normalise_date(written)
    if found is not None:
        datetime.fromisoformat(found)


@given(st.datetimes(timezones=st.timezones()) | st.datetimes())
def test_is_idempotent(moment: datetime) -> None:
    once = normalise_date(moment.isoformat())
    assert once is None or normalise_date(once) == once
