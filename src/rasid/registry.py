# SPDX-License-Identifier: Apache-2.0
"""Where languages, readers, stores and engines are registered: by name and import path, loaded when used."""

from importlib import import_module
from importlib.metadata import entry_points

from rasid.errors import SettingsError


class Registry:
    """Names and the import paths behind them.

    Third parties add theirs through the entry-point group `rasid.<kind>`.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._paths: dict[str, str] = {}
        self._loaded: dict[str, object] = {}

    def register(self, name: str, path: str) -> None:
        """Put `module:attribute` under a name; nothing is imported yet."""
        self._paths[name] = path

    def names(self) -> tuple[str, ...]:
        """Return all names, sorted, those of installed plug-ins included."""
        return tuple(sorted({*self._paths, *(point.name for point in entry_points(group=f"rasid.{self.kind}"))}))

    def get(self, name: str) -> object:
        """Return what stands under a name, imported now if it was not yet.

        Raises:
            SettingsError: The name is unknown, or a package that it needs is not installed.
        """
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def _load(self, name: str) -> object:
        path = self._paths.get(name)
        if path is None:
            for point in entry_points(group=f"rasid.{self.kind}"):
                if point.name == name:
                    return point.load()
            message = f"no {self.kind} named '{name}'; there are: {', '.join(self.names()) or 'none'}"
            raise SettingsError(message, code="unknown_name", record_id=name)
        module, _, attribute = path.partition(":")
        try:
            return getattr(import_module(module), attribute)
        except ModuleNotFoundError as error:
            message = f"{self.kind} '{name}' needs the package '{error.name}', which is not installed"
            raise SettingsError(message, code="missing_package", record_id=name) from error


languages = Registry("languages")
languages.register("ar", "rasid.languages.ar:ARABIC")
languages.register("en", "rasid.languages.en:ENGLISH")
