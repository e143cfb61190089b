"""Address books as tables: CSV in and out."""
