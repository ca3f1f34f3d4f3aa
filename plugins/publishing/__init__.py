"""What a page is, and how all of them are published. The only package that knows Pelican's generators."""


def register() -> None:
    """Connect the generator to Pelican."""
    from pelican import signals

    from publishing.connection import generators

    signals.get_generators.connect(generators)
