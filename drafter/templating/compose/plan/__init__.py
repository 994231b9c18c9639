"""What goes where: facts of one matter together, in points and parts."""
