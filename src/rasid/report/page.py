# SPDX-License-Identifier: Apache-2.0
"""Fill the templates and close the page against the network."""

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from textwrap import shorten
from typing import Any, Literal
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rasid.records import Assessment, CodedDocument
from rasid.report.articles import Library, build_library
from rasid.report.bidi import direction_of, plain, show, show_exact, show_prose
from rasid.report.points import Point, group_unplaced, place_points
from rasid.report.tables import filters_of, ledger_of, matrix_of, namings_of, parties_of, timeline_of
from rasid.report.wording import load_strings, word_date

_CSS = ("leaflet-1.9.4.css", "page.css")
_SCRIPTS = ("leaflet-1.9.4.js", "page.js")
# Characters of a text that stand for a missing title.
_LONGEST_NAME = 90
_ALL_SECTIONS = (
    "judgements", "read", "timeline", "map", "matrix", "claims", "disputes", "sites", "warnings", "requests", "posture",
    "framing", "gaps", "method", "articles",
)  # fmt: skip
_CLAIM_SECTIONS = ("matrix", "claims", "disputes", "framing", "read", "method", "articles")
_LINK_SCHEMES = frozenset({"http", "https"})


def render_html(assessment: Assessment, coded: Sequence[CodedDocument], *, language: Literal["ar", "en"]) -> str:
    """Return an assessment as one HTML page that needs nothing outside itself.

    Args:
        assessment: What to show. Its sentences are in `assessment.language`.
        coded: The documents it cites, with their text. A citation of a document that is not among them, or behind the
            end of its text, is shown without a link.
        language: Of the page's own words; sets its direction.

    Returns:
        The page, from `<!doctype html>` on. The same input gives the same page.
    """
    strings = load_strings(language)
    return _render(assessment, coded, language, _ALL_SECTIONS, kicker=strings["kicker"], untitled=strings["untitled"])


def render_claims(assessment: Assessment, coded: Sequence[CodedDocument], *, language: Literal["ar", "en"]) -> str:
    """Return the claims of an assessment alone as one page: matrix, ledger, disputes, framing, and the words.

    Args, result and errors are those of `render_html`.
    """
    strings = load_strings(language)["claims"]
    return _render(
        assessment, coded, language, _CLAIM_SECTIONS, kicker=strings["kicker"], untitled=strings["untitled"]
    )


def _render(
    assessment: Assessment,
    coded: Sequence[CodedDocument],
    language: Literal["ar", "en"],
    sections: tuple[str, ...],
    *,
    kicker: str,
    untitled: str,
) -> str:
    library = build_library(assessment, coded)
    strings = load_strings(language)
    points, unplaced = place_points(assessment.happenings if "map" in sections else ())
    template = _environment().get_template("page.html.j2")
    styles = Markup(_css())  # noqa: S704 - our own files
    scripts = tuple(Markup(_read_asset(name)) for name in _SCRIPTS)  # noqa: S704 - our own files
    return template.render(
        a=assessment,
        sections=sections,
        kicker=kicker,
        untitled=untitled,
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        s=strings,
        library=library,
        names=_names(assessment, coded),
        titles=_titles(assessment, coded, library),
        parties_of=parties_of,
        articles={article.document.id: article for article in library.articles},
        read={item.document_id: item for item in assessment.documents + assessment.set_aside},
        origins={origin.id: origin for origin in assessment.origins},
        timeline=timeline_of(assessment),
        filters=filters_of(assessment),
        matrix=matrix_of(assessment.matrix),
        ledger=ledger_of(assessment),
        namings=namings_of(assessment),
        points=points,
        unplaced=unplaced,
        unplaced_groups=group_unplaced(unplaced),
        map_data=_embed(_map_data(points, library, strings, language)),
        styles=styles,
        scripts=scripts,
        policy=content_policy((styles,), scripts),
        day=lambda value: word_date(value, strings["months"]),
    )


def content_policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """Return a Content-Security-Policy that runs these blocks and loads nothing."""
    allowed = " ".join(_hash_source(block) for block in scripts)
    styled = " ".join(_hash_source(block) for block in styles)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {styled}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def safe_url(url: str | None) -> str | None:
    """Return a link to an article, or None where it is no plain web address."""
    if not url or plain(url) != url or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in _LINK_SCHEMES and parts.netloc else None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rasid.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        show=show, exact=show_exact, direction=direction_of, prose=show_prose, plain=plain, safe_url=safe_url
    )
    return environment


@cache
def _read_asset(name: str) -> str:
    text = files("rasid.report").joinpath("assets", name).read_text(encoding="utf-8")
    # A hash must be of what the browser sees, and it reads every line end as a line feed.
    return text.replace("\r\n", "\n")


@cache
def _css() -> str:
    text = "\n".join(_read_asset(name) for name in _CSS)
    # Leaflet's style names pictures for controls that we do not use.
    return re.sub(r"url\([^)]*\)", "none", text)


def _hash_source(block: str) -> str:
    digest = b64encode(sha256(block.encode()).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _embed(data: object) -> Markup:
    """Return data as JSON that no text in it can break out of."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - escaped above


def _names(assessment: Assessment, coded: Sequence[CodedDocument]) -> dict[str, str]:
    """Return what to call each document: its title, else how its text begins, else its file or id."""
    names: dict[str, str] = {item.document_id: item.source_name or item.document_id for item in assessment.set_aside}
    names |= {item.document_id: item.source_name or item.document_id for item in assessment.documents}
    for item in coded:
        first = item.document.text.strip().partition("\n")[0]
        names[item.document.id] = shorten(first, _LONGEST_NAME, placeholder="…") or item.document.id
    listed = [*assessment.documents, *assessment.set_aside]
    return names | {item.document_id: item.title for item in listed if item.title}


def _titles(assessment: Assessment, coded: Sequence[CodedDocument], library: Library) -> dict[int, str]:
    """Return what the chip of each source says when pointed at: outlet, date, title."""
    sources = [item.document for item in coded]
    listed = [*assessment.documents, *assessment.set_aside]
    known = {item.id: (item.outlet, (item.published or "")[:10], item.title) for item in sources}
    known |= {item.document_id: (item.outlet, (item.published or "")[:10], item.title) for item in listed}
    return {library.numbers[name]: " · ".join(plain(part) for part in parts if part) for name, parts in known.items()}


def _map_data(points: Sequence[Point], library: Library, strings: dict[str, Any], language: str) -> dict[str, Any]:
    """Return what the map's script needs: the points, the words, the boundaries."""
    return {
        "language": language,
        "words": strings["map"],
        "countries": strings["countries"],
        "region": json.loads(_read_asset("region.json")) if points else None,
        "points": [_point_data(point, library) for point in points],
    }


def _point_data(point: Point, library: Library) -> dict[str, Any]:
    lines = [
        {
            "id": happening.id,
            "text": plain(happening.sentence or happening.label),
            "factuality": happening.factuality,
            "label": plain(happening.factuality_label),
            "cites": [name for cited in library.cited(happening.citations) for name in cited.anchors],
        }
        for happening in point.happenings
    ]
    return {
        "name": plain(point.name),
        "lat": point.latitude,
        "lon": point.longitude,
        "km": point.radius_km,
        "precision": point.precision,
        "coarsened": point.coarsened,
        "lines": lines,
    }
