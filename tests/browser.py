"""Where a Chromium for the browser tests is; as a script, gets one or says why there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Beside the flags that Playwright gives itself: a page under test talks to nobody but its own server.
QUIET = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """The path of Chromium or Chrome, or of Playwright's own if that is installed."""
    return next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()


def arguments() -> list[str]:
    """Command line flags; root may not use the sandbox."""
    return [*QUIET, *(["--no-sandbox"] if _is_root() else [])]


def required() -> bool:
    """Whether a missing browser is a failure."""
    return os.environ.get("CI") == "true"


def main() -> int:
    """Look for a browser, install Debian's where that can be done, and return the exit code."""
    if find() or _installed_from_debian():
        return 0
    print("No Chromium or Chrome was found: install one, or run “playwright install chromium”.", file=sys.stderr)  # noqa: T201 (a script speaks by printing)
    if required():
        return 1
    print("The browser tests are left out.", file=sys.stderr)  # noqa: T201 (a script speaks by printing)
    return 0


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (starts a process: only when all else is missing)

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _installed_from_debian() -> bool:
    apt = shutil.which("apt-get")
    if not apt or not _is_root():
        return False
    print("Installing Debian's chromium for the browser tests …", file=sys.stderr)  # noqa: T201 (the same)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        if subprocess.run([apt, *command], check=False, env=quiet, stdout=subprocess.DEVNULL).returncode:
            return False
    return find() is not None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    sys.exit(main())
