# SPDX-License-Identifier: Apache-2.0
"""What can go wrong, as exceptions.

```
RasidError
├── SettingsError    a setting or an option makes no sense; nothing was read yet
├── KnowledgeError   a knowledge file is broken; nothing was read yet
├── ReadError        bytes could not be turned into a document
├── ModelError       an optional model or its package is missing or failed
├── StoreError       a store refused to open, write or read
└── EngineError      a worker was lost or a plan cannot be run
```

A wrong setting or knowledge file stops before the first record. A wrong record becomes a
`rasid.records.Issue` and the run goes on.
"""


class RasidError(Exception):
    """Base of all errors that Rasid raises on purpose.

    Attributes:
        code: Short stable name of what happened, for programs: `unknown_language`.
        record_id: The record or file at fault, where there is one.
        transient: True where trying again later may help.
    """

    def __init__(
        self, message: str, *, code: str, record_id: str | None = None, transient: bool = False
    ) -> None:
        super().__init__(message)
        self.code = code
        self.record_id = record_id
        self.transient = transient

    def __reduce__(self) -> tuple[object, ...]:
        """Say how to make the error again in another process: by default its keyword arguments would be lost."""
        return _make_again, (type(self), str(self), self.code, self.record_id, self.transient)


def _make_again(kind: type[RasidError], message: str, code: str, record_id: str | None, transient: bool) -> RasidError:  # noqa: FBT001  (pickle gives arguments by place)
    return kind(message, code=code, record_id=record_id, transient=transient)


class SettingsError(RasidError):
    """A setting, an option or an argument makes no sense."""


class KnowledgeError(RasidError):
    """A knowledge file is missing, broken or contradicts another."""


class ReadError(RasidError):
    """Bytes could not be turned into a document."""


class ModelError(RasidError):
    """An optional model or the package that carries it is missing or failed."""


class StoreError(RasidError):
    """A store refused to open, write or read."""


class EngineError(RasidError):
    """A worker was lost, or the plan of stages cannot be run."""
