"""vCard 2.1, 3.0 and 4.0: read without losing a line, written so that every program reads it."""
