# SPDX-License-Identifier: Apache-2.0
"""What the assessment knows: matching families, word lists and sentence templates, as files.

In goes nothing; out come frozen views of families.yaml and words.yaml, read on first use and kept. The sentences
(ar.yaml, en.yaml) are read by `rasid.assess.wording`. Nothing here judges what a text means.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Literal

from rasid.errors import KnowledgeError
from rasid.knowledge.assessment.matching import PhraseList, fold_words, forms_of, sentence_around
from rasid.knowledge.lexemes import word_classes
from rasid.knowledge.load import read_yaml

__all__ = [
    "PhraseList",
    "family_of",
    "fold_words",
    "forms_of",
    "gloss",
    "group_labels",
    "is_common_head",
    "kin_of",
    "kind_of_site",
    "move_of",
    "nation_named",
    "observation_of",
    "phrases",
    "sentence_around",
    "state_label",
    "state_named",
    "table",
]

FAMILIES_FILE: Final = "assessment/families.yaml"
WORDS_FILE: Final = "assessment/words.yaml"


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return a file of this folder as a table.

    Raises:
        KnowledgeError: The file is missing or holds no table.
    """
    data = read_yaml(name)
    if not isinstance(data, Mapping):
        message = f"{name}: holds no table; give it named keys at the top, as the file in the repository has"
        raise KnowledgeError(message, code="no_table", record_id=name)
    return data


@cache
def phrases(key: str) -> PhraseList:
    """Return a word list of words.yaml in all its languages.

    Args:
        key: `role_heads`, or a path such as `site_words/prison`.
    """
    entry: Any = table(WORDS_FILE)
    for part in key.split("/"):
        if part not in entry:
            message = f"{WORDS_FILE}: no list {key!r}; add it, or correct its name"
            raise KnowledgeError(message, code="no_list", record_id=WORDS_FILE)
        entry = entry[part]
    return PhraseList(word for language in sorted(entry) for word in entry[language])


@cache
def _groups(key: str) -> Mapping[str, str]:
    groups: dict[str, str] = {}
    for group in table(FAMILIES_FILE)[key]:
        for event_type in group["types"]:
            if event_type in groups:
                message = f"{FAMILIES_FILE}: {event_type} stands in two groups of {key}; leave it in one"
                raise KnowledgeError(message, code="type_twice", record_id=FAMILIES_FILE)
            groups[event_type] = group["id"]
    return groups


def family_of(event_type: str) -> str:
    """Return the matching family of an event type; the type itself where it has none."""
    return _groups("families").get(event_type, event_type)


def kin_of(event_type: str) -> str:
    """Return the closer kin of an event type, else its family."""
    return _groups("kin").get(event_type) or family_of(event_type)


@cache
def group_labels(language: str) -> Mapping[str, str]:
    """Return the labels of all families and kin by id."""
    data = table(FAMILIES_FILE)
    return {group["id"]: group["labels"][language] for key in ("families", "kin") for group in data[key]}


def move_of(event_type: str) -> str | None:
    """Return what an event of this type says of the posture of its doer, or None."""
    move: str | None = table(FAMILIES_FILE)["moves"].get(event_type)
    return move


def observation_of(event_type: str) -> str | None:
    """Return what an event of this type says of a prison or camp among its arguments, or None."""
    field: str | None = table(FAMILIES_FILE)["observations"].get(event_type)
    return field


def kind_of_site(text: str) -> Literal["prison", "camp"] | None:
    """Return whether some words speak of a prison or a camp, or None where of neither."""
    words = fold_words(text)
    kinds: tuple[Literal["prison", "camp"], ...] = ("prison", "camp")
    for kind in kinds:
        listed = phrases(f"site_words/{kind}")
        for index, word in enumerate(words):
            if any(listed.at((form, *words[index + 1 : index + 2]), 0) for form in forms_of(word)):
                return kind
    return None


@cache
def _states() -> Mapping[tuple[str, ...], str]:
    states = table(WORDS_FILE)["states"]
    return {
        fold_words(name): code for code, names in states.items() for language in names.values() for name in language
    }


def state_named(words: str) -> str | None:
    """Return the country code of a state that some words name, by itself or by its capital, and nothing else."""
    return _states().get(fold_words(words))


def state_label(code: str, language: str) -> str:
    """Return the name of a state to show."""
    return str(table(WORDS_FILE)["states"][code][language][0])


@cache
def _nations() -> Mapping[tuple[str, ...], str]:
    nations = table(WORDS_FILE)["nations"]
    return {
        fold_words(name): code for code, names in nations.items() for language in names.values() for name in language
    }


def nation_named(words: str) -> str | None:
    """Return the country code that an adjective of nation stands for, by itself: `التركي`, `Turkish`."""
    folded = fold_words(words)
    if len(folded) != 1:
        return None
    return next((code for form in forms_of(folded[0]) if (code := _nations().get((form,)))), None)


@cache
def _common_heads() -> frozenset[str]:
    classes = word_classes("ar")
    named = table(WORDS_FILE)["head_classes"]
    return frozenset(word for name in named for word in classes.get(name, ()) if " " not in word)


def is_common_head(word: str) -> bool:
    """Return whether a folded Arabic word without clitics is a common noun of groups, places or things."""
    return word in _common_heads()


@cache
def _glosses() -> tuple[Mapping[str, str], Mapping[str, str]]:
    data = table(WORDS_FILE)["glosses"]
    nouns, adjectives = (
        {_bare(word): str(said) for word, said in data[kind].items()} for kind in ("nouns", "adjectives")
    )
    return nouns, adjectives


def _bare(word: str) -> str:
    return "".join(fold_words(word)).removeprefix("ال")


def gloss(words: str, language: str) -> str | None:
    """Return an Arabic description in English where it is one known noun with known adjectives behind it, else None."""
    folded = fold_words(words)
    if language != "en" or not folded:
        return None
    nouns, adjectives = _glosses()
    noun = nouns.get(folded[0].removeprefix("ال"))
    behind = [adjectives.get(word.removeprefix("ال")) for word in folded[1:]]
    if noun is None or any(word is None for word in behind):
        return None
    article = "the " if folded[0].startswith("ال") else ""
    return article + " ".join([*(word for word in reversed(behind) if word), noun])
