# SPDX-License-Identifier: Apache-2.0
"""Fields as written in an input to one checked document, and an issue for each field that had to be left out."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from rasid.ids import DocumentId
from rasid.read.dates import normalise_date
from rasid.read.encoding import Decoded
from rasid.read.fields import FieldName, Fields, names_of
from rasid.read.fingerprint import document_id
from rasid.read.language import declared_language, detect_language
from rasid.read.source import Source, make_issue
from rasid.records import Document, Issue, LanguageCode

Tlp = Literal["clear", "green", "amber", "amber+strict", "red"]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_REPLACEMENT: Final = "\ufffd"
_UTF8_MOST: Final = 4
_SHOWN: Final = 60

_TLP: Final[dict[str, Tlp]] = {
    "clear": "clear",
    "white": "clear",  # Its name before version 2.0 of the protocol.
    "green": "green",
    "amber": "amber",
    "amber+strict": "amber+strict",
    "red": "red",
}
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+-]*):", re.IGNORECASE)
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def build_document(
    fields: Fields, source: Source, *, digest: str, row: int | None = None, decoded: Decoded | None = None
) -> Iterator[Document | Issue]:
    """Yield the document that the fields make, and behind it an issue for each thing that had to be changed.

    Args:
        fields: As written in the input.
        source: Where they come from; its language goes before that of the fields.
        digest: SHA-256 of the bytes of the file or row.
        row: Number of the row in its file.
        decoded: How the bytes were decoded, to tell of what was replaced.

    Yields:
        One document and its issues; one issue and no document where there is no text or too much of it.
    """
    name = source.name if row is None else f"{source.name}:{row}"
    if refused := _refuse(fields, source, name):
        yield refused
        return
    identity = document_id(digest, source_id=_clean(fields.source_id), row=row)
    notes = _Notes(identity, name)
    text = notes.text(fields.text or "", decoded)
    yield Document(
        id=identity,
        sha256=digest,
        text=text,
        language=notes.language(text, fields.language, source.language),
        title=_clean(fields.title),
        outlet=_clean(fields.outlet),
        url=notes.url(fields.url),
        published=notes.date("published", fields.published),
        captured=notes.date("captured", fields.captured),
        source_id=_clean(fields.source_id),
        source_name=replace_surrogates(name),
        tlp=notes.tlp(fields.tlp),
    )
    yield from notes.issues


def replace_surrogates(text: str) -> str:
    """Return text with U+FFFD for each lone surrogate, which no encoding can write; the length stays the same."""
    return text if text.isascii() else _SURROGATE.sub(_REPLACEMENT, text)


def _clean(value: str | None) -> str | None:
    """Return a short field without blanks around it; None where nothing is left."""
    return replace_surrogates(value).strip() or None if value else None


def _refuse(fields: Fields, source: Source, name: str) -> Issue | None:
    text = fields.text
    if text is None or not text.strip():
        detail = f"{name}: no text; the text is looked for under: {', '.join(names_of('text'))}"
        if source.suffix not in {".jsonl", ".ndjson", ".json", ".csv", ".tsv"}:
            detail = f"{name}: no text; the file is empty or holds only blanks"
        return make_issue("no_text", detail, record=name, severity="error")
    most = source.limits.max_text_bytes
    if len(text) * _UTF8_MOST > most and len(text.encode("utf-8", "replace")) > most:
        detail = f"{name}: the text is longer than {most:,} bytes; split it, or raise Limits.max_text_bytes"
        return make_issue("too_large", detail, record=name, severity="error")
    return None


class _Notes:
    """Checks the fields of one document and keeps what there is to say about them."""

    def __init__(self, identity: DocumentId, name: str) -> None:
        self._identity = identity
        self._name = name
        self.issues: list[Issue] = []

    def _note(self, code: str, detail: str, severity: Literal["note", "warning", "error"] = "warning") -> None:
        self.issues.append(
            make_issue(code, replace_surrogates(f"{self._name}: {detail}"), record=self._identity, severity=severity)
        )

    def text(self, text: str, decoded: Decoded | None) -> str:
        if decoded and decoded.replaced:
            self._note(
                "undecodable_bytes",
                f"{decoded.replaced} places are not valid {decoded.encoding} and were replaced by U+FFFD; "
                "if the text looks wrong, save the file as UTF-8",
            )
        if decoded and decoded.guessed:
            self._note("encoding_guessed", f"read as {decoded.encoding} by the look of its letters", "note")
        if "\0" in text:
            self._note("nul_characters", f"{text.count(chr(0))} NUL characters were kept in the text", "note")
        cleaned = replace_surrogates(text)
        if cleaned is not text and cleaned != text:
            self._note("lone_surrogates", "halves of surrogate pairs were replaced by U+FFFD")
        return cleaned

    def language(self, text: str, declared: str | None, vouched: LanguageCode | None) -> LanguageCode:
        if vouched:
            return vouched
        guess = detect_language(text)
        named = declared_language(declared or "")
        if named is None:
            self._note("language_not_read", f"the input says that the language is {_shown(declared)}", "note")
            return "und"
        if named == "en" and guess.is_latin:
            return "en"
        if guess.code == "und":
            self._note("language_not_read", guess.reason, "note")
        elif named not in {"und", guess.code}:
            self._note(
                "language_mismatch",
                f"the input says {named}, but the letters are {guess.code}, which was taken",
                "note",
            )
        return guess.code

    def date(self, field: FieldName, written: str | None) -> str | None:
        if not written or not written.strip():
            return None
        found = normalise_date(written)
        if found is None:
            self._note(
                "date_not_read",
                f"{field} is {_shown(written)}, which is no date or can be read two ways; write it as 2019-10-24",
            )
        return found

    def url(self, written: str | None) -> str | None:
        """Return a link that is safe to put on a page: no scripts, no data, no control characters."""
        url = _CONTROLS.sub("", replace_surrogates(written or "")).strip().replace(" ", "%20")
        scheme = _SCHEME.match(url)
        if scheme and scheme.group(1).lower() not in {"http", "https"}:
            self._note("url_not_kept", f"{_shown(written)} is no web address")
            return None
        return url or None

    def tlp(self, written: str | None) -> Tlp:
        if not written or not written.strip():
            return "clear"
        marking = _TLP.get(re.sub(r"\s", "", written.lower()).removeprefix("tlp").lstrip(":-_"))
        if marking is None:
            # An unknown marking was set by somebody who wanted to hold something back.
            self._note("tlp_not_read", f"the marking {_shown(written)} is unknown; the document was marked red")
            return "red"
        return marking


def _shown(written: str | None) -> str:
    """Return a value for a message, cut short."""
    value = written or ""
    return repr(value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…")
