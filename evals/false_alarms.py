# SPDX-License-Identifier: Apache-2.0
"""How often news that is not about conflict gives events all the same: `python evals/false_alarms.py [--json] [--show N] [--half A|B] [--most 3.0]`.

Three files of `data/articles/` are coded: general news that holds no word of conflict (`ar_general`, those with conflict
score 0), satire, which is news in form only (`ar_satire`), and as the counter-weight news of conflict (`ar_conflict`): a
coder that says nothing raises no false alarm, so the share there must not fall. Of each file the thousand articles are
taken whose SHA-256 of the id is smallest: a fixed choice that follows no order of the file.

The share counted is that of articles with any event of violence (the family below), and with any event at all. Neither
is a rate of errors: a murder among the general news is an event of violence, rightly coded, and diplomacy is no violence.
Articles fall in two halves by the CRC-32 of their id (even is A). Rules are written from half A only, so `--show` prints
sentences of half A unless told otherwise; B tells whether the rules hold on what nobody read.
"""

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from zlib import crc32

import msgspec

from rasid.languages import get_language
from rasid.pipeline import code_document
from rasid.read import read_text
from rasid.records import Event, Span

SHARED: Final = Path(os.environ.get("RASID_SHARED", Path(__file__).parent.parent.parent / "shared"))
FILES: Final = ("ar_general", "ar_satire", "ar_conflict")
VIOLENCE: Final = frozenset(
    {
        "battle", "air_strike", "shelling", "bombing", "armed_attack", "assassination", "execution", "abuse", "abduction", "destruction",
        "casualty", "military_operation", "territory_gain", "riot", "repression",
    }
)  # fmt: skip
_ARTICLES: Final = 1000
_TOP: Final = 15
# Satire comes without stops: of a longer sentence this much is shown on either side of the trigger.
_CONTEXT: Final = 200


class Alarm(msgspec.Struct, kw_only=True):
    """One event of violence: where it stands and what raised it."""

    article: str
    type: str
    trigger: str
    rule: str
    factuality: str
    sentence: str


class Share(msgspec.Struct, kw_only=True):
    """How many of some articles give events."""

    articles: int
    violence: int
    any_event: int

    @property
    def violence_percent(self) -> float:
        """Articles with an event of violence, in percent."""
        return 100 * self.violence / max(1, self.articles)

    @property
    def any_percent(self) -> float:
        """Articles with any event, in percent."""
        return 100 * self.any_event / max(1, self.articles)


class Tally(msgspec.Struct, kw_only=True):
    """What one file gave. Types and triggers are counted once an article."""

    file: str
    whole: Share
    half_a: Share
    half_b: Share
    types: dict[str, int]
    violent_triggers: dict[str, int]
    other_triggers: dict[str, int]
    alarms: list[Alarm]
    """Events of violence, in order of article and place."""


