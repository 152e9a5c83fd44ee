"""What needs attention: rules with their thresholds, and the action that answers each."""
