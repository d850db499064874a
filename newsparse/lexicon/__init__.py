"""Knowledge held as data: words, names and phrases, by language where they have one."""
