"""What is broken, and how: a module a sort of what content/ may hold."""
