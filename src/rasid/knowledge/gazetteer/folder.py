# SPDX-License-Identifier: Apache-2.0
"""Where imported sets of places lie, and which one a run uses.

`RASID_DATA` names the user's data folder; without it the platform's own place is taken. `RASID_PLACES` (or `--places`, which
sets it, so that processes started later see it too) names the set of a run: a file, or the name of a set in the data
folder. Unset, no set is used: results then depend on the version of Rasid alone.
"""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rasid.errors import SettingsError

PLACES_VARIABLE: Final = "RASID_PLACES"
DATA_VARIABLE: Final = "RASID_DATA"
SUFFIX: Final = ".places"
_NAME: Final = re.compile(r"[\w-]+")


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the user's data; it need not exist yet."""
    given = environment.get(DATA_VARIABLE)
    if given:
        return Path(given).expanduser()
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "rasid"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "rasid"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "rasid"


def places_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of imported sets; it need not exist yet."""
    return data_folder(environment) / "places"


def set_path(given: str, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file that a set's name or path stands for.

    Args:
        given: A path, or a name of letters, digits, `_` and `-`: a set in the data folder.
        environment: Variables of the process.

    Raises:
        SettingsError: It is empty.
    """
    if not given.strip():
        raise SettingsError("the set of places has no name; give a path or a name such as `syria`", code="no_set_name")
    path = Path(given).expanduser()
    return places_folder(environment) / f"{given}{SUFFIX}" if _NAME.fullmatch(given) and not path.is_file() else path


def chosen_set(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the set that this run uses, or None.

    Raises:
        SettingsError: `RASID_PLACES` names a set that is not there.
    """
    given = environment.get(PLACES_VARIABLE, "")
    if not given:
        return None
    path = set_path(given, environment)
    if not path.is_file():
        have = ", ".join(known_sets(environment)) or "none yet"
        message = f"no set of places at {path} ({PLACES_VARIABLE} or --places); sets in {places_folder(environment)}: {have}; see `rasid places import --help`"
        raise SettingsError(message, code="no_set")
    return path


def known_sets(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the names of the sets in the data folder, sorted."""
    return tuple(sorted(path.stem for path in places_folder(environment).glob(f"*{SUFFIX}")))
