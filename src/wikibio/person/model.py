"""Person: the facts that the infobox of a biography gives."""

from __future__ import annotations

from typing import Literal

from wikibio.battles.model import Battles
from wikibio.person.education import Education
from wikibio.person.medals import Medal
from wikibio.person.office import Office
from wikibio.person.party import Party
from wikibio.person.sport import Team
from wikibio.person.spouse import Spouse
from wikibio.span import Span
from wikibio.values.award import Award
from wikibio.values.coordinates import Coordinates
from wikibio.values.date.model import Date
from wikibio.values.image import Image
from wikibio.values.links import WebLink
from wikibio.values.model import Item, LanguageText, Model
from wikibio.values.place import Place
from wikibio.values.quantity import Quantity


class Birth(Model):
    """When, where and under which name somebody was born; `span` covers the fields that say so."""

    name: Item | None = None
    date: Date | None = None
    place: Place | None = None
    span: Span


class Death(Model):
    """When, where, of what and at which age somebody died."""

    date: Date | None = None
    place: Place | None = None
    cause: Item | None = None
    age: int | None = None
    span: Span


class Baptism(Model):
    date: Date | None = None
    place: Place | None = None
    span: Span


class Burial(Model):
    date: Date | None = None
    place: Place | None = None
    coordinates: Coordinates | None = None
    span: Span


Items = tuple[Item, ...]


class Person(Model):
    """What the main infobox of a page and the boxes inside it say of the person.

    Each value's span tells which field it was read from. `facts_at` names the database that the infobox takes its facts
    from, where the page itself does not hold them.
    """

    span: Span
    facts_at: Literal["wikidata"] | None = None

    name: Item | None = None
    full_name: Item | None = None
    native_name: LanguageText | None = None
    honorific_prefix: Item | None = None
    honorific_suffix: Item | None = None
    nicknames: Items = ()
    other_names: Items = ()
    image: Image | None = None
    signature: Image | None = None

    birth: Birth | None = None
    baptism: Baptism | None = None
    death: Death | None = None
    burial: Burial | None = None

    nationality: Items = ()
    citizenship: Items = ()
    ethnicity: Items = ()
    residence: tuple[Place, ...] = ()
    religion: Items = ()

    parents: Items = ()
    spouses: tuple[Spouse, ...] = ()
    children: Items = ()
    number_of_children: int | None = None
    relations: Items = ()

    education: tuple[Education, ...] = ()
    alma_mater: Items = ()
    occupations: Items = ()
    employers: Items = ()
    organizations: Items = ()
    years_active: tuple[Date, ...] = ()
    known_for: Items = ()
    notable_works: Items = ()
    influences: Items = ()
    offices: tuple[Office, ...] = ()
    parties: tuple[Party, ...] = ()
    awards: tuple[Award, ...] = ()
    height: Quantity | None = None
    weight: Quantity | None = None
    net_worth: Item | None = None
    websites: tuple[WebLink, ...] = ()

    allegiance: Items = ()
    branch: Items = ()
    service: tuple[Date, ...] = ()
    service_number: Items = ()
    rank: Items = ()
    units: Items = ()
    commands: Items = ()
    battles: Battles = Battles(())

    clubs: tuple[Team, ...] = ()
    youth_clubs: tuple[Team, ...] = ()
    college_clubs: tuple[Team, ...] = ()
    amateur_clubs: tuple[Team, ...] = ()
    national_teams: tuple[Team, ...] = ()
    representative_teams: tuple[Team, ...] = ()
    managed_teams: tuple[Team, ...] = ()
    medals: tuple[Medal, ...] = ()
