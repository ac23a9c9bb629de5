"""One visitor: what she sees, what she chose, and when it is forgotten. Pure: no Qt, no clock of its own."""
