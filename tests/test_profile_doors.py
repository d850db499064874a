"""The ways to add a profile: a value, a registration, a folder of TOML files, a file of another project, a package."""

from __future__ import annotations

import json
import textwrap

import pytest
from packs import fresh_python, install, run

import newsparse
from newsparse import InputError, Profile, ProfileError
from newsparse.profiles.toml import read_folder, read_text, write_text

PAGE = "<html><body><h1>Herald</h1><div class='hl'>Rain falls on Exampleton</div><div class='t'><p>It rained all day, the council said.</p></div></body></html>"
TOML = """
publication = "The Example Herald"
hosts = ["herald.example"]
established = 1871
headline = ["css:h1.gone", "css:.hl"]
furniture_lines = ['Read more \\(free\\)']

[[version]]
until = 2020-12-31
headline = "css:h1"
"""


def test_parse_takes_a_profile_value():
    assert (
        newsparse.parse(PAGE, profile=Profile(name="herald", headline="css:.hl")).headline.text
        == "Rain falls on Exampleton"
    )


def test_registered_profile_is_found_by_its_host(monkeypatch):
    from newsparse import api

    monkeypatch.setattr(api, "_REGISTERED", [])
    api.default_parser.cache_clear()
    newsparse.register(Profile(name="herald", hosts="herald.example", headline="css:.hl"))
    try:
        found = newsparse.parse(PAGE, url="https://www.herald.example/rain")
        assert (found.profile, found.headline.text) == ("herald", "Rain falls on Exampleton")
    finally:
        api.default_parser.cache_clear()


def test_folder_of_toml_files_is_a_pack(tmp_path):
    (tmp_path / "example_herald.toml").write_text(TOML, "utf-8")
    (tmp_path / "notes.txt").write_text("not a profile", "utf-8")
    profiles = read_folder(tmp_path)
    assert [(one.name, one.until, one.established, str(one.headline)) for one in profiles] == [
        ("example-herald", None, "1871", "css:h1.gone | css:.hl"),
        ("example-herald", "2020-12-31", "1871", "css:h1"),
    ]
    parser = newsparse.Parser(profiles)
    assert (
        parser.parse(PAGE, url="https://herald.example/2024/05/01/rain").headline.text
        == "Rain falls on Exampleton"
    )
    assert (
        parser.parse(PAGE, url="https://herald.example/2019/05/01/rain").headline.text == "Herald"
    )


def test_toml_round_trip():
    for profile in read_text(TOML, name="example-herald"):
        assert read_text(write_text(profile))[0] == profile


BAD = [
    ("headline = 'css:h1'\nhedline = 'css:h1'", "'hedline'"),
    ("headline = 'css:h1.['", "'h1.['"),
    ("headline =", "not TOML"),
    ("version = 3", "[[version]]"),
    ("timezone = 'Nowhere'", "'Nowhere'"),
]


@pytest.mark.parametrize(("text", "quoted"), BAD)
def test_error_names_the_bad_file(tmp_path, text, quoted):
    (tmp_path / "herald.toml").write_text(text, "utf-8")
    with pytest.raises(ProfileError) as caught:
        read_folder(tmp_path)
    assert "herald.toml" in str(caught.value)
    assert quoted in str(caught.value)


def test_missing_folder_is_misuse():
    with pytest.raises(InputError, match="'/no/such/folder'"):
        read_folder("/no/such/folder")


PACK = {
    "pyproject.toml": """
        [project]
        name = "herald-pack"
        version = "1.0"
        [project.entry-points."newsparse.profiles"]
        herald = "herald_pack:profiles"
        broken = "herald_pack:missing"
    """,
    "herald_pack/__init__.py": """
        from pathlib import Path
        from newsparse.profiles.toml import read_folder

        def profiles():
            return read_folder(Path(__file__).parent)
    """,
    "herald_pack/herald.toml": 'publication = "The Example Herald"\nhosts = ["herald.example"]\nheadline = "css:.hl"\n',
}


def test_installed_package_adds_its_profiles(tmp_path):
    """A pack that pip installs into a fresh environment reads its site. A broken pack only gives a warning."""
    for name, text in PACK.items():
        path = tmp_path / "pack" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), "utf-8")
    python = fresh_python(tmp_path / "env")
    install(python, tmp_path / "pack")
    code = (
        "import json, sys, newsparse; found = newsparse.parse(sys.argv[1], url='https://www.herald.example/rain');"
        "print(json.dumps([found.profile, found.headline.text, newsparse.parse('x', url='https://spokesman.com/').profile]))"
    )
    done = run(python, code, PAGE)
    assert json.loads(done.stdout) == ["herald", "Rain falls on Exampleton", "spokesman-review"]
    assert "could not load the profile package broken" in done.stderr
