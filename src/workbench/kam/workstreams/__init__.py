"""Strands of the work for an account, from sales strategy through marketing to after-sales."""
