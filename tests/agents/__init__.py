"""Tests of drafter.agents."""
