"""Prose of the corpus: sentences of the demonstration, drawn into new paragraphs, with names, towns and figures of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from benchmark.demo import Demo, Mould

FIRST = (
    "Adèle Armand Bérénice Colette Damien Édith Firmin Hélène Inès Karim Léon Malika Nadia Octave Perrine Rachid Solène Yves Zélie".split()
)
STARTS = "Del Vander Car Bou Hau Wan Fres Lam Des Mar Ver Cau Dou Ger Hes Pru Rou Tel Bri Fau Gos Len Ney Thi Wi Du".split()
MIDDLES = ["", "", *"ler ni ver ter den mer ri lin za ger mon ta".split()]
ENDS = "motte court bergue camp brouck hove selle vaux mont lieu guem tière croix beque villers sart fosse rain ques plancq".split()
"""Parts of invented names of the North: rare words go on being met for the first time, as in real texts."""
ASIDES = (
    "C’est ce que répète {name}, à {town}.",
    "{name} en garde {number} carnets.",
    "Depuis {town}, {name} y consacre {number} heures par mois.",
    "On doit l’idée à {name} et à {other}.",
    "{name} n’est pas de cet avis, et {other} non plus.",
    "« Il a fallu {number} essais », raconte {name}.",
)
NUMBER = re.compile(r"(?<![\w,.])\d{2,3}(?![\w,.])")


@dataclass(frozen=True, slots=True)
class Voice:
    """Writes one contribution, always in the same mood."""

    random: Random
    demo: Demo

    def name(self) -> str:
        """A first and a last name, both invented."""
        draw = self.random.choice
        return f"{draw(FIRST)} {draw(STARTS)}{draw(MIDDLES)}{draw(ENDS)}"

    def sentence(self) -> str:
        """A sentence, with figures of its own."""
        return NUMBER.sub(lambda _found: str(self.random.randint(11, 480)), self.random.choice(self.demo.sentences))

    def paragraph(self) -> str:
        """Some sentences, one of them about somebody."""
        town = self.random.choice(self.demo.places)["city"]
        aside = self.random.choice(ASIDES).format(name=self.name(), other=self.name(), town=town, number=self.random.randint(3, 90))
        said = [self.sentence() for _ in range(self.random.randint(2, 5))]
        said.insert(self.random.randint(1, len(said)), aside)
        return " ".join(said)

    def body(self, mould: Mould, length: int, links: list[str]) -> str:
        """A body of about `length` characters that begins as its mould does; each link ends a paragraph."""
        blocks = [f"{self.sentence()} {self.paragraph()}", *mould.blocks[:2]]
        waiting = [*links]
        while waiting or sum(map(len, blocks)) < length:
            blocks.append(self._block())
            if waiting:
                blocks.append(f"{self.paragraph()} {waiting.pop()}")
        return "\n\n".join(blocks) + "\n"

    def _block(self) -> str:
        return self.random.choice(self.demo.structures) if self.random.random() < 0.35 else self.paragraph()
