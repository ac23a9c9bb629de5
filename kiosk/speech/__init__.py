"""Read aloud: what is said, in which order and in which voice. Must not know Qt, nor how anything sounds."""
