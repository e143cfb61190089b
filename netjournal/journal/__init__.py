"""The one door for writing: snapshot, changes, recording, who is meant, undo."""
