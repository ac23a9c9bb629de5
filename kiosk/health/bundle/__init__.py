"""`kiosk support-bundle`: one file for whoever helps, with nothing of a visitor in it. Knows no Qt."""
