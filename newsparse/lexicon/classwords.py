"""What the words in `class`, `id`, `role`, `itemprop` and test-id attributes say of an element.

Words are compared whole (`"ad"` is not in `"header"`), never as substrings. A group is one
bit of an int, so the groups of an element and of all its ancestors are one number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

GROUPS: Final[dict[str, str]] = {
    # what the article is
    "article": (
        "article hentry artikel articulo noticia nota beitrag storypage newsarticle story news post"
    ),
    "body": (
        "body content text entry prose richtext paragraph paragraphs copy articlebody storybody "
        "storytext articletext bodytext bodycopy maintext texto cuerpo corps inhalt fliesstext "
        "absatz articlecontent postbody postcontent entrycontent storycontent maincontent "
        "fulltext longform wysiwyg textblock articlebodytext brodtext tekst"
    ),
    "main": "main primary center hauptinhalt maincol",
    "headline": (
        "headline headlines hed title titre titulo titel titolo heading ueberschrift rubrik "
        "otsikko storytitle"
    ),
    "deck": (
        "deck dek subtitle subheadline subhead subheading standfirst summary lead lede intro "
        "teaser chapo chapeau abstract excerpt sottotitolo bajada copete entradilla vorspann "
        "ingress description sommario sousTitre subtitulo strapline sinopsis einleitung anlauf "
        "anleser leadtext introtext"
    ),
    "kicker": (
        "kicker overline eyebrow rubric category categories section topline dachzeile label flag "
        "antetitulo occhiello channel ressort supertitle roofline spitzmarke surtitre volanta "
        "cintillo vignette topic"
    ),
    "byline": (
        "byline author authors autor autoren auteur auteurs autore writer writers reporter firma "
        "firmas byliner contributor journalist credits signature verfasser redakteur byauthor "
        "authorname by autores skribent vcard fn forfatter"
    ),
    "date": (
        "date dates time timestamp datetime dateline published publish publication pubdate "
        "updated modified posted datum fecha data zeit zeitstempel posttime day dato horodatage "
        "publishdate datepublished datemodified lastupdated"
    ),
    "caption": (
        "caption captions cutline figcaption legend legende leyenda bildunterschrift bildtext "
        "didascalia imagecaption photocaption wpcaption bu pie epigrafe bildetekst "
        "byline-caption imagetext"
    ),
    "credit": (
        "credit photocredit imagecredit copyright photographer source quelle fotograf rights "
        "bildquelle creditline rechte imagesource attribution photocredits foto bildnachweis"
    ),
    "note": (
        "correction corrections clarification editors note notes disclaimer footnote footnotes "
        "endnote footer-note"
    ),
    # media
    "picture": (
        "image images img photo photos picture pictures pic figure media gallery galerie galeria "
        "slideshow carousel slider slide swiper lightbox bild bilder imagen thumbnail thumb "
        "fotostrecke diashow absatzbild teaserbild artikelbild aufmacherbild beitragsbild hero "
        "leadart mainimage"
    ),
    "video": "video videos player jwplayer brightcove youtube vimeo audio podcast videoplayer",
    "embed": (
        "embed embeds twitter tweet instagram facebook tiktok oembed reddit datawrapper infogram "
        "iframe interactive"
    ),
    # furniture
    "navigation": (
        "nav navbar navigation menu menus submenu megamenu dropdown breadcrumb breadcrumbs "
        "pagination pager paging tabs tab tabbar topbar hamburger mega subnav skip skiplink navi "
        "prev previous drawer offcanvas toc sitemap"
    ),
    "footer": "footer footers colophon foot pied footerlinks sitefooter",
    "header": "header head masthead topper siteheader",
    "sidebar": (
        "sidebar aside rail side rightrail rightcol secondary complementary widget widgets "
        "textwidget"
    ),
    "comment": (
        "comment comments commentlist commentform respond disqus reply replies thread kommentare "
        "kommentar comentarios commentaires coral openweb viafoura discussion forum"
    ),
    "related": (
        "related recommended recommendation recommendations recirc recirculation readmore "
        "morestories popular trending latest recent mostread mostpopular teasers teaser outbrain "
        "taboola promo promos promoted upnext alsoread readnext similar suggested spotlight "
        "relacionadas relacionados verwandte mehr morefrom internallinks seealso crosslinks "
        "linkbox moreon relatedlinks relatedposts relatedarticles more"
    ),
    "card": (
        "card cards tile tiles item items list lists grid loop collection feed listing articles "
        "posts links"
    ),
    "share": (
        "share sharing shares sharebar social socials follow followus addthis sharedaddy "
        "sharetools teilen compartir partager socialmedia socialshare whatsapp pinterest "
        "linkedin bookmark"
    ),
    "signup": (
        "newsletter newsletters subscribe subscription signup optin mailchimp email mailing "
        "register registration"
    ),
    "ad": (
        "ad ads advert adverts advertisement advertising adslot adbox adunit adcontainer sponsor "
        "sponsored dfp gpt anzeige publicidad pub publicite werbung adsense adwrapper cta "
        "affiliate shopping commerce offer offers deal deals banner"
    ),
    "consent": (
        "cookie cookies consent gdpr modal popup overlay dialog toast alert notice privacy "
        "onetrust cmp"
    ),
    "paywall": (
        "paywall premium piano regwall paid abo plus metered locked barrier subscriber subscribers"
    ),
    "biography": (
        "bio biography authorbio authorbox abouttheauthor aboutauthor about profile authorcard "
        "authorinfo bios"
    ),
    "tags": (
        "tags tag tagcloud taglist topics keywords keyword schlagworte temas etiquetas hashtags "
        "themen"
    ),
    "meta": "meta info details metadata postmeta entrymeta articleinfo data",
    "tool": (
        "tools toolbar tool print button buttons btn icon icons action actions toggle close "
        "control controls"
    ),
    "form": "form field fields input login search password account user contact survey poll quiz",
    "box": (
        "box infobox factbox infokasten kasten faktabox sidebarbox callout highlight factfile "
        "panel infobloc"
    ),
    "quote": "quote quotes pullquote blockquote zitat citation pull",
    "live": "live liveblog ticker liveticker liveblogpost minutebyminute update updates liveentry",
    "hidden": (
        "hidden hide visuallyhidden invisible offscreen screenreader sronly clip print-only "
        "printonly"
    ),
    "logo": "logo brand branding sitename sitetitle wordmark",
}
"""Group to its words. Order fixes the bits."""

_BIT: Final[dict[str, int]] = {group: 1 << i for i, group in enumerate(GROUPS)}
_STRUCTURE: Final = [
    "in_article",
    "in_main",
    "in_nav",
    "in_header",
    "in_footer",
    "in_aside",
    "in_form",
    "in_figure",
    "in_figcaption",
    "in_table",
    "in_list",
    "in_quote",
    "in_link",
    "in_control",
    "in_dialog",
    "in_hidden",
    "in_details",
    "in_section",
    "in_address",
    "has_time",
]
_BIT.update({name: 1 << (len(GROUPS) + i) for i, name in enumerate(_STRUCTURE)})


def bit(*names: str) -> int:
    """The bits of the groups named, together.

    >>> bit("ad") & groups("ad-slot") > 0
    True
    """
    value = 0
    for name in names:
        value |= _BIT[name]
    return value


BITS: Final[dict[str, int]] = dict(_BIT)
"""Every group's name and bit, class words first, then structural elements (`in_nav`, ...)."""

