"""Makes values for shapes of botocore's models, chosen to be hard to write and to read as XML, URI, query or header."""

import datetime

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


class Deck:
    """Deals every card, in random order, before it deals one again."""

    def __init__(self, rng, cards):
        self.rng, self.cards, self.left = rng, cards, []

    def deal(self):
        if not self.left:
            self.left = self.rng.sample(self.cards, len(self.cards))
        return self.left.pop()


class All:
    """Chooses all members, and two items for each list."""

    def has(self, structure, member):
        return True

    def items(self, of):
        return 2


class Required:
    """Chooses the required members, and one item for each list."""

    def has(self, structure, member):
        return member in structure.required_members

    def items(self, of):
        return 1


class Some:
    """Chooses required members, others with the given probability, and what it has never chosen."""

    def __init__(self, rng, probability):
        self.rng, self.probability, self.chosen = rng, probability, set()

    def has(self, structure, member):
        lucky = self.rng.random() < self.probability
        if not (lucky or member in structure.required_members or (structure.name, member) not in self.chosen):
            return False
        self.chosen.add((structure.name, member))
        return True

    def items(self, of):
        known = of.name in self.chosen
        self.chosen.add(of.name)
        return self.rng.choice([0, 1, 2] if known else [1, 2])


class Values:
    """Makes values of shapes. Members stand in the model's order, in which botocore writes them."""

    def __init__(self, rng, foreign_enum_values):
        self.rng, self.decks = rng, {}
        self.foreign_enum_values = foreign_enum_values

    def value(self, shape, choice, location=None):
        if shape.type_name == 'structure':
            return self.structure(shape, choice)
        if shape.type_name == 'list':
            return [self.value(shape.member, choice) for _ in range(choice.items(shape))]
        if getattr(shape, 'enum', None):
            return self.deal(shape.name, shape.enum + ['not-in-the-model'] * self.foreign_enum_values)
        if shape.type_name == 'string':
            cards = {'uri': LABELS, 'header': HEADERS}.get(location, TEXTS)
            return self.deal(('string', location), cards)
        cards = {
            'boolean': [True, False], 'integer': INTEGERS, 'long': LONGS, 'float': FLOATS, 'blob': BLOBS,
            'timestamp': TIMES,
        }
        # One deck for both, for the members of each are few.
        type_name = shape.type_name.replace('double', 'float')
        return self.deal(type_name, cards[type_name])

    def structure(self, shape, choice):
        if shape.is_tagged_union:
            name = self.deal(shape.name, list(shape.members))
            return {name: self.value(shape.members[name], choice)}
        value = {
            name: self.value(member, choice, member.serialization.get('location'))
            for name, member in shape.members.items()
            if choice.has(shape, name)
        }
        if 'Quantity' in value:
            lists = [member for name, member in value.items() if isinstance(member, list)]
            value['Quantity'] = len(lists[0]) if lists else 0
        return value

    def deal(self, name, cards):
        return self.decks.setdefault(name, Deck(self.rng, cards)).deal()
