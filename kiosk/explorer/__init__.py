"""Looking at a drawn mammogram: where the glass is, which tiles it needs, where the spots are. No Qt.

Everything is in millimeters of the picture from its top left corner, x right and y down, never mirrored; `scale` is
pixels of the glass per millimeter. Must not know words, visitors or how a picture is decoded.
"""
