"""Text alternatives of pictures: those that say nothing are refused."""

from __future__ import annotations

import re

from contributions.problems.problem import Finding

FILE_NAME = re.compile(
    r"[\w .()-]*\.(?:jpe?g|png|gif|webp|svg|avif|heic|tiff?)|(?:img|dsc[nf]?|p|image|photo|capture)[ _-]?\d{2,}\w*", re.IGNORECASE
)
"""What cameras and computers call a picture."""


def named_after_a_file(alt: str) -> bool:
    """Whether a text alternative is what a camera or a computer called the picture.

    >>> named_after_a_file("IMG_2034.jpg"), named_after_a_file("Un enfant devant un microscope")
    (True, False)
    """
    return FILE_NAME.fullmatch(alt.strip()) is not None


def a_file_name(alt: str) -> Finding:
    """That a text alternative says nothing of the picture."""
    return Finding(
        "E213", f"« {alt} » est un nom de fichier, pas une description.", "Dites ce que montre l’image, pour qui ne la voit pas."
    )
