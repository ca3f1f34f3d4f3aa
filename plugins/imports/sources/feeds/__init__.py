"""Read feeds and the exports of WordPress: articles, as they were published elsewhere."""
