"""Hostile text through every way in and out: counted, and run by name."""
