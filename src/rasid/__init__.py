# SPDX-License-Identifier: Apache-2.0
"""Rasid reads conflict news, Arabic first, and turns it into sourced events, attributed claims and an assessment.

```python
import rasid

documents = rasid.read("articles/")
coded = list(rasid.code(documents))
assessment = rasid.assess(coded, language="ar")
```

Importing this module loads no word list and no model.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rasid.pipeline import assess, code, read

__version__ = "0.1.0"
__all__ = ["__version__", "assess", "code", "read"]

_FUNCTIONS = frozenset({"assess", "code", "read"})


class _Package(ModuleType):
    """This package: its functions `read` and `assess` are not hidden by the stages of the same names.

    The import system binds each loaded submodule as an attribute of its package. `from rasid.read import ...` does not
    need that binding, so for these names it is left out.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _FUNCTIONS or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:  # noqa: ANN401  (the three functions differ)
    if name in _FUNCTIONS:
        from rasid import pipeline  # noqa: PLC0415  (an import of rasid must stay light)

        return getattr(pipeline, name)
    message = f"module 'rasid' has no attribute '{name}'"
    raise AttributeError(message)
