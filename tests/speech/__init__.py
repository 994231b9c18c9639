"""Tests of drafter.speech."""
