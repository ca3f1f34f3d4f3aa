"""The files of content/ read one by one: text, values, towns; what lies there and is no contribution is told."""
