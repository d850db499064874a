"""An article in other formats: one module for each, with one pure function from `Article` to str.

The table of formats is `newsparse.exports.table`. docs/exports.md says what each format contains of
a record, and what it cannot contain.
"""
