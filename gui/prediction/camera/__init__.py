"""Pictures from a camera; everything here works without one, and without the library for them."""
