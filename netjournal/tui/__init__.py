"""The terminal user interface; the only room that knows Textual."""
