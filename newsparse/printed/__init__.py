"""Records as lines of text and as flat rows: what the exports, the command line and `Article.to_flat_dict` share.

Nothing here imports the records at run time, so that the records can import it.
"""
