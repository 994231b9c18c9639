"""Tests of drafter.rewriting."""
