"""LIM: few enough goals to keep them in mind."""
