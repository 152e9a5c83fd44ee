"""Reviews of a plan among ourselves: who presents, who coaches, what is asked and what follows."""
