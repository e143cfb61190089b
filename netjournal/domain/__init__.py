"""What is true of people, conversations and commitments: frozen records and pure rules."""
