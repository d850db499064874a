"""Regions by the last part of a host's name, and what looks like one."""

from __future__ import annotations

from typing import Final

REGIONS_OF_DOMAINS: Final[dict[str, str]] = {"uk": "GB", "su": "RU"}
"""Country domains that differ from the code of their country (ISO 3166-1)."""

SOLD_WIDELY: Final = frozenset(
    "ac ag ai am as at bz cc cd co cx dj eu fm gg gl gs im io is la li ly me ms mu nu pw sc sh st"
    " tk to tv vc ws".split()
)
"""Country domains under which sites of any country stand."""
