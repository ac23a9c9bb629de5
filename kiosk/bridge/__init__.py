"""The only Python that QML sees: thin adapters, no decisions."""
