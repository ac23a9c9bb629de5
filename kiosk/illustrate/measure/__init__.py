"""The acceptance measures that `kiosk draw --measure` prints: texture, tissue, specks, seams."""
