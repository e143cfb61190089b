"""Readers of what others wrote, fed with bytes that a fuzzer makes up: run by name."""
