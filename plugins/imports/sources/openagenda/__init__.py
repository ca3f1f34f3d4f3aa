"""Read agendas of OpenAgenda: its own answers (API v2, export v1), and those of OpenDataSoft's data set of its events."""

from imports.sources.openagenda.reading import read

__all__ = ["read"]
