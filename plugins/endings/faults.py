"""Sentences for what goes wrong in a machine rather than in a contribution: rights, room, memory, names, a cache."""

from __future__ import annotations

import errno
import os
import resource

NO_ROOM = "Le disque est plein{at} : libérez de la place, puis recommencez."
NO_MEMORY = "La mémoire manque : fermez d’autres programmes, ou recommencez avec « --jobs 1 »."
FORBIDDEN = "Accès refusé{at} : donnez à ce compte les droits qui lui manquent, puis recommencez."
READ_ONLY = "Ce disque est en lecture seule{at} : choisissez un autre dossier, ou rendez celui-ci accessible en écriture."
MANY_FILES = "Trop de fichiers sont ouverts à la fois{at} : relevez la limite (« ulimit -n 4096 »), puis recommencez."
TOO_LARGE = "Un fichier dépasse la taille permise{at} : relevez la limite (« ulimit -f unlimited »), puis recommencez."
DISK = "Le disque a rendu une erreur{at} : vérifiez-le, puis recommencez."
OF_THE_SYSTEM = {
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.EROFS: READ_ONLY,
    errno.ENOSPC: NO_ROOM,
    errno.EDQUOT: NO_ROOM,
    errno.EFBIG: TOO_LARGE,
    errno.EMFILE: MANY_FILES,
    errno.ENFILE: MANY_FILES,
    errno.ENAMETOOLONG: "Ce nom est trop long pour ce disque{at} : raccourcissez-le, puis recommencez.",
    errno.ENOENT: "Ce fichier ou ce dossier n’existe pas, ou plus{at} : vérifiez son nom, puis recommencez.",
    errno.ENOTDIR: "Il y a un fichier là où il faut un dossier{at} : déplacez-le, ou choisissez un autre dossier.",
    errno.EISDIR: "Il y a un dossier là où il faut un fichier{at} : déplacez-le, ou choisissez un autre nom.",
    errno.EEXIST: "Ce nom est déjà pris{at} : déplacez ce qui le porte, ou choisissez-en un autre.",
    errno.ELOOP: "Des liens symboliques tournent en rond{at} : mettez un vrai fichier à leur place.",
    errno.EIO: DISK,
    errno.ENOMEM: NO_MEMORY,
    errno.EAGAIN: "Le système refuse un processus de plus : fermez d’autres programmes, ou recommencez avec « --jobs 1 ».",
}
OF_SQLITE = {
    "SQLITE_FULL": NO_ROOM,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_CANTOPEN": FORBIDDEN,
    "SQLITE_PERM": FORBIDDEN,
    "SQLITE_IOERR": DISK,
}
"""By the name of an error's code (https://sqlite.org/rescode.html), or of its family."""
IN_THE_CACHE = " (dans le cache)"


def fault(error: BaseException) -> str | None:
    """What the machine refuses, and what to do; None where the error is of another sort."""
    if isinstance(error, OSError):
        return _of_the_system(error)
    if isinstance(error, MemoryError):
        return NO_MEMORY
    if name := str(getattr(error, "sqlite_errorname", "")):
        if name == "SQLITE_IOERR_WRITE" and resource.getrlimit(resource.RLIMIT_FSIZE)[0] != resource.RLIM_INFINITY:
            return TOO_LARGE.format(at="")  # SQLite does not say why it could not write
        family = "_".join(name.split("_")[:2])
        return OF_SQLITE.get(family, "Le cache ne peut pas être lu{at} : effacez son dossier, puis recommencez.").format(at=IN_THE_CACHE)
    return None


def _of_the_system(error: OSError) -> str:
    path = error.filename2 or error.filename  # of two, it is the target that refuses
    at = f" (« {os.fsdecode(path) if isinstance(path, bytes) else path} »)" if path else ""
    if error.errno in OF_THE_SYSTEM:
        return OF_THE_SYSTEM[error.errno].format(at=at)
    name = errno.errorcode.get(error.errno or 0) or str(error)
    return f"Le système a refusé ce qui lui était demandé{at} : {name}. Recommencez ; si cela se répète, ajoutez --debug."
