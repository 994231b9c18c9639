"""Tests of drafter, a folder for each package."""
