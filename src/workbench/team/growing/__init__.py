"""Our people as people: what they bring along, what they can and must be able to do, what they learn and want."""
