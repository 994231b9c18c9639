"""Tests of drafter.templating."""
