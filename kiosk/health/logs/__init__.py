"""The kiosk's log: to the journal, a file or standard error, and never what a visitor has seen. Knows no Qt."""
