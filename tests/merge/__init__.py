"""Tests of drafter.merge."""
