"""The workshop: profiles drafted from sample pages, checked against fixtures, watched for drift.

One module a tool; each is a function from pages to values, and `newsparse profile` prints what it returns.
"""
