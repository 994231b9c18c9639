"""Tests of drafter.yaml."""
