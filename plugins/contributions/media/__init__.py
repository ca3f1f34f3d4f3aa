"""Pictures, drawings and documents: what may be published of them, and their sizes."""
