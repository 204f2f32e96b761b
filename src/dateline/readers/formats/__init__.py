"""One adapter a format: each turns a stream of bytes into stories and rejected records."""
