"""One page, everything that is found on it: the finders in the order in which they need each other.

Not for: any finder's own rules, or identity.
"""

from __future__ import annotations

from opendata.authority import Authority, load
from opendata.extraction.documents.citations import find_citations
from opendata.extraction.documents.relations import find_relations
from opendata.extraction.events.events import find_events
from opendata.extraction.figures.figures import find_figures
from opendata.extraction.mentions import Extraction
from opendata.extraction.page import Page
from opendata.extraction.people.organisations import find_organisations
from opendata.extraction.people.persons import find_persons
from opendata.extraction.structure.blocks import find_blocks
from opendata.extraction.structure.header import read_header
from opendata.extraction.structure.profiles import find_profile
from opendata.extraction.systems import find_systems
from opendata.extraction.tasks.tasks import find_tasks
from opendata.extraction.time.times import find_times
from opendata.extraction.view import view
from opendata.reading.document import SourceDocument, text_document


def extract(document: SourceDocument | str, authority: Authority | None = None) -> Extraction:
    """What a page says; a plain string is a page without a name or stated metadata."""
    authority = authority or load()
    if isinstance(document, str):
        document = text_document(document)
    stated = document.statement("title")
    seen = view(document.text)
    profile = find_profile(document, seen, authority)
    blocks = find_blocks(seen, authority, stated.value if stated else "", profile)
    header, flags = read_header(document, seen, blocks, authority)
    page = Page(seen, blocks, header, authority)
    if page.is_foreign:
        return Extraction(view=seen, header=header, blocks=blocks, flags=flags)
    times = find_times(page)
    citations = find_citations(page)
    organisations = find_organisations(page)
    persons, positions = find_persons(page, organisations)
    events, participations = find_events(page, times, organisations, persons, positions, citations)
    return Extraction(
        view=seen,
        header=header,
        blocks=blocks,
        times=times,
        citations=citations,
        relations=find_relations(page, citations),
        organisations=organisations,
        persons=persons,
        positions=positions,
        events=events,
        participations=participations,
        figures=find_figures(page, times, citations),
        tasks=find_tasks(page, citations, events, persons),
        systems=find_systems(page, organisations),
        flags=flags,
    )
