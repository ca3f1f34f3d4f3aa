"""The region's own: content/hub.yml, its categories, and the addresses of its site."""
