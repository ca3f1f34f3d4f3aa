"""Files of sheets: their cells, opened where they can do no harm, and what is never written into one."""
