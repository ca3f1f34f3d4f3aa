"""Make a contribution of what a source says: mapped, placed, in the house's spelling, and fitted to what the check takes."""
