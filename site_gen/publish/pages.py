"""Which pages a site has, where they stand, and what each shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_gen.config import Site
from site_gen.model import StandingPage
from site_gen.problems import Location, Problem, Problems, error
from site_gen.publish import desk
from site_gen.publish.article_pages import article_view
from site_gen.publish.contents import Contents, broken_links
from site_gen.publish.event_pages import event_view
from site_gen.publish.feeds import article_updated, feed_view, updated
from site_gen.publish.list_views import MappedView, MapView
from site_gen.publish.listings import SINGULAR, TITLES, home_view, index_view, sources_view, subject_view
from site_gen.publish.prose import markdown_html
from site_gen.publish.urls import KINDS, RESERVED, clean, root_of, web
from site_gen.publish.views import NavView, SiteView, StandingView
from site_gen.slugs import slug

LONGEST_DESCRIPTION = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page before rendering: its URL, its template, and the view that the template gets as `view`.

    `modified` is an instant that the content states, or empty; pages that are not `listed` stay out of the sitemap.
    """

    url: str
    template: str
    view: object
    title: str = ""
    description: str = ""
    section: str = ""
    modified: str = ""
    listed: bool = True


Found = tuple[Page, Problems]


def pages(contents: Contents, *, preview: bool) -> tuple[tuple[Page, ...], Problems]:
    """Every page of the site, in order of URL, with the problems of their texts."""
    found = [*_fixed(contents), *_events(contents), *_articles(contents), *_subjects(contents), *_standing(contents)]
    made = [page for page, _ in found]
    if preview:
        made.append(_desk(contents))
    made += _machine_pages(contents, made)
    problems = (*_reserved(contents), *(p for _, problems in found for p in problems))
    return tuple(sorted(made, key=lambda page: page.url)), tuple(sorted(problems))


def site_view(site: Site, contents: Contents, *, preview: bool) -> SiteView:
    """What every page knows of the site."""
    subjects = tuple(NavView(text=TITLES[k], url=f"{k}/", section=k) for k in KINDS if contents.by_name[k])
    standing = tuple(
        NavView(text=clean(p.title), url=contents.addresses.pages[p.id], section=f"page-{p.id}")
        for p in _standing_in_order(contents)
    )
    home = NavView(text="Timeline", url="", section="timeline")
    sources = NavView(text="Sources", url="articles/", section="articles")
    return SiteView(
        title=clean(site.title),
        description=clean(site.description),
        language=site.language,
        base_url=site.base_url,
        author=clean(site.author) or clean(site.title),
        repository=web(site.repository),
        license=clean(site.license),
        license_url=web(site.license_url),
        nav=(home, *subjects, sources, *standing),
        feed="feed.xml" if feed_view(contents).entries else "",
        public=not preview,
    )


def _fixed(contents: Contents) -> Iterator[Found]:
    newest = feed_view(contents).updated
    yield Page(url="", template="home.html", view=home_view(contents), section="timeline", modified=newest), ()
    yield (
        Page(
            url="articles/", template="sources.html", view=sources_view(contents), title="Sources", section="articles"
        ),
        (),
    )
    yield Page(url="404.html", template="404.html", view=None, title="Page not found", listed=False), ()


def _events(contents: Contents) -> Iterator[Found]:
    for event in contents.events:
        missing: list[str] = []
        view = event_view(event, contents, missing)
        page = Page(
            url=contents.addresses.events[event.id],
            template="event.html",
            view=view,
            title=view.title,
            description=_description(f"{view.when.words}: {clean(event.summary) or view.title}"),
            section="timeline",
            modified=updated(event, contents),
        )
        yield page, tuple(p for note in event.notes for p in broken_links(note.at.path, missing))


def _articles(contents: Contents) -> Iterator[Found]:
    for article in contents.article_by_id.values():
        missing: list[str] = []
        view = article_view(article, contents, missing)
        page = Page(
            url=contents.addresses.articles[article.id],
            template="article.html",
            view=view,
            title=view.title,
            description=_description(", ".join(filter(None, (view.title, view.publisher)))),
            section="articles",
            modified=article_updated(article),
        )
        yield page, broken_links(article.path, missing)


def _subjects(contents: Contents) -> Iterator[Found]:
    for kind in KINDS:
        index = index_view(kind, contents)
        yield Page(url=f"{kind}/", template="index.html", view=index, title=index.title, section=kind), ()
        for name, url in contents.addresses.of_kind(kind).items():
            view = subject_view(kind, name, contents)
            described = _description(view.description or f"{SINGULAR[kind]}: {view.name}, {view.facts}")
            yield (
                Page(url=url, template="subject.html", view=view, title=view.name, description=described, section=kind),
                (),
            )


def _standing(contents: Contents) -> Iterator[Found]:
    for page in _standing_in_order(contents):
        missing: list[str] = []
        url = contents.addresses.pages[page.id]
        resolve = contents.resolver(root_of(url), missing)
        body = Markup(markdown_html(page.body, prefix="t", resolve=resolve))  # noqa: S704 (sanitised as its last step)
        title = clean(page.title)
        view = StandingView(title=title, body=body)
        section = f"page-{page.id}"
        yield (
            Page(url=url, template="page.html", view=view, title=title, section=section),
            broken_links(page.path, missing),
        )


def _standing_in_order(contents: Contents) -> tuple[StandingPage, ...]:
    free = (p for p in contents.timeline.pages if slug(p.id) not in RESERVED)
    return tuple(sorted(free, key=lambda p: (p.order, p.title.casefold(), p.id)))


def _reserved(contents: Contents) -> Iterator[Problem]:
    for page in sorted(contents.timeline.pages, key=lambda p: p.path):
        if slug(page.id) in RESERVED:
            hint = "rename the file; its name becomes the page's address"
            yield error(
                Location(path=page.path), "reserved-page", f"“{page.id}” is an address of the site itself", hint
            )


def _desk(contents: Contents) -> Page:
    view = desk.desk_view(contents)
    return Page(url=desk.URL, template="desk.html", view=view, title="Undated sentences", section="desk", listed=False)


def _machine_pages(contents: Contents, made: list[Page]) -> Iterator[Page]:
    mapped = sorted((p for p in made if p.listed), key=lambda p: p.url)
    view = MapView(pages=tuple(MappedView(url=p.url, modified=p.modified) for p in mapped))
    yield Page(url="sitemap.xml", template="sitemap.xml", view=view, listed=False)
    yield Page(url="robots.txt", template="robots.txt", view=None, listed=False)
    feed = feed_view(contents)
    if feed.entries:
        yield Page(url="feed.xml", template="feed.xml", view=feed, listed=False)


def _description(text: str) -> str:
    """The beginning of the text, cut between words."""
    flat = " ".join(text.split())
    if len(flat) <= LONGEST_DESCRIPTION:
        return flat
    return flat[:LONGEST_DESCRIPTION].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
