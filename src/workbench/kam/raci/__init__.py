"""Who does what: the letters of departments for workstreams, deliverables and actions, and their audit."""
