"""A program full of mistakes. Each marked line must be an error to a type checker, or the types say too little."""

from __future__ import annotations

import newsparse

PAGE = "<h1>Rain falls</h1>"

newsparse.parse(PAGE, media="pdf")  # MISTAKE
newsparse.segment(PAGE, media="HTML")  # MISTAKE
newsparse.explain(PAGE, media="")  # MISTAKE
newsparse.Parser().parse(PAGE, media="plain")  # MISTAKE
print(newsparse.parse(PAGE).headline.text)  # MISTAKE
print(newsparse.parse(PAGE).no_such_field)  # MISTAKE
newsparse.export(newsparse.parse(PAGE), "docx")  # MISTAKE
newsparse.extract(PAGE, output_format="csv")  # MISTAKE
print(newsparse.no_such_name)  # MISTAKE
