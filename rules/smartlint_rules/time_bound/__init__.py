"""TIM: when a goal starts, when it is to be reached, and when it is looked at on the way."""
