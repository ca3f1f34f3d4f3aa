"""Read the yearly files of the « Fête de la science » that the ministry publishes: .csv or .json, with columns of their year."""

from imports.sources.fete_de_la_science.reading import read

__all__ = ["read"]
