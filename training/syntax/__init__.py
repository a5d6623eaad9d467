"""Train, shrink and score the sentence encoder of `tertius.reading.syntax`."""
