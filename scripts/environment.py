"""Make the project's Python environment, .venv, from its lock. A broken, partial or outdated one is made again.

    python3.11 scripts/environment.py          what a build needs: requirements.txt
    python3.11 scripts/environment.py --dev    with what checks and tests need: requirements-dev.txt

Needs nothing but Python's standard library, and prints nothing where nothing has to be done.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "escale.json"
"""Written last, so that an installation that was cut short is seen: the interpreter, and the hash of each lock installed."""
RUNTIME, DEV = "requirements.txt", "requirements-dev.txt"
OLDEST = (3, 11)


def main(arguments: list[str] | None = None) -> int:
    """Bring .venv up to date; returns the exit code."""
    parser = argparse.ArgumentParser(description="Prépare l’environnement Python du projet (.venv).")
    parser.add_argument("--dev", action="store_true", help="avec les outils de vérification et de test")
    lock = DEV if parser.parse_args(arguments).dev else RUNTIME
    if sys.version_info < OLDEST:  # whoever runs this with an older Python must be told so
        print(f"Il faut Python 3.11 ou plus récent ; celui-ci est {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    installed = found()
    if installed.get(lock) == digest(lock):
        return 0
    try:
        if installed.get(RUNTIME) != digest(RUNTIME):
            create()
            installed = {}
        install(lock)
    except subprocess.CalledProcessError as error:
        why = "le paquet python3-venv est-il installé ?" if "venv" in error.cmd else "l’accès au réseau fonctionne-t-il ?"
        print(f"{error}\nL’environnement .venv n’a pas pu être préparé : {why}", file=sys.stderr)
        return 1
    # The lock of --dev holds all of the other one.
    names = {RUNTIME, lock}
    STAMP.write_text(json.dumps({**installed, "python": sys.version, **{name: digest(name) for name in sorted(names)}}, indent=2) + "\n")
    return 0


def found() -> dict[str, str]:
    """What the stamp says; nothing where .venv is missing, was cut short, or was made with another Python."""
    try:
        stamp = json.loads(STAMP.read_text())
        ran = subprocess.run([PYTHON, "-c", "import sys; print(sys.version)"], capture_output=True, text=True, check=True)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return {}
    same = isinstance(stamp, dict) and stamp.get("python") == sys.version == ran.stdout.removesuffix("\n")
    return stamp if same else {}


def digest(lock: str) -> str:
    """The hash of a lock file."""
    return hashlib.sha256((HERE / lock).read_bytes()).hexdigest()


def create() -> None:
    """Make an empty .venv in the place of whatever stands there. Raises CalledProcessError."""
    print("» Création de l’environnement Python (.venv)…", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True, stdin=subprocess.DEVNULL)


def install(lock: str) -> None:
    """Install a lock, each file checked against its hash. Raises CalledProcessError."""
    print(f"» Installation des paquets de {lock} (une minute environ, une seule fois)…", flush=True)
    STAMP.unlink(missing_ok=True)
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*command, "-r", str(HERE / lock)], check=True, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
