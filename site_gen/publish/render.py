"""Pages to files: the theme's templates and assets, and what goes wrong in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from site_gen.model import Output
from site_gen.problems import Location, Problem, Problems, error
from site_gen.publish.pages import Page
from site_gen.publish.urls import clean, digest, output_path, root_of
from site_gen.publish.views import PageView, SiteView

FOLDER = "templates"
ASSETS = "assets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Templates (name, text) and static files (name, bytes); names are POSIX paths below their folders."""

    templates: tuple[tuple[str, str], ...]
    static: tuple[tuple[str, bytes], ...]


def read_theme(root: Path) -> tuple[Theme, Problems]:
    """The theme below `root`: the only reader of templates/ and static/. What cannot be read is a problem each."""
    problems: list[Problem] = []
    texts = []
    for name, content in _files(root, FOLDER, problems):
        try:
            texts.append((name, content.decode("utf-8")))
        except UnicodeDecodeError:
            problems.append(error(Location(path=f"{FOLDER}/{name}"), "template", "is not UTF-8", "save it as UTF-8"))
    static = tuple(_files(root, "static", problems))
    return Theme(templates=tuple(texts), static=static), tuple(sorted(problems))


def assets(theme: Theme) -> tuple[Output, ...]:
    """The static files under names that change with their content."""
    return tuple(Output(path=_fingerprinted(name, content), content=content) for name, content in theme.static)


def render(
    pages: Sequence[Page], site: SiteView, theme: Theme, *, undated: int = 0
) -> tuple[tuple[Output, ...], Problems]:
    """Each page through its template. A page that fails is left out, and each distinct cause is one problem."""
    environment = _environment(theme)
    outputs, problems = [], set()
    for page in pages:
        try:
            text = environment.get_template(page.template).render(
                site=site, page=_frame(page, site, undated), view=page.view
            )
        except Exception as failure:  # noqa: BLE001 (a template is an editor's program: it may raise anything)
            problems.add(_problem(failure, page))
        else:
            outputs.append(Output(path=output_path(page.url), content=text.encode()))
    return tuple(outputs), tuple(sorted(problems))


def _files(root: Path, folder: str, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    if not (root / folder).is_dir():
        hint = "install the program anew, or copy the folder from a site that has it"
        problems.append(error(Location(path=folder), "missing-folder", f"there is no folder {folder}/", hint))
        return
    for path in sorted((root / folder).rglob("*")):
        name = path.relative_to(root / folder)
        if not path.is_file() or any(part.startswith(".") for part in name.parts):
            continue
        at = Location(path=f"{folder}/{name.as_posix()}")
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            said = "the link leads out of the site's folder"
            problems.append(error(at, "link-outside", said, "copy the file in its place"))
            continue
        try:
            yield name.as_posix(), path.read_bytes()
        except OSError as failure:
            problems.append(error(at, "unreadable", f"cannot be read: {failure.strerror}"))


def _environment(theme: Theme) -> Environment:
    texts = dict(theme.templates)

    def load(name: str) -> tuple[str, str, None] | None:
        # Naming the file here is what puts template and line into tracebacks.
        return (texts[name], f"{FOLDER}/{name}", None) if name in texts else None

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalised,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
    )
    environment.globals["assets"] = {name: _fingerprinted(name, content) for name, content in theme.static}
    return environment


def _finalised(value: object) -> object:
    """Everything a template prints, without the characters that no file of ours may hold."""
    if isinstance(value, Markup):
        return Markup(clean(value))  # noqa: S704 (it was safe, and taking controls away keeps it so)
    return clean(value) if isinstance(value, str) else value


def _frame(page: Page, site: SiteView, undated: int) -> PageView:
    return PageView(
        url=page.url,
        # a server shows 404.html at any depth
        root=site.base_url if page.url == "404.html" else root_of(page.url),
        title=page.title,
        description=page.description or site.description,
        section=page.section,
        preview=not site.public,
        undated=undated,
    )


def _fingerprinted(name: str, content: bytes) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"{ASSETS}/{stem}.{digest(content)}.{suffix}" if dot else f"{ASSETS}/{name}.{digest(content)}"


def _problem(failure: Exception, page: Page) -> Problem:
    if isinstance(failure, TemplateNotFound):
        at = Location(path=f"{FOLDER}/{failure.name}")
        return error(
            at, "template", "there is no such template", f"create it, or mend the line that names it; {_why(failure)}"
        )
    if isinstance(failure, TemplateSyntaxError):
        at = Location(path=failure.filename or f"{FOLDER}/{page.template}", line=failure.lineno)
        return error(
            at,
            "template",
            failure.message or "cannot be understood",
            "see https://jinja.palletsprojects.com/templates/",
        )
    hint = "the fields that templates get are listed in site_gen/publish/views.py and list_views.py"
    return error(_raised_at(failure, page), "template", f"{failure}", hint)


def _why(failure: TemplateNotFound) -> str:
    return f"the templates are in {FOLDER}/" if failure.name else "it is named by an empty text"


def _raised_at(failure: Exception, page: Page) -> Location:
    frames = [f for f in extract_tb(failure.__traceback__) if f.filename.startswith(f"{FOLDER}/")]
    if not frames:
        return Location(path=f"{FOLDER}/{page.template}")
    return Location(path=frames[-1].filename, line=frames[-1].lineno or 0)
