"""netjournal: a private contact journal in the terminal for the few relationships that matter."""
