"""BAL: results and what causes them, volume and quality, side by side."""
