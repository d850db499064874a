"""A colour a label: ink for its name and bar, wash for its ground, each for light and for dark.

The hues stand apart on the wheel and the four lightnesses are the same for all (OKLCH 0.45, 0.955,
0.82 and 0.27), so no label shouts. Colour never speaks alone: every segment also prints its label.
A test computes the contrasts (WCAG 2.2, AA).
"""

from __future__ import annotations

from typing import Final

import attrs

from newsparse.records import Label


@attrs.frozen
class Colour:
    """The colours of one label, as hexadecimal sRGB."""

    ink: str
    wash: str
    dark_ink: str
    dark_wash: str


LABELS: Final = {
    Label.MASTHEAD: Colour("#7c2f82", "#fde9fd", "#eca9ef", "#331d34"),
    Label.KICKER: Colour("#902559", "#feeaf1", "#fea5c8", "#391b28"),
    Label.HEADLINE: Colour("#972527", "#fdecea", "#ffaba3", "#3b1c1a"),
    Label.DECK: Colour("#873d02", "#feece3", "#ffae81", "#3a1e0e"),
    Label.BYLINE: Colour("#1c50a7", "#e9f1fd", "#a3c5fe", "#18263f"),
    Label.DATELINE: Colour("#5740a1", "#efeefc", "#c3baff", "#26223d"),
    Label.DATE: Colour("#0b5d7c", "#e1f3fd", "#6fd2ff", "#042b3a"),
    Label.CAPTION: Colour("#0a644e", "#daf8ec", "#68ddb8", "#042e23"),
    Label.CREDIT: Colour("#0a6262", "#d6f8f7", "#4ddcdc", "#002d2d"),
    Label.BODY: Colour("#2d6a16", "#f3f8f0", "#9ad78c", "#1b2318"),
    Label.NOTE: Colour("#6c5005", "#fbefd6", "#e8be62", "#322405"),
    Label.TAG: Colour("#595901", "#f1f3d8", "#c9cb6b", "#282807"),
    Label.FURNITURE: Colour("#5b6167", "#ffffff", "#9aa2ab", "#16191d"),
}
"""The colours of every label. Body, which is most of a story, is the calmest; furniture has no hue.
"""

SURFACES: Final = {
    "paper": ("#ffffff", "#16191d"),
    "panel": ("#f5f4f1", "#1e2227"),
    "text": ("#1d2125", "#e8eaed"),
    "muted": ("#565c63", "#a6adb5"),
    "rule": ("#d9d7d1", "#363c43"),
    "link": ("#1b4f9c", "#9dc1ff"),
    "focus": ("#b3261e", "#ffb86b"),
    "alarm": ("#8c1d18", "#ffb4ab"),
}
"""The other colours, light and dark."""


def variables() -> str:
    """The palette as CSS: custom properties for light, again for dark, and a class a label.

    >>> ".headline{--ink:var(--headline);--wash:var(--headline-wash)}" in variables()
    True
    """
    light = [f"--{name}:{pair[0]}" for name, pair in SURFACES.items()]
    dark = [f"--{name}:{pair[1]}" for name, pair in SURFACES.items()]
    rules = []
    for label, colour in LABELS.items():
        light += [f"--{label.value}:{colour.ink}", f"--{label.value}-wash:{colour.wash}"]
        dark += [f"--{label.value}:{colour.dark_ink}", f"--{label.value}-wash:{colour.dark_wash}"]
        rules.append(
            f".{label.value}{{--ink:var(--{label.value});--wash:var(--{label.value}-wash)}}"
        )
        rules.append(f"li.{label.value}{{--name:'{label.value}'}}")
        rules.append(
            f"body:has(#show-{label.value}:not(:checked)) #page .{label.value}{{display:none}}"
        )
    again = ",".join(f"li.{label.value}+li.{label.value}" for label in LABELS)
    rules.append(f"@media (max-width:52rem){{:is({again}){{--name:none}}}}")
    return (
        f":root{{{';'.join(light)}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{';'.join(dark)}}}}}\n" + "\n".join(rules)
    )
