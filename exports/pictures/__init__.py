"""Pictures of charts for documents: SVG drawn from the same figure that a page shows, no browser needed."""
