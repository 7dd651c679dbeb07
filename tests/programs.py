# SPDX-License-Identifier: Apache-2.0
"""Programs that stand beside the package, loaded as modules for their tests."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

EVALS = Path(__file__).parents[1] / "evals"


def load_program(path: Path) -> ModuleType:
    """Return a program as a module; it finds the modules of its own folder, as it does when it is run."""
    spec = importlib.util.spec_from_file_location(f"rasid_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    return module
