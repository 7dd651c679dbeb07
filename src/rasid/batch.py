# SPDX-License-Identifier: Apache-2.0
"""Many documents at once: in one process or in several, and no document can stop the others."""

import gc
import traceback
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from rasid.engine import map_chunks
from rasid.errors import KnowledgeError, SettingsError
from rasid.pipeline import code_document
from rasid.read import read_paths, read_stream
from rasid.records import CodedDocument, Document, Issue, LanguageCode

# Large enough that the way between processes costs nothing beside the work, small enough that the first results come
# within a second or two and that the end of the input does not leave processes idle.
_CHUNK_DOCUMENTS: Final = 32
STDIN: Final = "-"

Item = CodedDocument | Issue
_encoder = msgspec.msgpack.Encoder()
_inputs = msgspec.msgpack.Decoder(list[Document | Issue])
_outputs = msgspec.msgpack.Decoder(list[CodedDocument | Issue])


def read_inputs(
    inputs: Iterable[str | Path], *, stdin: BinaryIO, language: LanguageCode | None = None
) -> Iterator[Document | Issue]:
    """Yield the documents of files, folders and standard input.

    Args:
        inputs: Paths, and `-` for standard input, in the order in which they are to be read.
        stdin: Read to its end where `-` is met.
        language: Of all documents, where the caller knows it.
    """
    for given in inputs:
        if str(given) == STDIN:
            yield from read_stream(stdin, language=language)
        else:
            yield from read_paths([Path(given)], language=language)


def code_all(documents: Iterable[Document | Issue], *, processes: int = 1) -> Iterator[Item]:
    """Yield each document coded, and the issues among the input as they are.

    Args:
        documents: In any order.
        processes: How many processes share the work; order and results do not depend on it.

    Yields:
        One item for each of the input, in its order. A document on which the coder failed becomes an issue of severity
        `error` that says where in the code.

    Raises:
        SettingsError: `processes` is no sensible number, or a plug-in is not what it was registered as.
        KnowledgeError: A knowledge file is broken: every document would be coded wrongly.
        EngineError: A process died.
    """
    if processes == 1:
        yield from map(_code, documents)
        return
    chunks = (_encoder.encode(chunk) for chunk in _chunks(documents))
    for result in map_chunks(_code_chunk, chunks, processes=processes):
        yield from _outputs.decode(result)


def _chunks(documents: Iterable[Document | Issue]) -> Iterator[list[Document | Issue]]:
    waiting = iter(documents)
    while chunk := list(islice(waiting, _CHUNK_DOCUMENTS)):
        yield chunk


def _code_chunk(chunk: bytes) -> bytes:
    return _encoder.encode([_code(item) for item in _inputs.decode(chunk)])


def _code(item: Document | Issue) -> Item:
    if isinstance(item, Issue):
        return item
    try:
        coded = code_document(item)
    except (KnowledgeError, SettingsError):
        raise
    except Exception as error:  # noqa: BLE001  (edge of the process: one document must not cost the others)
        name = item.source_name or item.id
        detail = (
            f"{name}: the coder failed with {type(error).__name__} ({error}) {_place(error)}; "
            "the document was passed over: please report it with its text"
        )
        return Issue(stage="code", code="coder_failed", detail=detail, severity="error", record_id=item.id)
    if coded.relevant:
        _keep_knowledge()
    return coded


# Thresholds of the garbage collector while documents are coded: 2 to 3 % faster than the defaults, the same peak of memory.
_SELDOM: Final = (20_000, 20, 50)


@cache
def _keep_knowledge() -> None:
    """Take the knowledge out of the garbage collector's sight, once: it is loaded by now and stays, and looking through it took a tenth of the time.

    Records are trees and die with their document, so that the collector finds hardly anything: it is asked less often.
    """
    gc.freeze()
    gc.set_threshold(*_SELDOM)


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "at an unknown place"
    last = next((frame for frame in reversed(frames) if "rasid" in Path(frame.filename).parts), frames[-1])
    return f"in {Path(last.filename).name}, line {last.lineno}"
