"""Plan reviews on the screen."""
