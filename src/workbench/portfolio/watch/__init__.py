"""What a manager of key accounts looks at first."""
