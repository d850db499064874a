"""From blocks to labelled segments: each segmenter claims, one resolver judges.

A segmenter is a function from a `View` to claims; the table in `newsparse.segmenters.label` names
them in order. None of them changes anything, and none knows HTML, text, or a site.
"""
