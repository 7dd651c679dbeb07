# SPDX-License-Identifier: Apache-2.0
"""What is known of a language as grammar: spelling, sentences, words, numbers, dates, phrases.

Each language is a package with the same files: `normalise.py sentences.py tokens.py clitics.py lemmas.py numbers.py dates.py clauses.py`
and one `Language` object. `get_language` returns it by its code.
"""

from rasid.languages.base import Language, Normalised, get_language

__all__ = ["Language", "Normalised", "get_language"]