def main() -> int:
    """Return 0, or 1 where the general news gives more events of violence than `--most` allows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print everything as one JSON object")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N events of violence of each file with their sentences")
    parser.add_argument("--half", choices=("A", "B"), default="A", help="the half that --show prints (default A)")
    parser.add_argument("--file", action="append", choices=FILES, help="only this file; may be given again")
    parser.add_argument("--limit", type=int, default=_ARTICLES, help=f"articles of each file (default {_ARTICLES})")
    parser.add_argument("--most", type=float, metavar="PERCENT", help="fail where more of the general news than this gives violence")
    args = parser.parse_args()
    tallies = []
    for name in args.file or FILES:
        path = SHARED / "data" / "articles" / f"{name}.jsonl.gz"
        if not path.exists():
            print(f"{path} is not there, passed over (RASID_SHARED names the folder that holds data/)", file=sys.stderr)
            continue
        tallies.append(tally(name, choose(read(path), limit=args.limit)))
    if args.json:
        print(json.dumps({item.file: as_json(item) for item in tallies}, ensure_ascii=False, indent=1))
    else:
        for item in tallies:
            show(item, alarms=args.show, half=args.half)
    general = next((item for item in tallies if item.file == "ar_general"), None)
    return int(args.most is not None and general is not None and general.whole.violence_percent > args.most)


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of a file that belong to the measure: of general news those without a word of conflict."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if path.name.startswith("ar_general") and article.get("conflict_score") != 0:
                continue
            yield article


def choose(articles: Iterator[dict[str, Any]], *, limit: int) -> list[dict[str, Any]]:
    """Return the articles with the smallest SHA-256 of their id, in that order."""
    return sorted(articles, key=lambda article: sha256(article["id"].encode()).hexdigest())[:limit]


def half_of(article_id: str) -> str:
    """Return the half of an article: A where the CRC-32 of its id is even, else B."""
    return "B" if crc32(article_id.encode()) % 2 else "A"


def tally(name: str, articles: list[dict[str, Any]]) -> Tally:
    """Return what the coder gives on some articles."""
    shares = {half: Share(articles=0, violence=0, any_event=0) for half in "AB"}
    types: Counter[str] = Counter()
    violent: Counter[str] = Counter()
    other: Counter[str] = Counter()
    alarms: list[Alarm] = []
    for article in articles:
        document = read_text(article["text"], title=article.get("title"), outlet=article.get("outlet"), published=article.get("published"), language="ar")
        events = code_document(document).events
        sentences = get_language("ar").sentences(document.text) if events else []
        here = [alarm_of(event, document.text, sentences, article["id"]) for event in events if event.type in VIOLENCE]
        share = shares[half_of(article["id"])]
        share.articles += 1
        share.violence += bool(here)
        share.any_event += bool(events)
        types.update({event.type for event in events})
        violent.update({f"{alarm.trigger} ({alarm.type})" for alarm in here})
        other.update({f"{event.trigger.of(document.text)} ({event.type})" for event in events if event.type not in VIOLENCE})
        alarms += here
    return Tally(
        file=name, whole=total(*shares.values()), half_a=shares["A"], half_b=shares["B"], types=ranked(types), violent_triggers=ranked(violent),
        other_triggers=ranked(other), alarms=alarms,
    )  # fmt: skip


def alarm_of(event: Event, text: str, sentences: list[Span], article_id: str) -> Alarm:
    """Return an event with its sentence, or as much of a long one as tells what it is about."""
    sentence = next(span for span in sentences if span.overlaps(event.trigger))
    start = max(sentence.start, event.trigger.start - _CONTEXT)
    end = min(sentence.end, event.trigger.end + _CONTEXT)
    return Alarm(
        article=article_id, type=event.type, trigger=event.trigger.of(text), rule=event.rule, factuality=event.factuality, sentence=text[start:end]
    )


def total(first: Share, second: Share) -> Share:
    """Return two shares as one."""
    return Share(articles=first.articles + second.articles, violence=first.violence + second.violence, any_event=first.any_event + second.any_event)


def ranked(counts: Counter[str]) -> dict[str, int]:
    """Return counts, the largest first, equal ones by name."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def as_json(item: Tally) -> dict[str, Any]:
    """Return a tally as JSON would have it, with its percentages."""
    whole: dict[str, Any] = msgspec.to_builtins(item)
    for key, share in (("whole", item.whole), ("half_a", item.half_a), ("half_b", item.half_b)):
        whole[key] |= {"violence_percent": round(share.violence_percent, 2), "any_percent": round(share.any_percent, 2)}
    return whole


def show(item: Tally, *, alarms: int, half: str) -> None:
    """Print a tally for people."""
    print(f"{item.file}: {item.whole.articles} articles")
    for name, share in (("whole", item.whole), ("half A", item.half_a), ("half B", item.half_b)):
        print(
            f"  {name:7} violence {share.violence_percent:5.1f} % ({share.violence} of {share.articles})"
            f"   any event {share.any_percent:5.1f} % ({share.any_event})"
        )
    for title, counts in (("types", item.types), ("violence", item.violent_triggers), ("other", item.other_triggers)):
        print(f"  {title}: " + ", ".join(f"{name} {count}" for name, count in list(counts.items())[:_TOP]))
    for alarm in [alarm for alarm in item.alarms if half_of(alarm.article) == half][:alarms]:
        print(f"    {alarm.article} {alarm.type} [{alarm.trigger}] {alarm.rule} {alarm.factuality}\n      {alarm.sentence}")
    print()


if __name__ == "__main__":
    sys.exit(main())
