"""What departments are asked for, and the clock that counts their working days."""
