"""Problems: what is wrong, where, and how to mend it; and the code under which each is explained."""
