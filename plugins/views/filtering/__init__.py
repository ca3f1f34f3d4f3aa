"""What pages need whose lists answer questions: the choices that they offer, and tables of what they choose from."""
