"""Calcifications: fourteen shapes, five distributions, as maps of calcium thickness on one raster in millimeters.

The same raster feeds the whole picture and the magnification views, so both show the same specks.
"""
