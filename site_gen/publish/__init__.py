"""Makes a website of a timeline."""
