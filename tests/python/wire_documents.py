"""Writes XML documents of responses, with the variations that a reader must accept."""

import dataclasses

NAMESPACE = 'http://cloudfront.amazonaws.com/doc/2020-05-31/'

VARIATIONS = [
    'attributes', 'bom', 'cdata', 'comments', 'declaration', 'instructions', 'line-ends', 'no-namespace', 'other-root',
    'prefix', 'references', 'shuffled', 'spaced', 'unknown',
]

DECLARATIONS = [
    '<?xml version="1.0" encoding="UTF-8"?>', "<?xml version='1.0'?>\n",
    '<?xml version="1.0" encoding="utf-8" standalone="yes" ?>\n',
]

ATTRIBUTES = [
    ' unknown="a &lt; b"', " unknown='\"/>'", ' xml:lang="en"',
    ' xmlns:o="urn:other" o:unknown="&#13;&amp;"', ' a="" \n b = "]]>"',
]
COMMENTS = ['<!-- not text -->', '<!---->', '<!-- <Quantity>7</Quantity> & -->']
INSTRUCTIONS = ['<?unknown not text?>', '<?a <Quantity>7</Quantity> & ?>']


@dataclasses.dataclass
class Element:
    """An element with text or children. A list has no unknown children: botocore reads every child as an item."""

    name: str
    content: str | list
    is_list: bool = False


def element(rng, shape, name, value):
    """Returns the element for a value, without members that are bound to headers."""
    if shape.type_name == 'structure':
        members = [
            element(rng, member, member.serialization.get('name', key), value[key])
            for key, member in shape.members.items()
            if key in value and member.serialization.get('location') is None
        ]
        return Element(name, members)
    if shape.type_name == 'list':
        item = shape.member.serialization.get('name', 'member')
        return Element(name, [element(rng, shape.member, item, child) for child in value], is_list=True)
    return Element(name, scalar(rng, shape.type_name, value))


def scalar(rng, type_name, value):
    if type_name == 'boolean':
        return 'true' if value else 'false'
    if type_name == 'timestamp':
        seconds = value.strftime('%Y-%m-%dT%H:%M:%S')
        with_fraction = value.microsecond or rng.random() < 0.3
        return f'{seconds}.{value.microsecond // 1000:03}Z' if with_fraction else f'{seconds}Z'
    if type_name in ('float', 'double'):
        ways = [repr(value), repr(value).upper(), f'{value:f}', f'{value:g}']
        return rng.choice([way for way in ways if float(way) == value])
    return str(value)


class Writer:
    """Writes elements with random variations."""

    def __init__(self, rng, variations):
        self.rng, self.variations = rng, variations
        self.namespaced = 'no-namespace' not in variations
        self.prefix = 'cf:' if self.namespaced and 'prefix' in variations else ''

    def document(self, root):
        if 'other-root' in self.variations:
            root = dataclasses.replace(root, name='NotInTheModel')
        declared = ':cf' if self.prefix else ''
        text = self.element(root, f' xmlns{declared}="{NAMESPACE}"' if self.namespaced else '')
        text = self.gap() + text + self.gap()
        if 'declaration' in self.variations:
            text = self.rng.choice(DECLARATIONS) + text
        if 'line-ends' in self.variations:
            text = text.replace('\n', self.rng.choice(['\r\n', '\r']))
        return '\ufeff' * ('bom' in self.variations) + text

    def element(self, element, attributes=''):
        name = self.prefix + element.name
        if self.may('attributes'):
            attributes += self.rng.choice(ATTRIBUTES)
        inside = self.text(element.content) if isinstance(element.content, str) else self.children(element)
        if not inside and self.rng.random() < 0.5:
            return f'<{name}{attributes}{self.blank()}/>'
        return f'<{name}{attributes}{self.blank()}>{inside}</{name}{self.blank()}>'

    def children(self, element):
        children = [self.element(child) for child in element.content]
        if not element.is_list:
            if 'shuffled' in self.variations:
                self.rng.shuffle(children)
            if self.may('unknown'):
                children.insert(self.rng.randint(0, len(children)), self.unknown())
        return ''.join(self.gap() + child for child in children) + self.gap()

    def unknown(self):
        """Returns an unknown element. Readers must ignore its children, even those with known names."""
        inside = [Element('Quantity', '99'), Element('Items', [Element('Id', 'x')]), Element('NotInTheModel', '')]
        known = Writer(self.rng, self.variations - {'unknown', 'attributes'})
        return known.element(Element('NotInTheModel', self.rng.choice(['', 'text', inside]), is_list=True))

    def gap(self):
        """Returns text that is allowed between elements."""
        gaps = {'spaced': ['\n', '\n  ', ' \t'], 'comments': COMMENTS, 'instructions': INSTRUCTIONS}
        return ''.join(self.rng.choice(choices) for variation, choices in gaps.items() if self.may(variation))

    def blank(self):
        """Returns white space that is allowed at the end of a tag."""
        return self.rng.choice(['', ' ', '\n']) if 'spaced' in self.variations else ''

    def may(self, variation):
        return variation in self.variations and self.rng.random() < 0.25

    def text(self, text):
        """Writes a text in two parts with different escapes, which readers must join."""
        middle = self.rng.randint(0, len(text))
        between = ''
        if self.may('comments'):
            between = self.rng.choice(COMMENTS)
        elif self.may('instructions'):
            between = self.rng.choice(INSTRUCTIONS)
        return self.piece(text[:middle]) + between + self.piece(text[middle:])

    def piece(self, text):
        """Escapes a text. A carriage return is always a reference: readers normalize the character to a line feed."""
        ways = [self.escaped]
        ways += [self.section] * 2 * ('cdata' in self.variations)
        ways += [self.references] * 2 * ('references' in self.variations)
        return self.rng.choice(ways)(text)

    def escaped(self, text):
        text = text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('\r', '&#13;')
        # After a blank, `>` cannot end a CDATA section, so it needs no escape.
        text = text.replace(' &gt;', self.rng.choice([' &gt;', ' >']))
        return text.replace('"', '&quot;').replace("'", '&apos;') if self.rng.random() < 0.3 else text

    def section(self, text):
        sections = [piece.replace(']]>', ']]]]><![CDATA[>') for piece in text.split('\r')]
        return '&#xD;'.join(f'<![CDATA[{section}]]>' for section in sections)

    def references(self, text):
        form = self.rng.choice(['&#{};', '&#x{:x};', '&#x{:X};', '&#x000{:x};'])
        pieces = (form.format(ord(letter)) if self.rng.random() < 0.6 else self.escaped(letter) for letter in text)
        return ''.join(pieces)
