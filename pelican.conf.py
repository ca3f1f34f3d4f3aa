"""Pelican settings of Escale. Content and look are not here: see content/hub.yml and themes/escale/."""

import os
import sys
from pathlib import Path

# PLUGIN_PATHS does not make plugins importable for one another.
sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from endings.given import folder, place, processes, variable
from endings.streams import Unheeded, prepare
from required import required

prepare(Unheeded)  # what Pelican says of itself at the end is not worth a failure

HERE = Path(__file__).resolve().parent
PATH = str(variable("ESCALE_CONTENT", folder, HERE / "content").absolute())
OUTPUT_PATH = str(variable("ESCALE_OUTPUT", place, HERE / "output").absolute())
THEME = str(HERE / "themes" / "escale")
ESCALE_CACHE = str(variable("ESCALE_CACHE", place, HERE / ".cache").absolute())
ESCALE_JOBS = variable("ESCALE_JOBS", processes, 0)
# Deploy previews show drafts, marked; the site itself never does.
ESCALE_DRAFTS = os.environ.get("CONTEXT") in {"deploy-preview", "branch-deploy"}

PLUGINS = required(
    "publishing", "hub", "agenda", "catalogue", "directory", "newsletter", "feeds", "search", "opendata", "contribute", "programmes"
)

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
