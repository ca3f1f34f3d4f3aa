"""Pelican settings of Escale. Content and look are not here: see content/hub.yml and themes/escale/."""

import os
import sys
from pathlib import Path

# PLUGIN_PATHS does not make plugins importable for one another.
sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from required import required

HERE = Path(__file__).resolve().parent
PATH = os.environ.get("ESCALE_CONTENT", str(HERE / "content"))
OUTPUT_PATH = os.environ.get("ESCALE_OUTPUT", str(HERE / "output"))
THEME = str(HERE / "themes" / "escale")
ESCALE_CACHE = os.environ.get("ESCALE_CACHE", str(HERE / ".cache"))
ESCALE_JOBS = os.environ.get("ESCALE_JOBS", "")
# Deploy previews show drafts, marked; the site itself never does.
ESCALE_DRAFTS = os.environ.get("CONTEXT") in {"deploy-preview", "branch-deploy"}

PLUGINS = required("publishing", "hub", "agenda", "catalogue", "directory", "newsletter", "feeds", "search", "opendata", "contribute")

# Escale has its own reader, generator and writer: Pelican's find nothing to do.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = False
# Emptying the output before anything is checked would take the site down with the first mistake.
DELETE_OUTPUT_DIRECTORY = False

TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
SITENAME = "Escale"
