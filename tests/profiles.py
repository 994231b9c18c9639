"""How many random examples a test takes, and which: the profiles of Hypothesis."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A test's own number is that of this profile; the others take a share of it.
FULL = 100


def register() -> None:
    """Register ``quick``, ``ci`` and ``explore``, and load ``quick``; ``--hypothesis-profile`` loads another.

    ``quick`` and ``ci`` take the same examples each time, ``explore`` takes others.
    """
    # How long an example takes is the machine's affair.
    common = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
    settings.register_profile("quick", derandomize=True, max_examples=FULL // 4, **common)
    settings.register_profile("ci", derandomize=True, max_examples=FULL, **common)
    settings.register_profile("explore", derandomize=False, print_blob=True, max_examples=10 * FULL, **common)
    settings.load_profile("quick")


def examples(number: int) -> int:
    """The share of ``number`` that the profile in use takes; all of them in ``ci``."""
    return max(1, number * settings.default.max_examples // FULL)


def is_random() -> bool:
    """Whether the profile in use takes other examples each time."""
    return not settings.default.derandomize
