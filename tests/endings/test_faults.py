"""Each fault of a machine has a sentence of its own, which names the path where there is one, and says what to do."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from endings.faults import fault


class TestTheSystem:
    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (errno.EACCES, "Accès refusé (« /a/b ») : donnez à ce compte les droits qui lui manquent, puis recommencez."),
            (errno.EPERM, "Accès refusé (« /a/b ») : donnez à ce compte les droits qui lui manquent, puis recommencez."),
            (
                errno.EROFS,
                "Ce disque est en lecture seule (« /a/b ») : choisissez un autre dossier, ou rendez celui-ci accessible en écriture.",
            ),
            (errno.ENOSPC, "Le disque est plein (« /a/b ») : libérez de la place, puis recommencez."),
            (errno.EDQUOT, "Le disque est plein (« /a/b ») : libérez de la place, puis recommencez."),
            (
                errno.EMFILE,
                "Trop de fichiers sont ouverts à la fois (« /a/b ») : relevez la limite (« ulimit -n 4096 »), puis recommencez.",
            ),
            (errno.ENAMETOOLONG, "Ce nom est trop long pour ce disque (« /a/b ») : raccourcissez-le, puis recommencez."),
            (errno.ENOENT, "Ce fichier ou ce dossier n’existe pas, ou plus (« /a/b ») : vérifiez son nom, puis recommencez."),
            (errno.EIO, "Le disque a rendu une erreur (« /a/b ») : vérifiez-le, puis recommencez."),
            (errno.ENOMEM, "La mémoire manque : fermez d’autres programmes, ou recommencez avec « --jobs 1 »."),
            (
                errno.EBUSY,
                "Le système a refusé ce qui lui était demandé (« /a/b ») : EBUSY. Recommencez ; si cela se répète, ajoutez --debug.",
            ),
        ],
    )
    def test_is_told_with_the_path(self, number: int, words: str) -> None:
        assert fault(OSError(number, os.strerror(number), "/a/b")) == words

    def test_is_told_without_one_where_there_is_none(self) -> None:
        assert fault(OSError(errno.ENOSPC, "No space left on device")) == "Le disque est plein : libérez de la place, puis recommencez."

    def test_is_told_with_the_target_of_a_copy(self) -> None:
        assert "(« /b »)" in str(fault(OSError(errno.ENOSPC, "No space left on device", "/a", None, "/b")))

    def test_is_told_of_bytes_too(self) -> None:
        assert "« /é »" in str(fault(OSError(errno.EACCES, "Permission denied", "/é".encode())))

    def test_that_has_no_number_is_told_by_its_words(self) -> None:
        assert ": cannot identify image file. " in str(fault(OSError("cannot identify image file")))


class TestOthers:
    def test_memory_that_is_lacking_is_told(self) -> None:
        assert str(fault(MemoryError())).startswith("La mémoire manque")

    def test_sqlite_is_told_as_the_cache(self, tmp_path: Path) -> None:
        (tmp_path / "no").write_text("none of SQLite's\n" * 100)
        with pytest.raises(sqlite3.Error) as raised:
            sqlite3.connect(tmp_path / "no").execute("CREATE TABLE a (b)")
        assert fault(raised.value) == "Le cache ne peut pas être lu (dans le cache) : effacez son dossier, puis recommencez."
        full = sqlite3.connect(tmp_path / "full", isolation_level=None)
        full.execute("PRAGMA max_page_count = 1")
        with pytest.raises(sqlite3.Error) as raised:
            full.execute("CREATE TABLE a (b)")
        assert fault(raised.value) == "Le disque est plein (dans le cache) : libérez de la place, puis recommencez."

    def test_an_error_of_another_sort_is_none_of_the_machine(self) -> None:
        assert fault(KeyError("a")) is None
