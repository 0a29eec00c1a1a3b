"""Statements → entities: whom or what they speak of, under all their names, with the reason of every merge."""

from dostyk.entities.homes import Homes
from dostyk.entities.organisation_names import same_organisation
from dostyk.entities.person_names import same_person
from dostyk.entities.resolve import resolve
from dostyk.entities.sameness import same_name
from dostyk.entities.ties import Ties

__all__ = ["Homes", "Ties", "resolve", "same_name", "same_organisation", "same_person"]
