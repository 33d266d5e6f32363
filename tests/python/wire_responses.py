"""Makes HTTP responses of operations, and says what botocore's parser reads in them."""

import base64
import io
import string
import sys

from botocore.awsrequest import HeadersDict
from botocore.parsers import create_parser
from botocore.response import StreamingBody

from wire_documents import VARIATIONS, Element, Writer, element
from wire_values import TEXTS, Deck, Some

HTML = '<html><head><title>ERROR</title></head><body><hr>The request could not be satisfied &nbsp;<br></body></html>'
FAULTS = ['bare', 'cut-off', 'empty-body', 'html', 'unknown-code']


class Responses:
    """Makes responses, and their vectors."""

    def __init__(self, rng, values):
        self.rng, self.values = rng, values
        self.parser = create_parser('rest-xml')
        self.variations = Deck(rng, VARIATIONS)
        self.request_ids = Deck(rng, ['body', 'header', 'both', 'none'])
        self.messages = Deck(rng, TEXTS + [None])
        self.faults = Deck(rng, FAULTS)
        self.choices = {'many': Some(rng, 0.5), 'few': Some(rng, 0.2)}
        self.codes = set()

    def vectors(self, operation):
        yield self.success(operation, 'many', [])
        yield self.success(operation, 'few', [self.variations.deal() for _ in range(3)])
        yield from self.empty_body(operation)
        fresh = [error for error in operation.error_shapes if error.name not in self.codes]
        common = self.rng.sample(operation.error_shapes, min(2, len(operation.error_shapes)))
        for error in {error.name: error for error in common + fresh}.values():
            self.codes.add(error.name)
            yield self.modelled_error(operation, error)
        for kind in dict.fromkeys(self.faults.deal() for _ in range(2)):
            yield self.fault(operation, kind)

    def success(self, operation, members, variations):
        output = operation.output_shape
        status = operation.http.get('responseCode', 200)
        name = f'{operation.name}/success/{members}'
        headers = {self.spelled('x-amzn-RequestId'): self.request_id()}
        if output is None:
            # Nothing is read of a body that the model does not know.
            root = Element('NotInTheModel', '')
            body = self.document(root, variations).encode() if variations and status != 204 else b''
            return self.success_vector(operation, name, variations, status, headers, body, {})
        value = self.values.value(output, self.choices[members])
        for key, member in output.members.items():
            if member.serialization.get('location') == 'header' and key in value:
                headers[self.spelled(member.serialization['name'])] = value[key]
        payload = output.serialization.get('payload')
        if operation.has_streaming_output:
            body = value.setdefault(payload, b'')
            return self.success_vector(operation, name, [], status, headers, body, value)
        if payload is not None and payload not in value:
            return self.success_vector(operation, name, [], status, headers, b'', value | {payload: {}})
        shape, content = (output, value) if payload is None else (output.members[payload], value[payload])
        root = element(self.rng, shape, shape.serialization.get('name', shape.name), content)
        body = self.document(root, variations).encode()
        return self.success_vector(operation, name, variations, status, headers, body, value)

    def empty_body(self, operation):
        """Nothing where a document could be."""
        output = operation.output_shape
        if output is None or operation.has_streaming_output or self.rng.random() > 0.05:
            return
        payload = output.serialization.get('payload')
        value = {} if payload is None else {payload: {}}
        name = f'{operation.name}/success/empty-body'
        yield self.success_vector(operation, name, [], operation.http.get('responseCode', 200), {}, b'', value)

    def success_vector(self, operation, name, variations, status, headers, body, value):
        stream = StreamingBody(io.BytesIO(body), len(body)) if operation.has_streaming_output else body
        result = self.parse(operation, status, headers, stream)
        del result['ResponseMetadata']
        if operation.has_streaming_output:
            payload = operation.output_shape.serialization['payload']
            result[payload] = result[payload].read()
        name = '/'.join([name, *sorted(variations)])
        if result != value:
            sys.exit(f'botocore reads {result} in {name}, and not {value}: {body}')
        return vector(name, operation, status, headers, body) | {'result': result}

    def modelled_error(self, operation, shape):
        error = shape.metadata['error']
        sender = 'Sender' if error.get('senderFault') else 'Receiver'
        children = [Element('Type', sender), Element('Code', shape.name), *self.message()]
        if self.rng.random() < 0.1:
            children.pop(0)
        variations = {self.variations.deal() for _ in range(2)} - {'other-root'}
        name = '/'.join(['error', shape.name, *sorted(variations)])
        return self.error(operation, name, error['httpStatusCode'], Element('Error', children), variations)

    def fault(self, operation, kind):
        """An answer that the model does not describe."""
        code = [Element('Code', self.rng.choice(['Throttling', 'NotInTheModel', 'a b & c']))]
        status = self.rng.choice([400, 403, 404, 429, 500, 502, 503])
        if kind == 'unknown-code':
            return self.error(operation, f'error/{kind}', status, Element('Error', code + [*self.message()]), set())
        headers = {self.spelled('x-amzn-RequestId'): self.request_id()} if self.rng.random() < 0.5 else {}
        content = {
            'bare': self.document(Element('Error', code + [*self.message()]), {'no-namespace', 'declaration'}),
            'cut-off': '<ErrorResponse><Error><Code>AccessDenied</Code><Mess',
            'empty-body': '',
            'html': HTML,
        }
        return self.error_vector(operation, f'error/{kind}', status, headers, content[kind])

    def message(self):
        text = self.messages.deal()
        return [] if text is None else [Element('Message', text)]

    def error(self, operation, name, status, error, variations):
        """The error in the wrapping that the protocol gives it."""
        where = self.request_ids.deal()
        children = [error] + [Element('RequestId', self.request_id())] * (where in ('body', 'both'))
        headers = {self.spelled('x-amzn-RequestId'): self.request_id()} if where in ('header', 'both') else {}
        document = self.document(Element('ErrorResponse', children), variations)
        return self.error_vector(operation, name, status, headers, document)

    def error_vector(self, operation, name, status, headers, document):
        body = document.encode()
        parsed = self.parse(operation, status, headers, body)
        error = {
            'code': parsed['Error']['Code'],
            'message': parsed['Error'].get('Message'),
            'type': parsed['Error'].get('Type'),
            'status': parsed['ResponseMetadata']['HTTPStatusCode'],
            'request_id': parsed['ResponseMetadata'].get('RequestId'),
        }
        return vector(f'{operation.name}/{name}', operation, status, headers, body) | {'error': error}

    def parse(self, operation, status, headers, body):
        response = {'status_code': status, 'headers': HeadersDict(headers), 'body': body}
        return self.parser.parse(response, operation.output_shape)

    def document(self, root, variations):
        return Writer(self.rng, set(variations)).document(root)

    def request_id(self):
        return ''.join(self.rng.choices(string.hexdigits, k=12))

    def spelled(self, name):
        return self.rng.choice([name, name, name.lower(), name.upper()])


def vector(name, operation, status, headers, body):
    response = {'status': status, 'headers': headers} | body_entry(body)
    return {'id': name, 'operation': operation.name, 'response': response}


def body_entry(body):
    try:
        return {'body': body.decode()}
    except UnicodeDecodeError:
        return {'body_base64': base64.b64encode(body).decode()}
