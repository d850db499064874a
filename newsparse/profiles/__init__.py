"""Site profiles: what the generic parser gets wrong or cannot know about one publication, as data."""
