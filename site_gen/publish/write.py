"""The only writer of output/: by rename, what changed, pruned by its own manifest."""

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EACCES, EEXIST, EISDIR, ENOTDIR
from pathlib import Path, PurePosixPath

from site_gen.model import Output

MANIFEST = ".site_gen-manifest.json"
STAGING = ".site_gen-staging"


class WriteError(Exception):
    """A file of the output cannot be written; `path` says which, the message why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path


def write(outputs: Sequence[Output], root: Path, *, keep: Collection[str] = ()) -> int:
    """Bring `root` in line with the outputs and return how many files were written or removed.

    Every changed file is staged before the first is renamed into place, so a full disk leaves the site as it was. A
    file that the last manifest lists and no output names is removed, unless it is in `keep`; foreign files stay. Two
    builds into one folder write one after the other.

    Raises:
        WriteError: a file cannot be read, written, renamed or removed, or a path leads out of `root`.
    """
    named = {output.path: output.content for output in outputs}
    for path in named:
        _check(path, root)
    with _alone(root):
        before = listed(root)
        stale = before - named.keys() - set(keep)
        after = frozenset(named) | (before & set(keep))
        changed = [path for path in sorted(named) if _differs(root / path, named[path])]
        if changed or stale or after != before:
            _apply(root, {path: named[path] for path in changed}, stale=stale, before=before, after=after)
    return len(changed) + len(stale)


def listed(root: Path) -> frozenset[str]:
    """The files that the last build wrote; none where no manifest can be read, so that nothing is pruned then."""
    try:
        manifest = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    paths = manifest.get("files") if isinstance(manifest, dict) else None
    return frozenset(_safe(paths)) if isinstance(paths, list) else frozenset()


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Waits until no other build writes into the folder; the system frees the lock of one that was killed."""
    try:
        from fcntl import LOCK_EX, flock  # noqa: PLC0415 (Windows has no such module, and does without)

        root.mkdir(parents=True, exist_ok=True)
        handle = os.open(root, os.O_RDONLY)
    except ImportError:
        yield
        return
    except OSError as failure:
        raise _write_error(failure, root) from failure
    try:
        with suppress(OSError):  # a file system without locks
            flock(handle, LOCK_EX)
        yield
    finally:
        os.close(handle)


def _apply(
    root: Path, changed: dict[str, bytes], *, stale: frozenset[str], before: frozenset[str], after: frozenset[str]
) -> None:
    staging = root / STAGING
    try:
        shutil.rmtree(staging, ignore_errors=True)
        for path, content in changed.items():
            _stage(staging / path, content)
        _refuse_foreign(root, changed, before)
        _refuse_what_is_in_the_way(root, changed, stale)
        # Should we be stopped between two renames, the next build still knows every file as its own.
        _write_manifest(root, before | after)
        for path in sorted(stale):
            _remove(root, path)
        for path in changed:
            _rename(staging / path, root / path)
        _write_manifest(root, after)
    except OSError as failure:
        raise _write_error(failure, root) from failure
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _refuse_foreign(root: Path, changed: Iterable[str], before: frozenset[str]) -> None:
    """A file that no build of ours wrote is nobody's to replace; where the manifest is damaged none can be told apart.

    Raises:
        FileExistsError: for the first such file.
    """
    if (root / MANIFEST).exists() and not before:
        return
    for path in changed:
        if path not in before and (root / path).is_file():
            why = "a file that was not made by a build stands there: move it away, or name another folder"
            raise FileExistsError(EEXIST, why, str(root / path))


def _refuse_what_is_in_the_way(root: Path, changed: Iterable[str], stale: frozenset[str]) -> None:
    """What stands where something else must go, or may not be written, is found out before the first rename.

    Raises:
        OSError: for the first that is there and is not a stale file of ours, which will be removed.
    """
    for path in changed:
        target = root / path
        if target.is_dir() and not target.is_symlink() and not _is_all_stale(target, root, stale):
            raise IsADirectoryError(EISDIR, "a folder stands where the file must go", str(target))
        for parent in PurePosixPath(path).parents:
            if (root / parent).is_file() and parent.as_posix() not in stale:
                raise NotADirectoryError(ENOTDIR, "a file stands where a folder must be", str(root / parent))
    for folder in sorted({_standing(root, path) for path in (*changed, *stale)}):
        if not _may_write(folder):
            raise PermissionError(EACCES, "Permission denied", str(folder))


def _standing(root: Path, path: str) -> Path:
    """The folder into which, or into whose new folder, a file goes."""
    return next((root / each for each in PurePosixPath(path).parents if (root / each).is_dir()), root)


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _is_all_stale(folder: Path, root: Path, stale: frozenset[str]) -> bool:
    inside = (each for each in folder.rglob("*") if each.is_symlink() or not each.is_dir())
    return all(each.relative_to(root).as_posix() in stale for each in inside)


def _stage(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _rename(staged: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(target)


def _remove(root: Path, path: str) -> None:
    target = root / path
    if target.is_file() or target.is_symlink():
        target.unlink()
    for parent in PurePosixPath(path).parents:
        with suppress(OSError):  # not empty, or gone already
            if parent.name:
                (root / parent).rmdir()


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.is_symlink() or path.read_bytes() != content
    except OSError:
        return True


def _check(path: str, root: Path) -> None:
    if not _within(path):
        raise WriteError(path, "leads out of the output folder")
    for parent in PurePosixPath(path).parents:
        if parent.name and (root / parent).is_symlink():
            raise WriteError(path, f"{parent} is a symbolic link")


def _within(path: str) -> bool:
    parts = PurePosixPath(path).parts
    ours = parts[:1] in ((MANIFEST,), (STAGING,))
    return bool(parts) and not path.startswith("/") and "\\" not in path and ".." not in parts and not ours


def _safe(paths: Iterable[object]) -> Iterable[str]:
    return (path for path in paths if isinstance(path, str) and _within(path))


def _write_manifest(root: Path, paths: Collection[str]) -> None:
    staged = root / STAGING / MANIFEST
    _stage(staged, (json.dumps({"files": sorted(paths)}, ensure_ascii=False, indent=0) + "\n").encode())
    staged.replace(root / MANIFEST)


def _write_error(failure: OSError, root: Path) -> WriteError:
    path = Path(failure.filename2 or failure.filename or root)
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    return WriteError(shown.removeprefix(f"{STAGING}/"), failure.strerror or "cannot be written")
