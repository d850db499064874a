"""Records as lines of text and as flat rows, for the exports and `Article.to_flat_dict`.

The records import this package, so it imports them for typing alone.
"""
