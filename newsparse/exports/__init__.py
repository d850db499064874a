"""An article in other people's formats: one module a format, each one pure function from `Article`
to str.

The table of formats is `newsparse.exports.table`; what each of them holds of a record, and what it
cannot, stands in docs/exports.md.
"""
