"""The form at /proposer/: a page a kind, made from its model, and what its script reads to say what the check says."""
