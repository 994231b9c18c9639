"""One cold run with docxtpl: ``cold_docxtpl.py YAML LOADER TEMPLATE OUT``."""

import sys

import yaml
from composing import context_of, environment
from docxtpl import DocxTemplate  # type: ignore[import-untyped]

source, loader, template, out = sys.argv[1:]
with open(source, encoding="utf-8") as file:  # noqa: PTH123  (pathlib is one import more)
    loaded = yaml.load(file, Loader=getattr(yaml, loader))
document = DocxTemplate(template)
document.render(context_of(loaded), environment())
document.save(out)
