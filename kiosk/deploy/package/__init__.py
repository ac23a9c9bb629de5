"""Builds the Debian package: `python -m kiosk.deploy.package`. Must not import the kiosk but for its command line."""
