"""Reading of languages in which the order of words says who does what to whom: subject, verb, object."""
