"""How to take part: the guide, every key and every message explained, the form, the schemas for editors."""


def register() -> None:
    """Declare its pages."""
    from contribute.pages import pages
    from publishing.capabilities import declare

    declare("contribute", pages)
