"""The tour of three steps that a new user is offered once."""
