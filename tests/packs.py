"""External packages for tests: built by their own backend, installed by pip into fresh environments, without a network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import newsparse

BACKEND = '''
import base64, hashlib, tomllib, zipfile
from pathlib import Path

def build_wheel(directory, config_settings=None, metadata_directory=None):
    """A wheel by hand: no test fetches a build tool."""
    project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    stem = f"{project['name'].replace('-', '_')}-{project['version']}"
    package, info = Path(project["name"].replace("-", "_")), f"{stem}.dist-info"
    files = {str(path): path.read_text() for path in sorted(package.iterdir()) if path.is_file()}
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\\nName: {project['name']}\\nVersion: {project['version']}\\n"
    files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
    groups = project.get("entry-points", {})
    files[f"{info}/entry_points.txt"] = "".join(
        f"[{group}]\\n" + "".join(f"{name} = {value}\\n" for name, value in points.items()) for group, points in groups.items()
    )
    digest = lambda text: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
    record = "".join(f"{path},sha256={digest(text)},{len(text.encode())}\\n" for path, text in files.items())
    files[f"{info}/RECORD"] = record + f"{info}/RECORD,,\\n"
    with zipfile.ZipFile(Path(directory) / f"{stem}-py3-none-any.whl", "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return f"{stem}-py3-none-any.whl"
'''


def fresh_python(folder: Path) -> Path:
    """The interpreter of a new, empty environment."""
    venv.create(folder, with_pip=False)
    return next(
        path
        for path in (folder / "bin" / "python", folder / "Scripts" / "python.exe")
        if path.exists()
    )


def install(python: Path, package: Path) -> None:
    """Build a package and install it with pip. `BACKEND` replaces the build system of its pyproject."""
    file = package / "pyproject.toml"
    text = file.read_text("utf-8")
    tomllib.loads(text)
    kept = text[text.index("[project]") :]
    file.write_text(
        f'[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n\n{kept}',
        "utf-8",
    )
    (package / "backend.py").write_text(BACKEND, "utf-8")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
        "-q",
    ]
    subprocess.run([*pip, str(package)], check=True, capture_output=True, text=True)


def run(python: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run code in that environment, with newsparse and its dependencies on the path."""
    ours = [
        str(Path(newsparse.__file__).parents[1]),
        sysconfig.get_path("purelib"),
        sysconfig.get_path("platlib"),
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(ours)}
    return subprocess.run(
        [str(python), "-c", code, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
