"""What notes at a story's head and tail begin with or say, by kind; the first kind that fits decides.

A row: the kind, how such a note opens (after marks, if any), and what it says further in: small letters that
must stand in it, and a pattern of the whole phrase. Openings are tried once a text; phrases only where
their letters stand.
"""

from __future__ import annotations

from typing import Final

from newsparse.records import NoteKind

NOTES: Final[tuple[tuple[NoteKind, str, tuple[tuple[str, str], ...]], ...]] = (
    (
        NoteKind.CORRECTION,
        (
            r"corrections?|clarifications?|correction\s*\(|update\s*:?\s*this (?:story|article)|an earlier version of|a previous version of|this (?:story|article|post|piece|report|copy) (?:has been|was) (?:corrected|updated|amended|revised|clarified)|"
            r"korrektur|berichtigung|richtigstellung|anm(?:erkung)?\. d(?:er)? red|in einer früheren version|in einer vorherigen version|fe de errores|corrección|rectificatif|errata|errate?\s*corrige|rättelse|rettelse|oprava|sprostowanie|исправление|уточнение|訂正|정정|更正"
        ),
        (),
    ),
    (
        NoteKind.EDITOR,
        (
            r"editor['’]?s['’]? note|editors['’] note|note from the editor|note to (?:our )?readers|author['’]?s note|publisher['’]?s note|this column reflects the opinion|this (?:story|article|post|column|essay|report) (?:was|is|originally|first|has been) (?:originally |first |also )?"
            r"(?:published|appeared|written|produced|part of|supported|funded|republished|reprinted|translated|adapted|excerpted|generated|created)|the (?:opinions|views) expressed (?:here|in this|by)|opinions expressed (?:here|in|are)|warning: this (?:story|article)|"
            r"anmerkung der redaktion|hinweis der redaktion|transparenzhinweis|redaktioneller hinweis|dieser (?:text|artikel|beitrag) (?:erschien|ist zuerst|wurde zuerst|stammt|wurde)|nota de la redacción|nota del editor|note de la rédaction|nota della redazione|reprinted with permission|this is a developing story|this is a breaking news|breaking news story"
        ),
        (),
    ),
    (
        NoteKind.CONTRIBUTORS,
        (
            r"\(?(?:reporting by|additional reporting|with reporting|(?:compiled|written|edited|reported|writing|editing) by|with (?:contributions?|additional reporting|files|material|information) (?:from|by)|contributing:|"
            r"the associated press contributed|reuters contributed|mitarbeit:|unter mitarbeit|redaktion:|bearbeitet von|con información de|avec (?:afp|reuters|ap)\b|con la collaborazione)"
        ),
        (
            (
                " contr",
                r"^\W*+.{3,80} contributed (?:to this (?:report|story|article)|reporting|from)",
            ),
            (" rep", r"^\W*+.{3,60} reported from"),
            ("ing by", r"(?:;|\.) (?:editing|writing|reporting) by"),
            ("editado por", r"\beditado por\b.{0,60}$"),
        ),
    ),
    (
        NoteKind.CONTACT,
        (
            r"(?:contact|reach|email|e-mail|follow|write to|call) [\w .'’-]{3,50} (?:at|on (?:twitter|x\b|facebook|instagram)|@|online)|follow (?:him|her|them|the author|@)|reach (?:him|her|them|the (?:reporters?|writer|author))|(?:on )?(?:twitter|instagram|x): ?@\w+|"
            r"e-?mail: ?\S+@\S+|kontakt: |schreiben sie (?:uns|dem autor|der autorin)|[^\s@]++@(?:[^\s@.]++\.)+[^\s@.]{2,6}\W*$"
        ),
        (
            ("reached at", r"(?:may|can) be reached at"),
            ("be contacted", r"can be contacted (?:at|on)"),
            ("send ", r"send (?:tips|comments|questions|letters|feedback|your|news)"),
            ("have a ", r"have a (?:tip|question|story|news tip)\b.{0,60}[@?]"),
        ),
    ),
    (
        NoteKind.BIOGRAPHY,
        (
            r"about the (?:author|writer|authors)|über (?:den autor|die autorin)|zur person|sobre (?:el autor|la autora|o autor)|à propos de l['’]auteur|(?:[A-ZÀ-Þ][\w.'’-]+ ){1,4}(?:is|was|has been) (?:an?|the) (?:[\w-]+ ){0,6}(?:reporter|writer|journalist|columnist|editor|correspondent|contributor|"
            r"staff writer|professor|author|freelance|fellow|producer|photographer|critic|analyst|senior)|(?:[A-ZÀ-Þ][\w.'’-]+ ){1,3}(?:covers|writes about|reports on|joined) "
        ),
        (),
    ),
    (
        NoteKind.DISCLOSURE,
        r"disclosure|full disclosure|disclaimer|offenlegung|hinweis auf|interessenkonflikt|the author (?:owns|has no|holds|is paid)|this article (?:contains|may contain|includes) affiliate|declaration of interests?",
        (
            ("commission", r"may (?:earn|receive) (?:a |an )?(?:\w+ )?commission"),
            ("generated ", r"generated (?:by|with|using) (?:ai|artificial)"),
            ("mit hilfe ", r"mit hilfe (?:von )?(?:ki|künstlicher)"),
        ),
    ),
    (
        NoteKind.JUMP,
        r"(?:please )?(?:see|turn to|continued (?:on|from)) (?:page|[A-Z]\d)|fortsetzung (?:auf|von) seite|siehe seite \d|suite (?:en )?page \d|sigue en (?:la )?página",
        (),
    ),
)
