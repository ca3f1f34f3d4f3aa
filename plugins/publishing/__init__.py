"""What a page is, and how all of them are published. The only package that knows Pelican's generators."""


def register() -> None:
    """Connect the generator to Pelican, and declare what the host is told."""
    from pelican import signals

    from publishing.capabilities import declare
    from publishing.connection import generators
    from publishing.hosting import hosting

    signals.get_generators.connect(generators)
    declare("hosting", hosting)
