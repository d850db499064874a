"""From judged pieces and head data to the record. Trust is per field, not per source.

One module a field or two; each is a function from an `AssemblyContext` (the pieces, the head's
statements, the profile's facts) to values with their sources.
"""
