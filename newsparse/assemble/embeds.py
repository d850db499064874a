"""What the story shows of other sites: posts, videos, audio, maps, charts, documents.

A frame of a known provider, the code of a provider, and a frame that calls itself an embed, a
player or a map are embeds. Frames of advertisements and counters are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.pictures import absolute
from newsparse.assemble.positions import position
from newsparse.blocks import EmbedDetails
from newsparse.fields.dates import find_dates
from newsparse.lexicon.class_patterns import FRAMES
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.providers import (
    Provider,
    provider_of_address,
    provider_of_class,
    provider_of_tag,
)
from newsparse.page import Media
from newsparse.records import Embed, EmbedKind, Label, Moment, Origin, Source
from newsparse.textual import any_of

_NEVER: Final = bit(
    "in_nav", "in_footer", "footer", "in_dialog", "consent", "comment", "ad", "share", "signup"
)
"""Where no embed of the story stands."""
_BLOCKS_ABOVE: Final = 8
"""Blocks above the headline, or the body, in which its video may stand."""
_OWN: Final = {"video": EmbedKind.VIDEO, "audio": EmbedKind.AUDIO}
"""Elements that show what is on the paper's own servers."""
_UNWANTED = re.compile(
    r"(?<![a-z])(?:ads?|advert\w{0,12}|adsystem|doubleclick|googlesyndication|googletagmanager|"
    r"analytics|pixel|tracking|consent|captcha|recaptcha|newsletter|subscribe|comments?|disqus|"
    r"plugins/(?:like|share|page|follow)\w{0,12}|like\.php|share_button\w{0,12}|tweet_button\w{0,12})"
    r"(?![a-z])",
    re.IGNORECASE,
)
"""Addresses of frames that show no part of a story."""
_SIGNED = re.compile(
    r"(?<!\s)\s*[—–-]\s(?P<author>[^()\n]{1,80}?)\s?\((?P<handle>@[\w.-]{1,60})\)"
    r"(?P<date>[^()\n]{0,40})$"
)
"""The signature under a post: "— Ada Lin (@ada) March 4, 2024"."""
_SHARED = re.compile(
    r"(?:post|video|reel) shared by (?P<author>[^()\n]{1,80}?)\s?\((?P<handle>@[\w.-]{1,60})\)"
    r"(?P<date>[^()\n]{0,60})$",
    re.IGNORECASE,
)
"""The signature of a post on Instagram."""
_PROMPT = re.compile(
    rf"^(?:{any_of(spoken(lambda language: language.embed_prompts))}"
    r"|ein beitrag geteilt von .{0,80})$",
    re.IGNORECASE,
)
"""Words that the provider's code puts around a post."""


def embeds(context: AssemblyContext, at_blocks: Sequence[int] | None) -> tuple[Embed, ...]:
    """The embeds of the story in order, each address once; `at_blocks` are the blocks of the page
    that are its body."""
    if context.page.media is Media.TEXT:
        return ()
    found: dict[str, Embed] = {}
    first, last = _region(context)
    for details in context.page.locator.embeds(first, last):
        provider = _provider(context, details)
        if provider is None:
            continue
        embed = _embed(context, details, provider, position(at_blocks, details.before))
        found.setdefault(embed.url or embed.raw, embed)
    return tuple(found.values())


def _region(context: AssemblyContext) -> tuple[int, int]:
    """The first and the last block that an embed of the story may stand before."""
    story = [piece.block for piece in context.labelled(Label.BODY)]
    heads = [piece.block for piece in context.labelled(Label.HEADLINE)]
    first = min((*heads[:1], *story[:1]), default=0)
    return first - _BLOCKS_ABOVE, max(story, default=len(context.page.blocks)) + 1


def _provider(context: AssemblyContext, details: EmbedDetails) -> Provider | None:
    """Who an embed is from; None if it is no embed of the story."""
    within = context.page.outline.within[details.node] if details.node >= 0 else 0
    if within & _NEVER:
        return None
    known = provider_of_class(details.classes) or provider_of_tag(details.tag)
    if known is not None:
        return known
    if details.tag in _OWN:
        return Provider("", _OWN[details.tag])
    if _UNWANTED.search(details.url):
        return None
    known = provider_of_address(details.url)
    if known is not None:
        return known
    said = f"{details.url} {details.classes} {details.title}"
    kind = next((kind for pattern, kind in FRAMES if pattern.search(said)), None)
    return Provider("", kind) if kind is not None else None


def _embed(
    context: AssemblyContext, details: EmbedDetails, provider: Provider, at: int | None
) -> Embed:
    """The record of an embed."""
    text, author, date = _post(context, details)
    return Embed(
        provider.kind,
        provider.name or None,
        (absolute(context.page.url, details.url) if details.url else None),
        author,
        date,
        text or details.title,
        at,
        details.raw,
        Source(Origin.DOM, where=details.where, reason="shows a part of another site"),
    )


def _post(context: AssemblyContext, details: EmbedDetails) -> tuple[str, str | None, Moment | None]:
    """The words of a post, its author and its date, as far as the page prints them."""
    lines = [block.text for block in context.page.blocks[details.before : details.after]]
    whole = "\n\n".join(line for line in lines if not _PROMPT.match(line.strip()))
    signed = _SIGNED.search(whole) or _SHARED.search(whole)
    if signed is None:
        return whole, None, _date(details.date)
    text = whole[: signed.start()].rstrip() if signed.re is _SIGNED else ""
    author = f"{signed['author'].strip()} ({signed['handle']})"
    return text, author, _date(signed["date"]) or _date(details.date)


def _date(text: str) -> Moment | None:
    """The one date in a text."""
    if not any(map(str.isdigit, text)):
        return None
    days = {found.moment for found in find_dates(text)}
    return days.pop() if len(days) == 1 else None
