"""The front desk: PIN, lock-out, and what staff set the glass to. Knows no visitor and no Qt."""
