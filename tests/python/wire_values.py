"""Generates values for shapes of botocore's models that are hard to write and read as XML, URI, query or header."""

import datetime
import random

from wire_coverage import members

# Every character is one that XML 1.0 allows.
TEXTS = [
    '', ' ', 'plain', 'E1A2B3C4D5', '*.example.com', 'two  blanks', '  leading', 'trailing  ', '\ttab\t',
    '&', '<', '>', '"', "'", 'a & b < c > d', '&amp;', '&amp;amp;', '&#13;', '&lt;b&gt;', '&unknown;',
    ']]', ']]>', 'a ]]> b', '--', '<!-- no comment -->', '<![CDATA[no section]]>', '<?no instruction?>', '</Items>',
    '\n', '\r', '\r\n', 'line\nline', 'line\rline', 'line\r\nline', '\n\r', ' \r\n ',
    '\u00e9', 'e\u0301', '\u65e5\u672c\u8a9e', '\u05e9\u05dc\u05d5\u05dd',
    '\U0001f600', '\U0001f468\u200d\U0001f469', '\U0010fffd',
    '\u00a0', '\u0085', '\u2028', '\ufeff', '\ud7ff\ue000\ufffd', '\u007f',
    '%', '100%', '%41', '%2F', '%zz', '/', 'a/b', '//', './..', ':', 'a?b=c&d=e', '?', '#', 'a+b', '+', '=', ';', ',',
    '\\', '~.-_', "!*'()@$[]{}|^`", 'arn:aws:cloudfront::123456789012:distribution/E1A2B3', 'arn:aws:s3:::bucket/a b/*',
    'true', 'null', '0', '1e5', '{"a":[1]}',
]

# A label may not be empty; all of these are percent-encoded to one segment.
LABELS = [text for text in TEXTS if text]

HEADERS = [
    'E2QWRUHAPOMQZL', 'E2QWRUHAPOMQZL, E13V1IB3VIYZZH', 'a,b', ',', '*', '"quoted"', 'W/"weak"', 'a=b; c=d', '%20',
    '&amp;', "!#$%&'()*+-./:;<=>?@[]^_`{|}~",
]

INTEGERS = [0, 1, -1, 2, 80, 443, 2**31 - 1, -(2**31)]
LONGS = [0, 1, -1, 86400, 2**31, 2**53 + 1, 2**63 - 1, -(2**63)]
FLOATS = [0.1, 1e-7, 100.0, 1e21, 0.0, -2.5]
BLOBS = [bytes(range(256)), b'', b'\x00', b'\xff\xfe', 'function handler() { return "\u00e9"; }\r\n'.encode()]
TIMES = [
    datetime.datetime(*parts, tzinfo=datetime.timezone.utc)
    for parts in [
        (1970, 1, 1), (2019, 12, 31, 23, 59, 59, 999000), (2020, 2, 29, 12, 30, 45), (2020, 5, 31, 0, 0, 0, 1000),
        (2024, 7, 4, 1, 2, 3, 40000), (2038, 1, 19, 3, 14, 8), (2100, 3, 1, 8, 9, 10, 500000),
    ]
]


SEED = 20200531


def seeded(*path):
    """A generator for one place of one vector. What is chosen there depends on nothing else, so that a member that is
    added to the model changes no vector that does not have it."""
    return random.Random('/'.join([str(SEED), *path]))


class All:
    """Chooses all members, and two items for each list."""

    def has(self, structure, name, path):
        return True

    def items(self, of, path):
        return 2


class Required:
    """Chooses the required members, and one item for each list."""

    def has(self, structure, name, path):
        return name in structure.required_members

    def items(self, of, path):
        return 1


class Some:
    """Chooses required members, others with the given probability, and the parents of the members in `wanted`."""

    def __init__(self, probability, wanted=frozenset()):
        self.probability, self.wanted, self.chosen = probability, wanted, set()

    def has(self, structure, name, path):
        lucky = seeded(path, str(self.probability)).random() < self.probability
        below = {(structure.name, name)} | members(structure.members[name])
        if not (lucky or name in structure.required_members or below & self.wanted - self.chosen):
            return False
        self.chosen.add((structure.name, name))
        return True

    def items(self, of, path):
        needed = members(of) & self.wanted - self.chosen
        return seeded(path, 'items', str(self.probability)).choice([1, 2] if needed else [0, 1, 2])


class Values:
    """Generates values of shapes. Members are in model order, in which botocore writes them."""

    def __init__(self, foreign_enum_values):
        self.foreign_enum_values = foreign_enum_values
        # Counts the vectors of an operation. Each has another value at the same place.
        self.turn = 0

    def value(self, shape, choice, path, location=None):
        """Generates a value. `path` identifies the vector and the place of the value."""
        if shape.type_name == 'structure':
            return self.structure(shape, choice, path)
        if shape.type_name == 'list':
            count = choice.items(shape, path)
            return [self.value(shape.member, choice, f'{path}/{index}') for index in range(count)]
        if getattr(shape, 'enum', None):
            cards = shape.enum + ['not-in-the-model'] * self.foreign_enum_values
        elif shape.type_name == 'string':
            cards = {'uri': LABELS, 'header': HEADERS}.get(location, TEXTS)
        else:
            cards = {
                'boolean': [True, False], 'integer': INTEGERS, 'long': LONGS, 'float': FLOATS, 'double': FLOATS,
                'blob': BLOBS, 'timestamp': TIMES,
            }[shape.type_name]
        return self.deal(path, cards)

    def structure(self, shape, choice, path):
        if shape.is_tagged_union:
            name = self.deal(path, list(shape.members))
            return {name: self.value(shape.members[name], choice, f'{path}/{name}')}
        value = {
            name: self.value(member, choice, f'{path}/{name}', member.serialization.get('location'))
            for name, member in shape.members.items()
            if choice.has(shape, name, f'{path}/{name}')
        }
        if 'Quantity' in value:
            lists = [member for name, member in value.items() if isinstance(member, list)]
            value['Quantity'] = len(lists[0]) if lists else 0
        return value

    def deal(self, path, cards):
        return cards[(seeded(path).randrange(len(cards)) + self.turn) % len(cards)]
