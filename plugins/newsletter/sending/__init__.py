"""Hand a letter to the service that sends it, as a draft that somebody reads before it goes."""
