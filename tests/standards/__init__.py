"""What the kiosk must hold for people with disabilities, row by row, and which tests prove it.

`rows.yaml` has the rows, `sheet.yaml` what an installer does, the mark `standard` says what a test proves, and
`python -m tests.standards` makes docs/accessibility.md of all three.
"""
