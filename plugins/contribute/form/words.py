"""What the form's script says beside the check's messages, and the French words for days that its preview needs."""

from __future__ import annotations

from typing import Any

from publishing.strings import _
from views.french import dates


def form_words() -> dict[str, Any]:
    """Phrases by name; `{n}`, `{name}` stand for what the script puts in."""
    return {
        "one": _("Il reste un point à revoir"),
        "many": _("Il reste {n} points à revoir"),
        "sound": _("Tout est en ordre. Relisez, puis envoyez."),
        "copied": _("Texte copié"),
        "title": _("Votre titre"),
        "summary": _("Votre résumé"),
        "body": _("Votre texte paraîtra ici."),
        "online": _("En ligne"),
        "until": _("jusqu’au {day}"),
        "subject": _("Proposition : {title}"),
        "letter": _("Bonjour,\n\nVoici une proposition pour le portail, à déposer sous {file} :\n\n"),
        "attached": _("Bonjour,\n\nVoici, en pièce jointe, une proposition pour le portail, à déposer sous {file}.\n"),
        "weekdays": [_(name) for name in dates.WEEKDAYS],
        "months": [_(name) for name in dates.MONTHS],
        "short_months": [_(name) for name in dates.SHORT_MONTHS],
    }
