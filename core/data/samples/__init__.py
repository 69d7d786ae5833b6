"""The drawings of the sample pictures; see `core.data.sample_pictures`."""
