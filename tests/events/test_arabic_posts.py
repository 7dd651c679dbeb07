# SPDX-License-Identifier: Apache-2.0
"""Posts and flashes: news in few words, often without a verb, as they stand on the pages of those who write them."""

import pytest

from reading import read_events

NEWS = [
    pytest.param("قذائف هاون على حي الجميلية في حلب", "shelling", ["حي الجميلية", "حلب"], id="mortar shells on a quarter"),
    pytest.param("صواريخ على بلدة معرة مصرين", "shelling", ["بلدة معرة مصرين"], id="rockets on a town"),
    pytest.param("براميل متفجرة على بلدة كفرزيتا", "air_strike", ["بلدة كفرزيتا"], id="barrel bombs on a town"),
    pytest.param("سقوط أجسام متفجرة في بلدة نوى", "shelling", ["بلدة نوى"], id="bodies that explode fell"),
    pytest.param("سقط جسم حربي في بلدة نوى", "shelling", ["بلدة نوى"], id="a warlike body fell"),
    pytest.param("إحدى القذائف التي سقطت على إدلب أحرقت المخبز", "shelling", ["إدلب"], id="one of the shells that fell"),
    pytest.param("السيارة المستهدفة قرب بلدة سلقين", "armed_attack", ["بلدة سلقين"], id="caption: the car that was hit"),
    pytest.param("الدراجة النارية المستهدفة بطائرة مسيرة قرب بلدة سلقين", "air_strike", ["بلدة سلقين"], id="caption: hit by a drone"),
    pytest.param("الرجل المستهدف من قبل التحالف قرب بلدة سلقين هو قيادي سابق", "armed_attack", ["بلدة سلقين"], id="he who was hit is"),
    pytest.param("الطيران يخرج محطة ضخ المياه الكبرى في بلدة العرشاني عن الخدمة", "destruction", ["بلدة العرشاني"], id="put out of service"),
    pytest.param("القيادي في التنظيم الذي قضى عليه جهاز الاستخبارات في بلدة جرابلس", "armed_attack", ["بلدة جرابلس"], id="whom the service killed"),
    pytest.param("توفي الشاب سامي عبد الكريم الحداد على إثر إصابته في مداهمة على بلدة نوى", "armed_attack", ["بلدة نوى"], id="died of a wound of a raid"),
    pytest.param("Field Desk - مكتب الميدان@field_deskاعتقلت الشرطة العسكرية رجلا في بلدة نوى", "arrest", ["بلدة نوى"], id="glued to an account"),
    pytest.param("الطائرات تقــ .ـصف بلدة نوى", "air_strike", ["بلدة نوى"], id="censored"),
]


@pytest.mark.parametrize(("text", "event_type", "places"), NEWS)
def test_news_in_few_words(text: str, event_type: str, places: list[str]) -> None:
    found = [event for event in read_events(text) if event.type == event_type]
    assert len(found) == 1
    assert all(any(place in given for given in found[0].place) for place in places)


NO_NEWS = [
    pytest.param("مركز دراسات الحرب@warstudies_7تابعونا على صفحتنا", id="the name of an account"),
    pytest.param("صواريخ الدفاع الجوي على الحدود", id="air defence on the border"),
    pytest.param("راجمة صواريخ على ظهر شاحنة", id="a launcher on a lorry"),
    pytest.param("قذائف قديمة في متحف على الكورنيش", id="shells in a museum"),
    pytest.param("سقوط طائرة في بلدة نوى", id="an aircraft fell in a town, which falls to nobody"),
    pytest.param("الفئة المستهدفة من قبل الشركة هي الشباب", id="a target group"),
    pytest.param("السوق المستهدفة من قبل المستثمرين", id="a target market"),
    pytest.param("قال الضابط إن المبنى المستهدف مهجور", id="points back in a sentence that tells something else"),
    pytest.param("يعمل الرجل بائع خضار في بلدة نوى", id="a seller pledges no allegiance"),
]


@pytest.mark.parametrize("text", NO_NEWS)
def test_no_news_in_few_words(text: str) -> None:
    assert read_events(text) == []


def test_what_was_hit_points_back_to_what_was_told() -> None:
    text = "قصفت طائرة مسيرة سيارة قرب بلدة سلقين.\nالسيارة المستهدفة قرب بلدة سلقين"  # a drone bombed a car. The car that was hit
    assert [event.type for event in read_events(text)] == ["air_strike"]
