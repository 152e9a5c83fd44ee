"""What somebody needs who takes an account over."""
