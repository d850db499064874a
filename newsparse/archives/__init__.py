"""Exports of news archives: LexisNexis, Nexis Uni, Factiva, ProQuest, NewsBank.

`split` cuts a file into its documents. `headers` reads the labelled lines at the head and foot of
one document. `vocabulary` lists the labels that the archives print.
"""
