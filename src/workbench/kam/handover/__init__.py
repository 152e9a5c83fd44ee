"""An account that gets another owner."""
