"""The order of the checks of a descriptor: paths and files first, then names, keys, the profiles.

Not for: any check itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from opendata.validation.issues import Issue, first_of_each
from opendata.validation.source import Described
from opendata.validation.standard.custom_profile import check_custom_profiles
from opendata.validation.standard.fields import check_fields
from opendata.validation.standard.files import hash_warnings
from opendata.validation.standard.keys import check_keys, check_names
from opendata.validation.standard.paths import check_paths
from opendata.validation.standard.profile import check_own_profile, check_profile, is_ours
from opendata.validation.standard.recommended import check_recommended
from opendata.validation.standard.safety import check_safety, check_size
from opendata.validation.values.patterns import check_risky


@dataclass(frozen=True, slots=True)
class Stated:
    """What is wrong with a descriptor, and what should be otherwise."""

    issues: tuple[Issue, ...]
    warnings: tuple[str, ...] = ()


def check_descriptor(described: Described, allow_remote: bool = False) -> Stated:
    """Faults of a descriptor; by the profile of our packages only where it is sound otherwise."""
    large = tuple(check_size(described))
    if large:
        return Stated(large)
    names = tuple(check_names(described))
    keys = () if names else tuple(check_keys(described))  # keys point to resources by name
    paths = tuple(check_paths(described, allow_remote))
    unsafe = check_safety(described)
    profile = tuple(check_profile(described))
    fields = check_fields(described)
    issues = first_of_each(
        [*paths, *unsafe, *names, *keys, *profile, *fields, *check_risky(described)]
    )
    custom, notes = check_custom_profiles(described, allow_remote)
    issues = issues or first_of_each(custom)
    if not issues and is_ours(described):
        issues = first_of_each(check_own_profile(described))
    advice = () if issues else tuple(check_recommended(described))
    return Stated(issues, (*notes, *hash_warnings(described), *advice))
