"""Jinja as the engine uses it: its grammar. Expressions are read by Jinja and evaluated by us (expressions.py).

No Python is ever generated from a template, which is stricter than Jinja's sandbox; the sandbox stands all the same,
without globals, filters or tests, so that not even a mistake of ours finds something to run.
"""

from functools import cache

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The one environment; it holds no state of any template."""
    made = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, cache_size=0)
    made.globals, made.filters, made.tests = {}, {}, {}
    return made
