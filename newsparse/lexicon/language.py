"""What a language says on a newspaper page: the one record that each file of `languages` fills.

A phrase is written as pages print it, in small letters, unless its field says otherwise. A field
whose name ends in `_patterns` holds regular expressions; every other field holds plain phrases.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

Phrases = tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False)
class Language:
    """The words of one language, by what they do on a page.

    Every field but `code` and `name` may be left out: a language says what is known of it.

    >>> from newsparse.lexicon.languages import language_of
    >>> german = language_of("de-AT")
    >>> german.name, german.joiners
    ('German', ('und', 'mit', 'Und', 'UND'))
    """

    code: str
    """ISO 639-1 code, as in `<html lang>`; the name of its file."""
    name: str
    """Its English name."""
    aliases: Phrases = ()
    """Other codes that pages use for it."""
    function_words: Phrases = ()
    """Its most frequent words: they tell the language of a page that does not state one."""

    # Bylines
    byline_prefixes: Phrases = ()
    """Words that open a byline ("by", "written by"); with a colon they are safe anywhere."""
    prefixes_like_names: Phrases = ()
    """Those of `byline_prefixes` that begin names too: prefixes on pages of this language alone."""
    source_labels: Phrases = ()
    """What stands with a colon before the agency or paper that a story is from ("Source")."""
    source_prefix_patterns: Phrases = ()
    """Openings of a byline that names no person ("From staff reports")."""
    glued_byline_prefixes: Phrases = ()
    """Prefixes, as printed, that dumps glue to the name ("ByAda Lin")."""
    written_by_openings: Phrases = ()
    """Openings of a line that says who wrote the story, before a blank."""
    joiners: Phrases = ()
    """Words between two authors; each spelling with capitals stands for itself."""
    joiner_letters: Phrases = ()
    """Letters of which a name must hold one where a joiner means something else elsewhere."""
    surname_joiners: Phrases = ()
    """Words between the two surnames of one person."""
    signing_labels: Phrases = ()
    """What stands before authors where names are not parted by blanks ("记者")."""
    editor_labels: Phrases = ()
    """What stands before the editors in charge of a page, who are no authors ("责任编辑")."""
    house_labels: Phrases = ()
    """What stands before the house that a story comes from ("来源")."""
    issuer_labels: Phrases = ()
    """What stands before the body that issued a notice ("发文机关")."""
    posting_patterns: Phrases = ()
    """Lines that say who posted a text and when, with the group `name`."""
    author_endings: Phrases = ()
    """What stands between an author and the date, where names are not parted by blanks."""
    author_labels: Phrases = ()
    """Those of them that pen names may follow behind a colon."""
    roles: Phrases = ()
    """Nouns of which a role or title has at least one."""
    role_qualifiers: Phrases = ()
    """Words that go with a role's noun; two of them alone make a role too ("Chief Political")."""
    role_stems: Phrases = ()
    """Last parts of compound nouns for roles (Politikredakteurin)."""
    unspaced_roles: Phrases = ()
    """Roles that follow a name without a space."""
    staff_desks: Phrases = ()
    """Phrases that name the paper's own staff instead of a person."""
    staff_desk_patterns: Phrases = ()
    """Whole desks that hold the name of a beat or place ("our foreign staff"), in small letters."""
    wire_desks: Phrases = ()
    """Phrases for agencies without their names ("From wire reports")."""
    desk_prefixes: Phrases = ()
    """Words before a desk ("from staff reports")."""
    team_endings: Phrases = ()
    """Last words of the names of a publisher's teams ("Example Lifestyle Desk")."""
    team_stopwords: Phrases = ()
    """Words which show that a text is not the name of a team ("Meet our team")."""
    house_prepositions: Phrases = ()
    """Words between an author and a publisher ("special to")."""
    house_links: Phrases = ()
    """Words between an author and a publisher with an article ("Ada Lin of The Example Herald")."""
    house_endings: Phrases = ()
    """Last words of publishers' names, never of persons' names."""
    affiliation_words: Phrases = ()
    """Words inside an author's institution ("School of Law")."""
    institution_stems: Phrases = ()
    """First letters of words for institutions."""
    filing_prepositions: Phrases = ()
    """Words between an author and a place."""
    filed_endings: Phrases = ()
    """What ends the words for where a story was filed ("上海报道")."""
    filed_otherwise: Phrases = ()
    """Words before such an ending that are no place ("综合报道"), or that end what is none."""
    helper_stamps: Phrases = ()
    """What introduces people who did not write the story ("edited by")."""
    picture_stamps: Phrases = ()
    """What introduces those who took the pictures of a story, in the line of its byline."""
    glued_joiners: Phrases = ()
    """Letters before a name that join it to the name before, with no blank between ("וי...")."""
    names_like_joined: Phrases = ()
    """Given names that begin with one of those letters."""
    name_particles: Phrases = ()
    """Small words inside names."""
    particle_articles: Phrases = ()
    """Articles that belong to a name behind another particle only ("von der", "de la")."""
    particle_phrases: Phrases = ()
    """Particles of several words, one of which would part two names elsewhere."""
    name_suffixes: Phrases = ()
    """What belongs to a name though it stands after it."""
    articles: Phrases = ()
    """Words that no name begins with."""
    words_outside_names: Phrases = ()
    """Words that no person's name holds."""
    account_names: Phrases = ()
    """Names that a site's software gives to authors who are no persons."""
    author_page_words: Phrases = ()
    """What newsrooms call the pages of their authors in addresses."""

    # Dates
    months: tuple[Phrases, ...] = ()
    """The twelve months, each with its forms; the first is the full one."""
    levantine_months: tuple[Phrases, ...] = ()
    """The twelve Gregorian months as the papers of the Levant name them, in one word or two."""
    jalali_months: tuple[Phrases, ...] = ()
    """The twelve months of the Jalali calendar."""
    hijri_months: tuple[Phrases, ...] = ()
    """The twelve months of the Hijri calendar."""
    weekdays: Phrases = ()
    """The seven days of the week."""
    month_words: Phrases = ()
    """Words before a month that is counted and not named ("tháng 3")."""
    updated_labels: Phrases = ()
    """What calls a date an update."""
    published_labels: Phrases = ()
    """What calls a date a publication."""
    first_published_labels: Phrases = ()
    """What calls a date the first publication, so that a bare date beside it is later."""
    glued_date_labels: Phrases = ()
    """Labels, as printed, that dumps glue to what stands before them."""
    date_prepositions: Phrases = ()
    """Words that lead to a date or a time of day."""
    ordinal_endings: Phrases = ()
    """Letters behind the number of a day ("3rd")."""
    day_prepositions: Phrases = ()
    """Words between a day and its month ("3 de mayo"); no blank follows an apostrophe."""
    year_prepositions: Phrases = ()
    """Words between a month and its year ("de mayo de 2024")."""
    year_words: Phrases = ()
    """Words between a year and the day behind it ("2024. gada 3. maijs")."""
    year_marks: Phrases = ()
    """Short forms between a year and the month behind it ("2024 m. kovo 4")."""
    clock_words: Phrases = ()
    """Words behind a time of day ("10:15 Uhr")."""
    am_words: Phrases = ()
    """Words before a time of day that make it one before noon ("오전 9:30")."""
    pm_words: Phrases = ()
    """Words before a time of day that make it one after noon ("午後2時")."""
    night_words: Phrases = ()
    """Those of `pm_words` that lead into the hours after midnight too ("रात 2 बजे")."""
    am_marks: Phrases = ()
    """Marks behind a time of day that make it one before noon, besides "a.m."."""
    pm_marks: Phrases = ()
    """Marks behind a time of day that make it one after noon, besides "p.m."."""
    numeric_order: str = "dmy"
    """The order of day, month and year where numbers alone state a date and none has four digits
    in front; one of "dmy", "mdy" and "ymd"."""
    numeric_orders: Mapping[str, str] = attrs.field(factory=dict)
    """The regions, as small ISO 3166-1 codes, that use another order."""
    relative_openings: Phrases = ()
    """Words before, or in place of, a count of time that ended now ("vor", "an")."""
    relative_units: Phrases = ()
    """How the units of such a count begin."""
    ago_words: Phrases = ()
    """Words behind a number and any unit that count it from now ("3 timer siden")."""
    relative_days: Phrases = ()
    """Days named from now."""
    relative_marks: Phrases = ()
    """Endings of a count from now that need no blank before or after them."""
    counted_stems: Phrases = ()
    """How words begin that follow a count in a byline's line: reading times, ages, comments."""
    counted_endings: Phrases = ()
    """Words that may follow such a count ("5 min read")."""
    duration_stems: Phrases = ()
    """How units of time begin that the body model counts as dates; a change asks for a new fit."""

    # Datelines
    place_prepositions: Phrases = ()
    """Words that lead to a place in running text."""
    dateline_joiners: Phrases = ()
    """Words between two cities of a dateline."""
    agency_joiners: Phrases = ()
    """Words between two agencies of a dateline."""
    place_particles: Phrases = ()
    """Small words inside the name of a place."""

    # Credits and captions
    credit_labels: Phrases = ()
    """What introduces a picture credit; a colon, a blank or nothing may follow."""
    text_source_labels: Phrases = ()
    """Credit labels that also say where a text or its figures are from ("Source:")."""
    comment_verbs: Phrases = ()
    """Words behind the name of a reader who comments: "Ada says:"."""
    comment_buttons: Phrases = ()
    """Whole lines of buttons under a comment of a reader."""
    embed_prompts: Phrases = ()
    """Whole lines that the code of a provider puts around an embedded post."""
    credit_label_tails: Phrases = ()
    """Words between a label and its colon, besides prepositions ("Photo credit:")."""
    credit_prepositions: Phrases = ()
    """Words between a label and the name ("Photo by")."""
    courtesy_words: Phrases = ()
    """Words between a label and whoever lent the picture."""
    credit_openings: Phrases = ()
    """What introduces a credit with nothing but a blank before the name."""
    source_openings: Phrases = ()
    """Labels of a picture's source, with their own punctuation."""
    photo_by_labels: Phrases = ()
    """Labels that a preposition or a word of courtesy follows."""
    photo_name_labels: Phrases = ()
    """Labels that a name of two words may follow directly."""
    printed_photo_labels: Phrases = ()
    """Labels inside a caption that a preposition follows, in each spelling as printed."""
    printed_photo_prepositions: Phrases = ()
    """More of those prepositions, as printed."""
    printed_credit_openings: Phrases = ()
    """What introduces a credit inside a caption, in each spelling as printed."""
    credit_bracket_words: Phrases = ()
    """Words that make a credit of a bracket at a caption's end, for the body model."""
    credit_splitters: Phrases = ()
    """Words between two names of a credit, or a name and its house."""
    picture_words: Phrases = ()
    """Words that an agency's name may hold in a credit ("AP Photo")."""
    photo_taken_words: Phrases = ()
    """Words behind a name for having taken the picture."""
    sent_letters: Phrases = ()
    """Letters behind an agency's name for having sent the picture."""
    photo_reporter_patterns: Phrases = ()
    """Titles behind a photographer's name."""
    sentence_endings: Phrases = ()
    """Letters that end a sentence without a full stop."""
    credit_fillers: Phrases = ()
    """Parts of a credit that are neither a name nor an agency; they are kept in `raw` alone."""
    anonymous_credits: Phrases = ()
    """Whole credits that name nobody ("file photo")."""
    counter_words: Phrases = ()
    """Words between the number of a picture and how many there are ("1 of 4")."""
    picture_count_openings: Phrases = ()
    """Words before the number of pictures in a gallery."""
    picture_count_words: Phrases = ()
    """Words behind it ("12 photos")."""
    picture_chrome_patterns: Phrases = ()
    """Labels of players and galleries that are no caption."""
    gallery_patterns: Phrases = ()
    """What galleries glue before a caption."""
    print_sale_patterns: Phrases = ()
    """What galleries glue behind a caption to sell prints of the picture."""
    print_sale_endings: Phrases = ()
    """Last words of those."""
    more_words: Phrases = ()
    """The word behind a caption cut short ("... more")."""
    less_words: Phrases = ()
    """The word behind the caption in full."""

    # Furniture and notes
    furniture: Mapping[str, Phrases] = attrs.field(factory=dict)
    """Purpose to the phrases that are furniture where they are the whole line.

    Written as `newsparse.textual.normalize` folds them: small letters, plain quotes and dashes.
    """
    furniture_openings: Mapping[str, Phrases] = attrs.field(factory=dict)
    """Purpose to the words that a line of furniture begins with, folded alike."""
    channels: Phrases = ()
    """Services on which papers have themselves followed, in small letters."""
    note_openings: Mapping[str, Phrases] = attrs.field(factory=dict)
    """Kind of note (a value of `NoteKind`) to patterns of its first words."""
    note_phrases: Mapping[str, tuple[tuple[str, str], ...]] = attrs.field(factory=dict)
    """Kind of note to what it says further in.

    Each row is small letters that must stand in the text, and a pattern of the whole phrase.
    """
    reader_request_patterns: Phrases = ()
    """Whole lines in which a site asks its reader to choose, buy or come, and other controls."""
    tail_patterns: Phrases = ()
    """First words of lines after which no story follows."""

    # Rights and access
    rights_phrases: Phrases = ()
    """What reserves the rights in a page ("all rights reserved")."""
    text_mining_words: Phrases = ()
    """What lawyers call text and data mining and the training of models."""
    paywall_phrases: Phrases = ()
    """How a page asks its reader to pay for the rest of the story, folded as `normalize` does."""

    # Tags and mastheads
    tag_list_labels: Phrases = ()
    """What introduces a list of tags on a line of its own."""
    topic_page_words: Phrases = ()
    """What newsrooms call the pages of a topic in addresses."""
    founding_words: Phrases = ()
    """Words before the year in which a paper was founded."""
    newspaper_words: Phrases = ()
    """Words for a newspaper on its masthead."""
    logo_prepositions: Phrases = ()
    """Words between "logo" and the paper's name in an alternative text."""
    home_page_words: Phrases = ()
    """Words behind the paper's name in the alternative text of a link to its home page."""
    generic_site_names: Phrases = ()
    """What sites call themselves in place of a name."""
    section_names: Phrases = ()
    """Usual names of a paper's sections, as they stand above a headline."""
    opinion_words: Phrases = ()
    """Words that mark a page of opinion."""

    # Scanned pages
    page_words: Phrases = ()
    """Words before the number of a page or column in a jump line."""
    page_numerals: Phrases = ()
    """The numbers of pages as words, in order: the first stands for page 1."""
    jump_openings: Phrases = ()
    """What opens a line that leads on to another page ("continued on")."""
    jump_prepositions: Phrases = ()
    """Words that may stand before the page in such a line."""
    jump_back_words: Phrases = ()
    """What opens a line that leads back to an earlier page ("continued")."""
    jump_back_prepositions: Phrases = ()
    """Words between those and the page ("from")."""
    issue_number_words: Phrases = ()
    """Words before the number of an issue."""
    masthead_number_words: Phrases = ()
    """Words before a number, perhaps a Roman one, that mark a line as part of a masthead."""
    masthead_words: Phrases = ()
    """Other words that mark such a line: price, edition, year."""
    masthead_coins: Phrases = ()
    """Coins behind a number that mark such a line."""
    advert_price_patterns: Phrases = ()
    """Prices as advertisements print them."""
    advert_sale_phrases: Phrases = ()
    """How advertisements say that something is sold."""
    advert_request_patterns: Phrases = ()
    """How advertisements ask the reader to come, write or buy, as patterns of whole words."""
    advert_letting_phrases: Phrases = ()
    """How advertisements let or seek something."""
