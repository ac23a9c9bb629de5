"""Builds `assets/fonts` from public packages: `python -m kiosk.deploy.fonts`; needs npm, apt-get, fontTools."""
