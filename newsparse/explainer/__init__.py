"""One page explained: its text, coloured by label, and its record, each field led back to where it
stands.

    explain   the public function trace     the record as fields, with the segments and statements
    each came from, and those that lost palette   a colour a label, for light and dark render
    fields and segments as HTML template  the one style sheet and the one script

The package is not called `explain`, so that importing a module of it never hides the function
`newsparse.explain`.
"""
