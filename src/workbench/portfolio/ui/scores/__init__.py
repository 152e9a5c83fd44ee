"""The views of the portfolio page."""
