"""A build hook of hatchling: it compiles the Cython modules beside it.

`NEWSPARSE_COMPILE` says whether: "no" makes a wheel of plain Python, "must" fails where the modules
cannot be compiled. Otherwise the wheel is of plain Python where there is no compiler.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_CORE = Path("newsparse", "_core")
_FLAGS = {"posix": "-O2 -g0"}


class CompileHook(BuildHookInterface[Any]):
    """Compiles `_core/*.pyx` and adds the modules to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        wanted = os.environ.get("NEWSPARSE_COMPILE", "")
        if self.target_name != "wheel" or wanted == "no":
            return
        root = Path(self.root)
        target = root if version == "editable" else Path(tempfile.mkdtemp())
        try:
            modules = compile_into(root, target)
        except BaseException as error:  # distutils ends the process where it finds no compiler
            if wanted == "must" or isinstance(error, KeyboardInterrupt):
                raise
            self.app.display_warning(f"newsparse is installed without its compiled core: {error}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        if version != "editable":
            for module in modules:
                build_data["force_include"][str(module)] = str(_CORE / module.name)


def compile_into(root: Path, target: Path) -> list[Path]:
    """The modules compiled from the Cython files of a checkout, below `target`."""
    import lxml
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    include = lxml.get_include()
    flags = os.environ.get("NEWSPARSE_CFLAGS", _FLAGS.get(os.name, "")).split()
    temporary = tempfile.mkdtemp()
    extensions = cythonize(
        [
            Extension(
                f"newsparse._core.{source.stem}",
                [str(source)],
                include_dirs=include,
                extra_compile_args=flags,
                extra_link_args=flags,
            )
            for source in sorted((root / _CORE).glob("*.pyx"))
        ],
        include_path=include,
        build_dir=temporary,
        quiet=True,
    )
    command = build_ext(Distribution({"ext_modules": extensions}))
    command.build_lib, command.build_temp = str(target), temporary
    command.ensure_finalized()
    command.run()
    return [target / output for output in map(Path, command.get_outputs())]


if __name__ == "__main__":
    for module in compile_into(Path.cwd(), Path.cwd()):
        print(module)
