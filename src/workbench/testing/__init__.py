"""Ways into the program for tests and fault probes only."""
