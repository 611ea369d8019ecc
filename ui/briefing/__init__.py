"""The briefing: what a document holds, composed of what the pages show; made, kept and opened again."""
