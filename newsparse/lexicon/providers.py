"""Providers of embedded posts, videos, maps, charts, documents and audio: hosts and class words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import attrs

from newsparse.kinds import EmbedKind


@attrs.frozen
class Provider:
    """Who an embed is from, and what kind of embed it offers."""

    name: str
    kind: EmbedKind


_HOSTS: Final[dict[EmbedKind, dict[str, str]]] = {
    EmbedKind.POST: {
        "twitter.com": "X",
        "x.com": "X",
        "instagram.com": "Instagram",
        "facebook.com": "Facebook",
        "fb.com": "Facebook",
        "threads.net": "Threads",
        "threads.com": "Threads",
        "bsky.app": "Bluesky",
        "reddit.com": "Reddit",
        "redditmedia.com": "Reddit",
        "t.me": "Telegram",
        "linkedin.com": "LinkedIn",
        "vk.com": "VK",
        "pinterest.com": "Pinterest",
    },
    EmbedKind.VIDEO: {
        "youtube.com": "YouTube",
        "youtube-nocookie.com": "YouTube",
        "youtu.be": "YouTube",
        "vimeo.com": "Vimeo",
        "dailymotion.com": "Dailymotion",
        "tiktok.com": "TikTok",
        "twitch.tv": "Twitch",
        "jwplayer.com": "JW Player",
        "jwplatform.com": "JW Player",
        "brightcove.net": "Brightcove",
        "streamable.com": "Streamable",
        "wistia.net": "Wistia",
        "rutube.ru": "Rutube",
        "bilibili.com": "Bilibili",
        "archive.org": "Internet Archive",
    },
    EmbedKind.AUDIO: {
        "soundcloud.com": "SoundCloud",
        "spotify.com": "Spotify",
        "podcasts.apple.com": "Apple Podcasts",
        "music.apple.com": "Apple Music",
        "megaphone.fm": "Megaphone",
        "acast.com": "Acast",
        "podigee.io": "Podigee",
        "podbean.com": "Podbean",
        "simplecast.com": "Simplecast",
        "audioboom.com": "Audioboom",
        "deezer.com": "Deezer",
        "art19.com": "Art19",
        "omny.fm": "Omny",
        "spreaker.com": "Spreaker",
        "ivoox.com": "iVoox",
        "bandcamp.com": "Bandcamp",
    },
    EmbedKind.MAP: {
        "google.com/maps": "Google Maps",
        "maps.google.com": "Google Maps",
        "openstreetmap.org": "OpenStreetMap",
        "umap.openstreetmap.fr": "uMap",
        "windy.com": "Windy",
        "strava.com": "Strava",
        "komoot.com": "Komoot",
        "mapbox.com": "Mapbox",
        "arcgis.com": "ArcGIS",
    },
    EmbedKind.CHART: {
        "datawrapper.dwcdn.net": "Datawrapper",
        "datawrapper.de": "Datawrapper",
        "infogram.com": "Infogram",
        "flourish.studio": "Flourish",
        "flo.uri.sh": "Flourish",
        "public.tableau.com": "Tableau",
        "everviz.com": "Everviz",
        "statista.com": "Statista",
        "ourworldindata.org": "Our World in Data",
        "cdn.knightlab.com": "Knight Lab",
    },
    EmbedKind.DOCUMENT: {
        "documentcloud.org": "DocumentCloud",
        "scribd.com": "Scribd",
        "issuu.com": "Issuu",
        "yumpu.com": "Yumpu",
        "docs.google.com": "Google Docs",
        "drive.google.com": "Google Drive",
        "slideshare.net": "SlideShare",
    },
}
"""Hosts, or hosts with the start of a path, of each kind. Subdomains count."""
_BY_HOST: Final[dict[str, Provider]] = {
    host: Provider(name, kind) for kind, hosts in _HOSTS.items() for host, name in hosts.items()
}
_CLASSES: Final[dict[str, Provider]] = {
    "twitter-tweet": Provider("X", EmbedKind.POST),
    "twitter-video": Provider("X", EmbedKind.POST),
    "instagram-media": Provider("Instagram", EmbedKind.POST),
    "tiktok-embed": Provider("TikTok", EmbedKind.VIDEO),
    "fb-post": Provider("Facebook", EmbedKind.POST),
    "fb-video": Provider("Facebook", EmbedKind.VIDEO),
    "bluesky-embed": Provider("Bluesky", EmbedKind.POST),
    "mastodon-embed": Provider("Mastodon", EmbedKind.POST),
    "text-post-media": Provider("Threads", EmbedKind.POST),
    "reddit-embed-bq": Provider("Reddit", EmbedKind.POST),
    "reddit-card": Provider("Reddit", EmbedKind.POST),
    "flourish-embed": Provider("Flourish", EmbedKind.CHART),
    "infogram-embed": Provider("Infogram", EmbedKind.CHART),
    "tableauPlaceholder": Provider("Tableau", EmbedKind.CHART),
    "DC-embed": Provider("DocumentCloud", EmbedKind.DOCUMENT),
}
"""Classes that the providers' own code gives to an embed."""
_TAGS: Final[dict[str, Provider]] = {
    "amp-twitter": Provider("X", EmbedKind.POST),
    "amp-instagram": Provider("Instagram", EmbedKind.POST),
    "amp-facebook": Provider("Facebook", EmbedKind.POST),
    "amp-reddit": Provider("Reddit", EmbedKind.POST),
    "amp-youtube": Provider("YouTube", EmbedKind.VIDEO),
    "amp-vimeo": Provider("Vimeo", EmbedKind.VIDEO),
    "amp-dailymotion": Provider("Dailymotion", EmbedKind.VIDEO),
    "amp-tiktok": Provider("TikTok", EmbedKind.VIDEO),
    "amp-brightcove": Provider("Brightcove", EmbedKind.VIDEO),
    "amp-soundcloud": Provider("SoundCloud", EmbedKind.AUDIO),
}
EMBED_TAGS: Final = frozenset(_TAGS)
"""Elements of AMP that are embeds."""
_CLASS = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, _CLASSES))})(?![\w-])")
_ADDRESS = re.compile(r"(?:https?:)?//([\w.-]{1,253})(/[^?#]{0,20})?", re.IGNORECASE)
_FEWEST_LABELS: Final = 2
"""Labels of the shortest host."""


def provider_of_address(address: str) -> Provider | None:
    """The provider of an address; None for another one.

    >>> provider_of_address("https://www.youtube.com/embed/x").name
    'YouTube'
    >>> provider_of_address("https://www.google.com/maps/embed?pb=1").kind.value
    'map'
    >>> provider_of_address("https://netflix.com/x") is None
    True
    """
    match = _ADDRESS.match(address.strip())
    if match is None:
        return None
    labels = match[1].lower().rstrip(".").split(".")
    step = (match[2] or "").lower().split("/")[1:2]
    for at in range(len(labels) - _FEWEST_LABELS + 1):
        host = ".".join(labels[at:])
        found = _BY_HOST.get(f"{host}/{step[0]}" if step else host) or _BY_HOST.get(host)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=8192)
def provider_of_class(classes: str) -> Provider | None:
    """The provider whose code wrote a class attribute; None for another one.

    >>> provider_of_class("twitter-tweet tw-align-center").name
    'X'
    >>> provider_of_class("my-twitter-tweet") is None
    True
    """
    match = _CLASS.search(classes)
    return _CLASSES[match.group()] if match else None


def provider_of_tag(tag: str) -> Provider | None:
    """The provider of an element of AMP; None for another one."""
    return _TAGS.get(tag)
