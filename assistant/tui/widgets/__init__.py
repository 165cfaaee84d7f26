"""What the screens are made of. Widgets know the model alone: they are given values and post messages."""
