"""How the work for an account lies on its people, week by week."""
