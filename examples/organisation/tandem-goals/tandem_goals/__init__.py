"""What Tandem asks of the goals of its teams: see ``smartlint.toml``."""
