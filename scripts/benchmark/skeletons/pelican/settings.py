"""Settings of the vanilla Pelican site that Escale is measured against: its own reader, generators and writer; no cache."""

SITENAME = "Escale"
SITEURL = "https://escale.example"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "."
THEME_STATIC_PATHS: list[str] = []
ARTICLE_PATHS = [""]
PAGE_PATHS: list[str] = []
STATIC_PATHS = ["images"]
PLUGINS = ["yaml_metadata"]

# One page a contribution, in the folder of its kind.
ARTICLE_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = "{category}/{slug}/index.html"
# Paginated lists: all of them, and each kind's; one page a theme.
DIRECT_TEMPLATES = ["index"]
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "themes/{slug}/"
TAG_SAVE_AS = "themes/{slug}/index.html"
AUTHOR_SAVE_AS = ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
PAGINATED_TEMPLATES = {"index": 20, "category": 20}
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
# One feed.
FEED_ALL_RSS = "feed.xml"
FEED_MAX_ITEMS = 50
RSS_FEED_SUMMARY_ONLY = True
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
