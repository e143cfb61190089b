"""Tests of reading and writing vCards."""
