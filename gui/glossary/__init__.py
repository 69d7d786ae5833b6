"""What the words of transfer learning mean, where they stand in the window."""
