"""The pages of the code lists: codes, labels in both languages, how often each is used.

Not for: what a coded column means (`tables`).
"""

from __future__ import annotations

from opendata.package.export import codes_path
from opendata.records.codes import CodeList
from opendata.site.downloads import SCHEMAS
from opendata.site.markup import code, escaped, heading, table
from opendata.site.pages import CODES, Page, codes_page, file_link, link, table_page
from opendata.site.release import Release, users
from opendata.site.words import Words


def code_list_pages(release: Release, words: Words) -> tuple[Page, ...]:
    """The overview of all lists, and a page for each."""
    pages = [_page(one, release, words) for one in release.lists.values()]
    return (_index(release, words), *pages)


def _index(release: Release, words: Words) -> Page:
    rows = [
        (
            link(CODES, codes_page(one.name), code(one.name)),
            words("open" if one.open else "closed"),
            words.number(len(one.codes)),
            _users(one.name, CODES),
        )
        for one in release.lists.values()
    ]
    head = (words("code_list"), words("status"), words("codes"), words("used_by"))
    text = [heading(1, words("code_lists")), words("about_code_lists"), table(head, rows)]
    return Page(CODES, words("code_lists"), "\n\n".join(text) + "\n")


def _users(name: str, here: str) -> str:
    return ", ".join(
        link(here, table_page(one), code(f"{one.name}.{column}"), column)
        for one, column in users(name)
    )


def _page(one: CodeList, release: Release, words: Words) -> Page:
    here, counts = codes_page(one.name), release.code_counts(one.name)
    rows = [
        (
            f'<code id="{escaped(c.code)}">{escaped(c.code)}</code>',
            escaped(words.pick(c.label, c.label_vi)),
            escaped(c.label_vi if words.language == "en" else c.label),
            words.number(counts[c.code]),
        )
        for c in one.codes
    ]
    other = words("in_vietnamese" if words.language == "en" else "in_english")
    head = (words("code"), words("label"), other, words("count"))
    text = [
        heading(1, f"{words('code_list')} {code(one.name)}"),
        words("about_open" if one.open else "about_closed"),
        f"{words('used_by')}: {_users(one.name, here)}",
        table(head, rows, "numbers"),
        file_link(here, f"{SCHEMAS}/{codes_path(one.name)}", words("download_codes")),
    ]
    return Page(here, one.name, "\n\n".join(text) + "\n")
