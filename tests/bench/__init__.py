"""How quick and how small the kiosk is, beside the least Qt Quick program on the same machine in the same run."""
