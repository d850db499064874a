"""Strings to typed values: bylines, persons, credits, datelines, dates.

Functions of this package read one string. They know neither the page nor the site it came from.
"""
