"""Who does what, by when: on paper."""
