"""Draws the synthetic mammograms of `assets/mammograms/` from `content/scenes/`.

Build time only; needs the extra `illustrate`. Nobody's picture goes in and nobody's comes out: anatomy is procedural,
every random number comes from a hash of the scene's seed. Lengths are millimeters, absorption is in ln units, grey
comes last. Must not know Qt, pages or patients.
"""
