"""The ways in for a profile from outside: a value, a registration, a folder of TOML, a file of another project, a package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import textwrap
import venv
from pathlib import Path

import pytest

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


def test_a_value_may_be_handed_to_parse():
    assert newsparse.parse(PAGE, profile=Profile(name="herald", headline="css:.hl")).headline.text == "Rain falls on Exampleton"


def test_a_registered_profile_is_found_by_its_host_in_this_process(monkeypatch):
    from newsparse import api

    monkeypatch.setattr(api, "_REGISTERED", [])
    api.default_parser.cache_clear()
    newsparse.register(Profile(name="herald", hosts="herald.example", headline="css:.hl"))
    try:
        found = newsparse.parse(PAGE, url="https://www.herald.example/rain")
        assert (found.profile, found.headline.text) == ("herald", "Rain falls on Exampleton")
    finally:
        api.default_parser.cache_clear()


def test_a_folder_of_toml_files_is_a_pack(tmp_path):
    (tmp_path / "example_herald.toml").write_text(TOML, "utf-8")
    (tmp_path / "notes.txt").write_text("not a profile", "utf-8")
    profiles = read_folder(tmp_path)
    assert [(one.name, one.until, one.established, str(one.headline)) for one in profiles] == [
        ("example-herald", None, "1871", "css:h1.gone | css:.hl"),
        ("example-herald", "2020-12-31", "1871", "css:h1"),
    ]
    parser = newsparse.Parser(profiles)
    assert parser.parse(PAGE, url="https://herald.example/2024/05/01/rain").headline.text == "Rain falls on Exampleton"
    assert parser.parse(PAGE, url="https://herald.example/2019/05/01/rain").headline.text == "Herald"


def test_toml_is_written_as_it_is_read():
    for profile in read_text(TOML, name="example-herald"):
        assert read_text(write_text(profile))[0] == profile


BAD = [
    ("headline = 'css:h1'\nhedline = 'css:h1'", "'hedline'"),
    ("headline = 'css:h1.['", "'h1.['"),
    ("headline =", "no TOML"),
    ("version = 3", "[[version]]"),
    ("timezone = 'Nowhere'", "'Nowhere'"),
]


@pytest.mark.parametrize(("text", "quoted"), BAD)
def test_a_bad_file_is_refused_by_name(tmp_path, text, quoted):
    (tmp_path / "herald.toml").write_text(text, "utf-8")
    with pytest.raises(ProfileError) as caught:
        read_folder(tmp_path)
    assert "herald.toml" in str(caught.value)
    assert quoted in str(caught.value)


def test_no_folder_is_misuse():
    with pytest.raises(InputError, match="'/no/such/folder'"):
        read_folder("/no/such/folder")


BACKEND = '''
import base64, hashlib, zipfile
from pathlib import Path

def build_wheel(directory, config_settings=None, metadata_directory=None):
    """A wheel by hand: the test must not fetch a build tool."""
    name = "herald_pack-1.0-py3-none-any.whl"
    info = "herald_pack-1.0.dist-info"
    files = {str(path): path.read_text() for path in sorted(Path("herald_pack").iterdir())}
    files[f"{info}/METADATA"] = "Metadata-Version: 2.1\\nName: herald-pack\\nVersion: 1.0\\n"
    files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
    files[f"{info}/entry_points.txt"] = "[newsparse.profiles]\\nherald = herald_pack:profiles\\nbroken = herald_pack:missing\\n"
    digest = lambda text: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
    record = "".join(f"{path},sha256={digest(text)},{len(text.encode())}\\n" for path, text in files.items())
    files[f"{info}/RECORD"] = record + f"{info}/RECORD,,\\n"
    with zipfile.ZipFile(Path(directory) / name, "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return name
'''
PACK = {
    "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "herald-pack"\nversion = "1.0"\n',
    "backend.py": BACKEND,
    "herald_pack/__init__.py": """
        from pathlib import Path
        from newsparse.profiles.toml import read_folder

        def profiles():
            return read_folder(Path(__file__).parent)
    """,
    "herald_pack/herald.toml": 'publication = "The Example Herald"\nhosts = ["herald.example"]\nheadline = "css:.hl"\n',
}


def test_an_installed_package_brings_its_profiles(tmp_path):
    """A pack built outside, installed by pip into a fresh environment, reads its site; a broken one only warns."""
    for name, text in PACK.items():
        path = tmp_path / "pack" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), "utf-8")
    venv.create(tmp_path / "env", with_pip=False)
    python = next(path for path in ((tmp_path / "env" / "bin" / "python"), (tmp_path / "env" / "Scripts" / "python.exe")) if path.exists())
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "--no-deps", "--no-build-isolation", "-q"]
    subprocess.run([*install, str(tmp_path / "pack")], check=True, capture_output=True, text=True)
    source = Path(newsparse.__file__).parents[1]
    ours = os.pathsep.join([str(source), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    code = (
        "import json, sys, newsparse; found = newsparse.parse(sys.argv[1], url='https://www.herald.example/rain');"
        "print(json.dumps([found.profile, found.headline.text, newsparse.parse('x', url='https://spokesman.com/').profile]))"
    )
    done = subprocess.run([str(python), "-c", code, PAGE], check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": ours})
    assert json.loads(done.stdout) == ["herald", "Rain falls on Exampleton", "spokesman-review"]
    assert "the profile pack broken could not be loaded" in done.stderr
