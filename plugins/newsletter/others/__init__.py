"""The letters beside the weekly one: which there are, what each holds, and its pages and feed."""
