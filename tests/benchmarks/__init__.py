"""How fast drafter is beside docxtpl and python-docx: ``python -m tests.benchmarks``."""
