# SPDX-License-Identifier: Apache-2.0
"""The sentences of an assessment: templates by language, filled by fact."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Literal

from rasid.errors import KnowledgeError
from rasid.knowledge.assessment import group_labels, table
from rasid.records import Interval

ReportLanguage = Literal["ar", "en"]
LabelFunction = Callable[[str], str]

# An export quotes forty words at most: enough to check a line, too few to stand in for the article.
QUOTE_WORDS = 40
_PAIR = 2
_MONTH_LENGTH = len("2019-10")
_YEAR_LENGTH = len("2019")


class Wording:
    """The templates of one language."""

    def __init__(self, language: ReportLanguage, type_label: LabelFunction | None = None) -> None:
        """Read the templates.

        Args:
            language: `ar` or `en`.
            type_label: Gives the label of an event type; by default the phrase of the templates.

        Raises:
            KnowledgeError: The language has no templates.
        """
        self.language = language
        self.file = f"assessment/{language}.yaml"
        self._table = table(self.file)
        self._type_label = type_label

    def entry(self, path: str) -> Any:  # noqa: ANN401  # a template, a list or a table of them
        """Return what stands at a path such as `claim/accuse/target`.

        Raises:
            KnowledgeError: Nothing stands there.
        """
        entry: Any = self._table
        for part in path.split("/"):
            if not isinstance(entry, dict | type(self._table)) or part not in entry:
                message = f"{self.file}: no template {path!r}; add it to the file of each language"
                raise KnowledgeError(message, code="no_template", record_id=self.file)
            entry = entry[part]
        return entry

    def say(self, path: str, **slots: object) -> str:
        """Return the template at a path with its slots filled, the first letter as a sentence has it."""
        text = str(self.entry(path)).format(**slots)
        return text[:1].upper() + text[1:] if self.language == "en" and text.endswith(".") else text

    def phrase(self, path: str, **slots: object) -> str:
        """Return the template at a path with its slots filled, for use inside a sentence."""
        return str(self.entry(path)).format(**slots)

    def label(self, path: str) -> str:
        """Return a label as it stands."""
        return str(self.entry(path))

    def type_label(self, event_type: str) -> str:
        """Return the label of an event type for lists and tables."""
        return self._type_label(event_type) if self._type_label else self.type_phrase(event_type)

    def type_phrase(self, event_type: str) -> str:
        """Return an event type as it stands inside a sentence; its own name where the templates do not know it."""
        return str(self.entry("phrases").get(event_type, event_type.replace("_", " ")))

    def group_phrase(self, group: str) -> str:
        """Return a family or kin as it stands inside a sentence."""
        return str(self.entry("kin").get(group) or group_labels(self.language).get(group) or self.type_phrase(group))

    def join(self, parts: Sequence[str], *, limit: int = 4) -> str:
        """Return parts as a list in words; what is over the limit is counted."""
        shown = list(dict.fromkeys(parts))
        over = len(shown) - limit
        if over > 0:
            shown = [*shown[:limit], self.phrase("joins/over", n=over)]
        if len(shown) < 2:  # noqa: PLR2004  # one part needs no joining
            return "".join(shown)
        # Arabic joins every part with its conjunction, written onto the next word.
        comma, last = self.label("joins/comma"), self.label("joins/last")
        return comma.join(shown[:-1]) + last + shown[-1]

    def join_sides(self, parts: Sequence[str]) -> str:
        """Return the sides of a dispute in one line."""
        return self.label("joins/semicolon").join(parts)

    def quoted(self, words: str) -> str:
        """Return words of a document in quotation marks, as they stand, cut at forty words."""
        pieces = words.split()
        cut = _balanced(" ".join(pieces[:QUOTE_WORDS]).strip(" ،,؛;:."))
        more = self.label("quotes/more") if len(pieces) > QUOTE_WORDS else ""
        return f"{self.label('quotes/open')}{cut}{more}{self.label('quotes/close')}"

    def date_words(self, value: str) -> str:
        """Return an ISO day, month or year in words."""
        day, month = value[:10], value[:_MONTH_LENGTH]
        if len(value) == _YEAR_LENGTH or not value[5:7].isdigit():
            return value
        name = self.entry("months")[int(value[5:7]) - 1]
        if len(value) == _MONTH_LENGTH:
            return self.phrase("dates/month", month=name, year=month[:4])
        return self.phrase("dates/day", day=int(day[8:10]), month=name, year=day[:4])

    def date_phrase(self, when: Interval | None) -> str:
        """Return ` on 9 October 2019` or nothing, to be set into a sentence."""
        if when is None:
            return ""
        value = when.value
        if when.basis == "published":
            return self.phrase("dates/published", date=self.date_words(value))
        if when.basis == "inherited" and "/" not in value:
            return self.phrase("dates/inherited", date=self.date_words(value))
        if "/" in value:
            return self.phrase("dates/between", start=self.date_words(when.start), end=self.date_words(when.end))
        kind = {_YEAR_LENGTH: "in_year", _MONTH_LENGTH: "in_month"}.get(len(value), "on_day")
        return self.phrase(f"dates/{kind}", date=self.date_words(value))

    def place_phrase(self, place: str | None) -> str:
        """Return ` in Raqqa` or nothing, to be set into a sentence."""
        return self.phrase("happening/place", place=place) if place else ""


def _balanced(words: str) -> str:
    """Return a quotation with its inner marks as single ones, and without any that has lost its other half."""
    for opening, closing in (("“", "”"), ("«", "»"), ('"', '"')):
        if (
            words.startswith(opening)
            and words.endswith(closing)
            and words.count(opening) + words.count(closing) <= _PAIR
        ):
            words = words[1:-1]
        whole = words.count(opening) == words.count(closing) if opening != closing else words.count(opening) % 2 == 0
        if opening == closing and whole:  # straight marks: every other one closes
            pieces = words.split(opening)
            words = "".join(piece + ("‘", "’")[index % 2] for index, piece in enumerate(pieces[:-1])) + pieces[-1]
        else:
            words = words.replace(opening, "‘" if whole else "").replace(closing, "’" if whole else "")
    return words


@cache
def default_wording(language: ReportLanguage) -> Wording:
    """Return the templates of a language with the labels that they hold themselves."""
    return Wording(language)
