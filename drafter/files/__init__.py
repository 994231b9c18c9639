"""The disk, archives and streams: what comes from outside is bounded, what is written is whole."""
