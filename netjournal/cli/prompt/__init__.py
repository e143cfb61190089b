"""One line typed at the terminal, told how it is read while it is typed; no more than a TTY."""
