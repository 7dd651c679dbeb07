# SPDX-License-Identifier: Apache-2.0
"""Who does it and to whom in news of courts, protests, arrests and aid: one rule a test, sentences of our own."""

import pytest

from reading import read_event

CLAUSES = [
    pytest.param("أكدت أنقرة أنها ستعتقل المهربين", "arrest", ["أنقرة"], ["المهربين"], id="a pronoun on that is the subject"),
    pytest.param("أصدرت المحكمة العسكرية اليوم، حكما بالسجن على الجنرال", "trial", ["المحكمة العسكرية"], ["الجنرال"], id="object behind a time and a comma"),
    pytest.param("واصلت القوات التركية، قصفها لمواقع الفصائل", "shelling", ["القوات التركية"], ["مواقع الفصائل"], id="own deed behind a comma"),
    pytest.param("اعتقلت الشرطة المهندس و شقيقه", "arrest", ["الشرطة"], ["المهندس", "شقيقه"], id="and that stands apart"),
]


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), CLAUSES)
def test_clauses(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, event_type)
    assert (event.actor, [words.removeprefix("ل") for words in event.target]) == (actor, target)
