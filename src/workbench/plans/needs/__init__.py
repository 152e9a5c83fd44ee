"""The skills that objectives need, and the gaps that endanger them."""
