"""The cockpit: who does what across departments, what they were asked, and what it takes."""
