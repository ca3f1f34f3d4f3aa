"""Spreadsheets and tables: a workbook's sheets of contributions and of loans, and the sheet to fill in for each kind."""

from imports.sources.tableur.reading import read as read
from imports.sources.tableur.template import template as template
