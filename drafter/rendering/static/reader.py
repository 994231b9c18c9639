"""A kind's templates, read from the first to the last that it includes, extends or imports."""

from __future__ import annotations

from fnmatch import fnmatchcase
from itertools import product
from pathlib import Path

from jinja2 import nodes
from msgspec import Struct

from drafter.diagnostics import Diagnostic
from drafter.errors import InputError, did_you_mean
from drafter.fields import plan_of
from drafter.i18n import _
from drafter.library import Library
from drafter.parameters import Meeting, Parameters, Part
from drafter.rendering.context import context_of
from drafter.rendering.environment import Environment, environment_of
from drafter.rendering.faults import template_error
from drafter.rendering.static.found import Found, Template, Use
from drafter.rendering.static.scope import Given, Scope
from drafter.rendering.static.shapes import ANYTHING, Mapping, Shape, shape_of, shape_of_value
from drafter.rendering.static.statements import Macro, Statements
