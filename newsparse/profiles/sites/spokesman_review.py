"""The Spokesman-Review, Spokane: place and founding date are from the page's own masthead."""

from newsparse.profiles.profile import Profile

PROFILES = (
    Profile(
        name="spokesman-review",
        publication="The Spokesman-Review",
        hosts=("spokesman.com",),
        place="Spokane, Washington",
        established="1883-05-19",
        timezone="America/Los_Angeles",
        language="en-US",
        masthead_lines=(
            r"(?:Arrow-right Camera )*(?:The Spokesman-Review(?: Newspaper)? ?){1,3}",
            r"(?:.{0,40}\s)?Spokane, Washington\s+Est\. May 19, 1883(?:\s.{0,40})?",
        ),
        furniture_lines=(
            r"Arrow-right Camera(?: Arrow-right Camera)*",
            r"Color Scheme",
            r"Go to e-Edition Sign up for newsletters Customer service",
            r"Subscribe now",
            r"Buy a print of this photo",
            r"Wordcount: \d+",
            r"(?:[A-Z][a-z]+ ){1,4}-?\d{1,3}° ?(?:[A-Z][a-z]+ ?){0,4}",
            r"There was a problem subscribing you to the newsletter\..*",
            r"You have been successfully subscribed!",
            r".{0,200}>> READ MORE",
        ),
    ),
)