_WORDS: Final[dict[str, int]] = {}
for _group, _words in GROUPS.items():
    for _word in _words.lower().split():
        _WORDS[_word.replace("-", "")] = _WORDS.get(_word.replace("-", ""), 0) | _BIT[_group]
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FOLLOWED: Final[dict[str, dict[str, int]]] = {
    "sr": {"only": _BIT["hidden"]},
    "screen": {"reader": _BIT["hidden"]},
    "visually": {"hidden": _BIT["hidden"]},
    "read": {"more": _BIT["related"], "also": _BIT["related"], "next": _BIT["related"]},
    "most": {"read": _BIT["related"], "popular": _BIT["related"]},
    "also": {"read": _BIT["related"]},
    "sign": {"up": _BIT["signup"]},
    "up": {"next": _BIT["related"]},
}
"""Words that say something only with the word after them."""


_UTILITY = re.compile(
    r"\b(?:text|flex|grid|items|list|table|font|order|border|bg|content|self|justify|object|"
    r"overflow|inset|hidden|visible)-(?:xs|sm|md|base|lg|xl|\d\S*|left|right|center|start|end|"
    r"top|bottom|middle|justify|between|around|row|col|cols|rows|wrap|nowrap|none|inside|disc|"
    r"decimal|auto|cover|contain|hidden|black|white|gr[ae]y|red|blue|green|primary|secondary|"
    r"neutral|dark|light|muted|body|bold|medium|semibold|normal|sans|serif|uppercase|ellipsis|"
    r"(?:xs|sm|md|lg|xl)-\S+|\w+-\d+)\b|\b(?:hidden|visible|d|col|row)-(?:xs|sm|md|lg|xl|"
    r"print|\d)\S*"
)
"""Names that utility frameworks style with; they say how an element looks, not what it is."""


@lru_cache(maxsize=8192)
def groups(attribute: str) -> int:
    """The groups that the words of a class or id attribute belong to, as bits.

    >>> groups("article__body-text") == bit("article", "body")
    True
    >>> groups("header") & bit("ad"), groups("md:text-lg text-sm flex-row")
    (0, 0)
    """
    value = 0
    for name in attribute[:300].split():
        value |= _groups_of(name)
    return value


@lru_cache(maxsize=8192)
def _groups_of(name: str) -> int:
    """The groups of one class name, which may hold several words."""
    if ":" in name or "[" in name:
        return 0
    if "-" in name:
        name = _UTILITY.sub(" ", name)
    if not name.islower():
        name = _CAMEL.sub(" ", name).lower()
    value = 0
    after: dict[str, int] | None = None
    for word in name.replace("-", " ").replace("_", " ").split():
        value |= _WORDS.get(word, 0)
        if after:
            value |= after.get(word, 0)
        after = _FOLLOWED.get(word)
    return value
