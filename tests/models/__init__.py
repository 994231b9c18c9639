"""Tests of drafter.models."""
