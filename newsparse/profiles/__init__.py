"""Site profiles: data about one publication that the generic parser gets wrong or cannot know."""
