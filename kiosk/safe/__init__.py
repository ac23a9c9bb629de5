"""Stands in for a kiosk that cannot be started: "please ask at the desk" in every language, and nothing else.

Needs Python, Qt and this folder: no settings, no content, no assets, no QML. Words and fonts are its own.
"""
