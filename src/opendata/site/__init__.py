"""The documentation site of a package, in English and Vietnamese. Not for: the data itself."""

from opendata.site.build import build_site, serve_site

__all__ = ["build_site", "serve_site"]
