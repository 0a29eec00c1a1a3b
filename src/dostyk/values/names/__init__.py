"""Names of countries, regions, cities and people: reference data, looked up by name and date, found in texts."""

from dostyk.values.names.areas import countries_of_area
from dostyk.values.names.countries import capital_of, country, country_alpha3, country_name
from dostyk.values.names.crossings import Crossing, crossing_at, crossings
from dostyk.values.names.given import is_given_name, is_surname
from dostyk.values.names.lookup import bearing, lookup, name_valid, names_of
from dostyk.values.names.places import PlaceSpan, find_places
from dostyk.values.names.scanner import Scanner

__all__ = [
    "Crossing",
    "PlaceSpan",
    "Scanner",
    "bearing",
    "capital_of",
    "countries_of_area",
    "country",
    "country_alpha3",
    "country_name",
    "crossing_at",
    "crossings",
    "find_places",
    "is_given_name",
    "is_surname",
    "lookup",
    "name_valid",
    "names_of",
]
