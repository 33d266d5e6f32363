"""Generates HTTP responses of operations, with the result of botocore's parser."""

import base64
import io
import string
import sys

from botocore.awsrequest import HeadersDict
from botocore.parsers import create_parser
from botocore.response import StreamingBody

from wire_coverage import members
from wire_documents import VARIATIONS, Element, Writer, element
from wire_values import TEXTS, Some, seeded

HTML = '<html><head><title>ERROR</title></head><body><hr>The request could not be satisfied &nbsp;<br></body></html>'
FAULTS = ['bare', 'cut-off', 'empty-body', 'html', 'unknown-code']


class Responses:
    """Generates responses and their vectors. `rng` is the random generator of the current vector."""

    def __init__(self, values):
        self.values = values
        self.parser = create_parser('rest-xml')

    def vectors(self, operation):
        many = Some(0.5)
        self.values.turn = 0
        yield self.success(operation, 'many', many, [])
        output = operation.output_shape
        few = Some(0.2, wanted=members(output) - many.chosen if output else frozenset())
        self.values.turn = 1
        variations = seeded(operation.name, 'variations').sample(VARIATIONS, 3)
        yield self.success(operation, 'few', few, variations)
        yield from self.empty_body(operation)
        for error in operation.error_shapes:
            yield self.modelled_error(operation, error)
        for kind in seeded(operation.name, 'faults').sample(FAULTS, 2):
            yield self.fault(operation, kind)

    def success(self, operation, which, choice, variations):
        output = operation.output_shape
        status = operation.http.get('responseCode', 200)
        name = f'{operation.name}/success/{which}'
        rng = seeded('response', name)
        headers = {spelled(rng, 'x-amzn-RequestId'): request_id(rng)}
        if output is None:
            # Readers ignore a body that the model does not have.
            root = Element('NotInTheModel', '')
            body = document(rng, root, variations).encode() if variations and status != 204 else b''
            return self.success_vector(operation, name, variations, status, headers, body, {})
        value = self.values.value(output, choice, f'response/{operation.name}')
        for key, member in output.members.items():
            if member.serialization.get('location') == 'header' and key in value:
                headers[spelled(rng, member.serialization['name'])] = value[key]
        payload = output.serialization.get('payload')
        if operation.has_streaming_output:
            body = value.setdefault(payload, b'')
            return self.success_vector(operation, name, [], status, headers, body, value)
        if payload is not None and payload not in value:
            return self.success_vector(operation, name, [], status, headers, b'', value | {payload: {}})
        shape, content = (output, value) if payload is None else (output.members[payload], value[payload])
        root = element(rng, shape, shape.serialization.get('name', shape.name), content)
        body = document(rng, root, variations).encode()
        return self.success_vector(operation, name, variations, status, headers, body, value)

    def empty_body(self, operation):
        """Returns a response without a document."""
        output = operation.output_shape
        if output is None or operation.has_streaming_output:
            return
        if seeded(operation.name, 'empty-body').random() > 0.05:
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
        rng = seeded('response', operation.name, 'error', shape.name)
        sender = 'Sender' if error.get('senderFault') else 'Receiver'
        children = [Element('Type', sender), Element('Code', shape.name), *message(rng)]
        if rng.random() < 0.1:
            children.pop(0)
        variations = set(rng.sample(VARIATIONS, 2)) - {'other-root'}
        name = '/'.join(['error', shape.name, *sorted(variations)])
        return self.error(operation, name, rng, error['httpStatusCode'], Element('Error', children), variations)

    def fault(self, operation, kind):
        """Returns a response that is not in the model."""
        rng = seeded('response', operation.name, 'fault', kind)
        error = [Element('Code', rng.choice(['Throttling', 'NotInTheModel', 'a b & c'])), *message(rng)]
        status = rng.choice([400, 403, 404, 429, 500, 502, 503])
        if kind == 'unknown-code':
            return self.error(operation, f'error/{kind}', rng, status, Element('Error', error), set())
        headers = {spelled(rng, 'x-amzn-RequestId'): request_id(rng)} if rng.random() < 0.5 else {}
        content = {
            'bare': document(rng, Element('Error', error), {'no-namespace', 'declaration'}),
            'cut-off': '<ErrorResponse><Error><Code>AccessDenied</Code><Mess',
            'empty-body': '',
            'html': HTML,
        }
        return self.error_vector(operation, f'error/{kind}', status, headers, content[kind])

    def error(self, operation, name, rng, status, error, variations):
        """Returns the error document of the protocol."""
        where = rng.choice(['body', 'header', 'both', 'none'])
        children = [error] + [Element('RequestId', request_id(rng))] * (where in ('body', 'both'))
        headers = {spelled(rng, 'x-amzn-RequestId'): request_id(rng)} if where in ('header', 'both') else {}
        text = document(rng, Element('ErrorResponse', children), variations)
        return self.error_vector(operation, name, status, headers, text)

    def error_vector(self, operation, name, status, headers, text):
        body = text.encode()
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


def message(rng):
    text = rng.choice(TEXTS + [None])
    return [] if text is None else [Element('Message', text)]


def document(rng, root, variations):
    return Writer(rng, set(variations)).document(root)


def request_id(rng):
    return ''.join(rng.choices(string.hexdigits, k=12))


def spelled(rng, name):
    return rng.choice([name, name, name.lower(), name.upper()])


def vector(name, operation, status, headers, body):
    response = {'status': status, 'headers': headers} | body_entry(body)
    return {'id': name, 'operation': operation.name, 'response': response}


def body_entry(body):
    try:
        return {'body': body.decode()}
    except UnicodeDecodeError:
        return {'body_base64': base64.b64encode(body).decode()}
