"""Which pages there are in a language, in the order of the menu. Not for: their content."""

from __future__ import annotations

from opendata.site.cite import cite_page
from opendata.site.code_lists import code_list_pages
from opendata.site.commands import commands_page
from opendata.site.data import data_pages
from opendata.site.guides import Guides, changelog_page
from opendata.site.home import home_page
from opendata.site.items.files import plain_pages
from opendata.site.items.index import Index
from opendata.site.items.overview import overview_page as page_to_record
from opendata.site.items.pages import item_pages
from opendata.site.overview import overview_page
from opendata.site.pages import Page, Section
from opendata.site.pictures.pages import picture_pages
from opendata.site.python_reference import python_page
from opendata.site.records import record_pages
from opendata.site.tables import table_pages
from opendata.site.words import Language, words_of


def menu(rows: Index, guides: Guides, language: Language) -> Section:
    """The whole site in one language."""
    release, words = rows.release, words_of(language)
    written = guides.pages[language]
    items = (*item_pages(rows, words), *plain_pages(rows))
    home = home_page(rows, words, guides.paths())
    parts: list[Page | Section] = [home, page_to_record(rows, words)]
    if written:
        parts.append(Section(words("guides"), (*written, commands_page(words), python_page(words))))
    parts += [
        Section(
            words("schema"),
            (
                overview_page(words),
                Section(words("records"), record_pages(release, words)),
                Section(words("tables"), table_pages(release, words)),
                Section(words("code_lists"), code_list_pages(release, words)),
            ),
        ),
        Section(words("data"), (*data_pages(release, words), *items)),
        Section(words("pictures"), picture_pages(rows, words)),
    ]
    last = [cite_page(release, guides.citation, words)]
    if guides.changelog:
        last.append(changelog_page(guides, words))
    return Section(home.title, (*parts, Section(words("about"), tuple(last))))
