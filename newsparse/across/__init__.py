"""Stories across pages: near-copies, who printed first, and what changed between two captures."""
