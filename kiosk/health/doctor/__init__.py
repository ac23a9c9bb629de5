"""`kiosk doctor`: looks at the machine and says, for each thing, whether it will do and what mends it. Knows no Qt."""
