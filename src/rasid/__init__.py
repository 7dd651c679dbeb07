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

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rasid.pipeline import assess, code, read

__version__ = "0.1.0"
__all__ = ["__version__", "assess", "code", "read"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  (the three functions differ)
    if name in {"assess", "code", "read"}:
        from rasid import pipeline  # noqa: PLC0415  (an import of rasid must stay light)

        return getattr(pipeline, name)
    message = f"module 'rasid' has no attribute '{name}'"
    raise AttributeError(message)
