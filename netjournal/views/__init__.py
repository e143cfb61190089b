"""What a person asks, answered: functions from a snapshot to frozen views."""
