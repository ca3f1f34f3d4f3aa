"""The text of a body as it is written: what would be published otherwise than its author believes, or would take too long."""
