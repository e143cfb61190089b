"""Care for a journal as a whole, on its path: the door where it cannot be opened."""
