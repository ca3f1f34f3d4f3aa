"""Exports of questionnaires: counts of what was answered, and nobody's answer."""

from imports.sources.questionnaire.reading import read as read
