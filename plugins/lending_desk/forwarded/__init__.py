"""Find the loans that a forwarded request asks for, in whatever state mail programs leave it."""
