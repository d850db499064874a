"""What a site repeats, learned from pages of it without labels.

A page becomes an `Observation`; observations of one site become a `SiteKnowledge`.
"""
