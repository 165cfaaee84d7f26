"""The screens: one module for each place, with its style sheet beside it. Screens are given the office."""
