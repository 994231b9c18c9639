"""All that the library can draft, as documents: each kind from its least YAML and sample, each topic."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

import drafter
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from drafter.models.parameters import Parameters
from drafter.speech.tree import Speech
from drafter.templating.starter import starting_yaml
from tests.drafts import loaded

from .reading import least, sample

LIBRARY = builtin_library()


def iter_parameters() -> Iterator[tuple[str, Parameters]]:
    """Yield the parameters of every document by the document's name."""
    for kind in LIBRARY.kinds():
        yield f"{kind}-least", least(kind)
        yield f"{kind}-sample", sample(kind, LIBRARY)
    for topic in LIBRARY.topics():
        yield f"deployment-{topic}", loaded(starting_yaml("deployment", LIBRARY, topic))


NAMES = [
    *(f"{kind}-{source}" for kind in LIBRARY.kinds() for source in ("least", "sample")),
    *(f"deployment-{topic}" for topic in LIBRARY.topics()),
]


def drafted(parameters: Parameters, layout: str = "gbt9704") -> Speech:
    """Return the speech of ``parameters`` in ``layout``."""
    style = replace(parameters.style, layout=layout)
    return drafter.draft(replace(parameters, style=style), LIBRARY)


def document(parameters: Parameters, layout: str = "gbt9704") -> bytes:
    """Return the Word document of ``parameters`` in ``layout``."""
    return write_docx(drafted(parameters, layout), LIBRARY.layout(layout))
