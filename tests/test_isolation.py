"""A parse uses no file, no network and no process, whatever the page says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent

WATCH = """
import os, socket, sys
sys.path.insert(0, {tests!r})
import hostile, newsparse
from conftest import pages
from test_bad_input import CASES

texts = [path.read_bytes() for path in pages()]
hostile_pages = [make() for make in hostile.PAGES.values()]
given = [*texts, *hostile_pages, *(page for page, _ in CASES.values())]
calls = [(page, media, encoding) for page in given for media in (None, "text") for encoding in ((None, "../../etc/passwd") if len(page) < 50_000 else (None,))]

def all_of_them():
    for page, media, encoding in calls:
        if media is None or len(page) < 5_000:
            newsparse.parse(page, media=media, encoding=encoding, url="file:///etc/passwd")

for page in [*given[:3], "<p>Rain falls.</p>"]:
    newsparse.parse(page)
    newsparse.parse(page, media="text")
for label in sys.argv[1:]:
    newsparse.decode(b"x\\xff" * 40, label)
def blocked(*a, **k):
    raise AssertionError("the network was asked for")
socket.socket = socket.create_connection = socket.getaddrinfo = blocked
seen = []
roots = [os.path.abspath(root) for root in sys.path]  # importing a module lists the folders it may be in
HARMFUL = ("open", "socket.", "subprocess.", "os.", "shutil.", "urllib.", "ftplib.", "http.", "smtplib.", "ctypes.", "glob.", "tempfile.", "webbrowser.", "pathlib.")
def hook(event, args):
    if event.startswith(HARMFUL):
        name = str(args[0]) if args else ""
        if event == "open" and "zoneinfo" in name:
            return  # the zone of a profile, a fact of ours, read from the system's database; no page names it
        ours = event == "open" and (name.endswith((".py", ".pyc")) or "/newsparse/profiles/sites/" in name) or event == "os.listdir" and any(name == root or name.startswith(root + os.sep) for root in roots)
        seen.append((event, name, ours))
sys.addaudithook(hook)
all_of_them()
bad = sorted({{(event, name) for event, name, ours in seen if not ours}})
print("events", len(bad), bad[:10])
try:
    open({canary!r})
except OSError:
    pass
print("the hook works" if seen and seen[-1][1] == {canary!r} else "the hook saw nothing")
"""


def test_parse_has_no_side_effects(tmp_path: Path) -> None:
    code = WATCH.format(tests=str(HERE), canary=str(tmp_path / "canary"))
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr[-2_000:]
    assert "events 0 []" in found.stdout, found.stdout
    assert "the hook works" in found.stdout
