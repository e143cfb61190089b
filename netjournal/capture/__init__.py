"""The quick-add language: one line of text becomes a Capture."""
