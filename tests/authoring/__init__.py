"""Tests of what authors of templates use: new kinds and checks."""
