"""How fast and how big: each figure beside a limit measured in the same run, because machines differ."""
