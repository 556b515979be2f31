"""The settings of a site, as content/site.toml states them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`base_url` ends with a slash and is used only where a URL must be absolute; `repository` may be empty."""

    title: str
    description: str = ""
    language: str = "en"
    base_url: str = "http://localhost/"
    author: str = ""
    repository: str = ""
    license: str = ""
    license_url: str = ""
