# SPDX-License-Identifier: Apache-2.0
"""The order of the stages; nothing else knows it.

```
read ─▶ text ─▶ mentions ─▶ claims ─▶ events ─▶ resolve ─▶ incidents, sites ─▶ assess
```

Claims come before events because a happening inside a warning, a demand or a denial is not asserted to have happened.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from rasid.assess import assess as assess_coded
from rasid.claims import cue_index, find_claims, link_claims
from rasid.errors import KnowledgeError, SettingsError
from rasid.events import find_events, trigger_index
from rasid.incidents import Origin, find_origins, link_incidents, report_incidents
from rasid.knowledge.lexemes import LexemeIndex
from rasid.mentions import find_mentions
from rasid.read import read_paths
from rasid.records import Assessment, CodedDocument, Document, Incident, Issue, LanguageCode, Token
from rasid.resolve import resolve
from rasid.sites import observe_sites
from rasid.text import analyse

CODED_LANGUAGES = ("ar", "en")


def read(*paths: str | Path, language: LanguageCode | None = None) -> Iterator[Document | Issue]:
    """Yield the documents in files and folders, and an issue for everything that could not be read.

    Args:
        *paths: Files (`.txt .md .html .jsonl .csv`, also gzipped) and folders of them.
        language: Take this language instead of finding it out.
    """
    return read_paths([Path(path) for path in paths], language=language)


def code(documents: Iterable[Document | Issue]) -> Iterator[CodedDocument]:
    """Yield each document with its mentions, events and claims.

    Args:
        documents: In any order; issues among them are passed over.

    Yields:
        One record a document, in the order given. The result for one document never depends on the others.
    """
    for document in documents:
        if isinstance(document, Document):
            yield code_document(document)


def code_document(document: Document) -> CodedDocument:
    """Return one document with its mentions, events and claims.

    A document in a language that is not coded, or without any word that opens an event or a claim, comes back with
    `relevant` False and an issue that says why where that is not plain.
    """
    if document.language not in CODED_LANGUAGES:
        issue = Issue(
            stage="text", code="language_not_coded", record_id=document.id, severity="note",
            detail=f"no coder for language '{document.language}'; coded are: {', '.join(CODED_LANGUAGES)}",
        )  # fmt: skip
        return CodedDocument(document=document, issues=(issue,), relevant=False)
    try:
        return _code(document)
    except (KnowledgeError, SettingsError) as error:
        if not _is_unfinished(error, document.language):
            raise
        issue = Issue(
            stage="text", code="no_lexicon", record_id=document.id, severity="error",
            detail=f"{document.source_name or document.id}: language '{document.language}' has no whole lexicon here, so it was not coded ({error})",
        )  # fmt: skip
        return CodedDocument(document=document, issues=(issue,), relevant=False)


def _code(document: Document) -> CodedDocument:
    sentences = analyse(document, wanted=_wanted(document.language))
    if not sentences:
        return CodedDocument(document=document, relevant=False)
    mentions = find_mentions(sentences, document=document)
    claims = find_claims(sentences, mentions, document=document)
    events = find_events(sentences, mentions, claims, document=document)
    return resolve(CodedDocument(document=document, mentions=mentions, events=events, claims=link_claims(claims, events)))


def _is_unfinished(error: KnowledgeError | SettingsError, language: str) -> bool:
    """Return whether a language lacks files: its documents are lost then, but not those of the others.

    A file that is there and broken stops the run instead.
    """
    if isinstance(error, KnowledgeError):
        return error.code == "no_file" and (error.record_id or "").startswith(f"lexicon/{language}/")
    return error.record_id == language


class _Wanted:
    """Tells whether a word may open an event or a claim; remembers its answer by form."""

    def __init__(self, indices: tuple[LexemeIndex, ...]) -> None:
        self._indices = indices
        self._known: dict[str, bool] = {}

    def __call__(self, token: Token) -> bool:
        form = token.word.form
        answer = self._known.get(form)
        if answer is None:
            answer = self._known[form] = any(index.knows(token) for index in self._indices)
        return answer


_wanted_by_language: dict[str, _Wanted] = {}


def _wanted(language: str) -> _Wanted:
    if language not in _wanted_by_language:
        _wanted_by_language[language] = _Wanted((trigger_index(language), cue_index(language)))
    return _wanted_by_language[language]


def incidents_of(coded: CodedDocument) -> tuple[Incident, ...]:
    """Return what one coded document tells happened, the incident that it is about first."""
    return report_incidents(coded)


def linked(coded: Iterable[CodedDocument]) -> tuple[Incident, ...]:
    """Return what many documents tell happened, reports of one incident merged; their order changes nothing."""
    return link_incidents((document, report_incidents(document)) for document in coded)


def origins(coded: Iterable[CodedDocument]) -> tuple[Origin, ...]:
    """Return documents by the text that they go back to: who copied whom, and from what it is seen."""
    return find_origins(coded)


def assess(coded: Iterable[CodedDocument], *, question: str | None = None, now: str | None = None, language: str = "ar") -> Assessment:
    """Return the first assessment of coded documents, prisons and camps included.

    Args:
        coded: What `code` gives, in any order.
        question: What the reader wants to know, printed at its head.
        now: ISO date of the assessment, printed only: an assessment made again is equal.
        language: Of all sentences and labels, `ar` or `en`; words of documents stay in their own.

    Raises:
        SettingsError: No assessment can be written in the language.
    """
    if language not in CODED_LANGUAGES:
        message = f"no assessment in language '{language}'; there are: {', '.join(CODED_LANGUAGES)}"
        raise SettingsError(message, code="unknown_language", record_id=language)
    documents = tuple(coded)
    return assess_coded(
        documents, question=question, now=now, language="en" if language == "en" else "ar", observations=observe_sites(documents)
    )


def without_text(coded: CodedDocument) -> CodedDocument:
    """Return coded records without the text of the document, for output where the text must not travel."""
    return replace(coded, document=replace(coded.document, text=""))
