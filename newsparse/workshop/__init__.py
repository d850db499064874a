"""Tools for writing profiles: draft one from sample pages, check it, find dead rules and drift.

One module for each tool: a function from pages to values. `newsparse profile` prints what it
returns.
"""
