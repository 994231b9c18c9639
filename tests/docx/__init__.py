"""Tests of drafter.docx."""
