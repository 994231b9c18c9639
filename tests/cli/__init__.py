"""Tests of drafter.cli."""
