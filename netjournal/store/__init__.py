"""Bytes on disk: storage, log, lock, atomic files, codec and schema. No rules."""
