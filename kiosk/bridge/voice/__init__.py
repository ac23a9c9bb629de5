"""Who reads aloud: looks at the glass, decides with `kiosk.speech` what to say, and has an engine say it.

Nothing here is imported before somebody wants to be read to.
"""
