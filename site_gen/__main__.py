"""`python -m site_gen`, the same as `site-gen`."""

from site_gen.cli import main

main()
