"""Records what botocore sends and reads, for the tests of the HTTP bindings: requests.jsonl and responses.jsonl.

    PYTHONPATH=target/python python3 tests/python/wire_vectors.py

The bytes are the same each time, and the vectors of an operation depend on nothing but the shapes that it reaches. The
run fails if an operation, a member or an error code is in no vector, or if botocore reads something else in a document
than what was written into it. A vector is a line of JSON:

    {"id", "operation", "params", "request": {"method", "path", "query_raw", "headers", "body"}}
    {"id", "operation", "response": {"status", "headers", "body" or "body_base64"}, "result": {...}}
    {"id", "operation", "response": {...}, "error": {"code", "message", "type", "status", "request_id"}}

`params` and `result` are as the AWS CLI takes and prints them, with blobs in base64. Keys are sorted here, but botocore
was given the members in the model's order and wrote them in it. `headers` of a request are those of the serializer.

What botocore does that is not the only way, or wrong:

- A carriage return in text is written as it is, so that a receiver takes it for a line feed. Nothing else in its
  bodies is a carriage return, for it writes no layout: read each as the reference `&#13;`.
- Numbers with a fraction are as Python prints them: 1e-07, 1e+21, 100.0.
- Without members for the body there is no body, not an empty element; an absent payload likewise. No Content-Type.
- An empty body gives an empty structure as payload, `{"Distribution": {}}`.
- The header `x-amzn-requestid` counts for an `Error` without wrapping only. If nothing else says the id of the request,
  `request_id` is null, or empty if the body is empty or not XML.
- An empty Message of an error is null, a missing one empty (null in an `Error` without wrapping).
- An error without XML has the status for its code and the reason phrase for its message. The type is null if not said.

What is not in the vectors:

- Characters that XML 1.0 forbids, even as references; there is no agreed way to write them.
- Empty labels, and the labels `.` and `..`, which are not encoded and which HTTP libraries take for steps in the path.
- Empty headers, and those with anything but visible ASCII and blanks inside; NaN and infinities, which JSON has not.
- Document types, encodings other than UTF-8, elements inside of text, elements of another namespace with the name of a
  member (it looks at local names only).
- Unknown elements in lists (botocore takes any child for an item), members twice (it returns the elements themselves).
- Booleans other than `true` and `false` (it reads false), empty numbers (it fails), blanks around them, times that have
  no `Z` or more than milliseconds.
- An `Error` with a namespace but no wrapping, and well-formed HTML with a status below 500: it reads an empty code.
- A RequestId in the body of an `Error` without wrapping: it throws it away.
"""

import base64
import datetime
import json
import pathlib
import sys
import tomllib
from urllib.parse import urlsplit

import botocore
from botocore.awsrequest import create_request_object, prepare_request_dict
from botocore.loaders import create_loader
from botocore.model import ServiceModel
from botocore.serialize import create_serializer

from wire_coverage import missing
from wire_responses import Responses, body_entry
from wire_values import All, Required, Some, Values

ROOT = pathlib.Path(__file__).parent.parent.parent
DIRECTORY = ROOT / 'tests/fixtures/wire/botocore'


def request_vectors(operations):
    values = Values(foreign_enum_values=False)
    serializer = create_serializer('rest-xml', include_validation=False)
    choices = {'all': All(), 'some': Some(0.6), 'required': Required()}
    for operation in operations:
        for values.turn, (name, choice) in enumerate(choices.items()):
            vector_id = f'{operation.name}/{name}'
            params = values.value(operation.input_shape, choice, f'request/{operation.name}')
            request = serializer.serialize_to_request(params, operation)
            yield {'id': vector_id, 'operation': operation.name, 'params': params, 'request': sent(request)}


def sent(request):
    """Returns the request as it is sent."""
    headers = dict(request['headers'])
    prepare_request_dict(request, 'https://cloudfront.amazonaws.com')
    prepared = create_request_object(request).prepare()
    url = urlsplit(prepared.url)
    line = {'method': prepared.method, 'path': url.path, 'query_raw': url.query, 'headers': headers}
    return line | body_entry(prepared.body or b'')


def response_vectors(operations):
    responses = Responses(Values(foreign_enum_values=True))
    for operation in operations:
        yield from responses.vectors(operation)


def as_cli_prints(value):
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    raise TypeError(type(value))


def write(name, vectors):
    lines = [json.dumps(vector, sort_keys=True, separators=(',', ':'), default=as_cli_prints) for vector in vectors]
    text = ''.join(f'{line}\n' for line in lines)
    (DIRECTORY / name).write_text(text, encoding='ascii', newline='\n')
    print(f'{name}: {len(lines)} vectors, {len(text)} bytes')
    return [json.loads(line) for line in lines]


def main():
    version = tomllib.loads((ROOT / 'model/lock.toml').read_text())['cloudfront']['version']
    if botocore.__version__ != version:
        sys.exit(f'the model is that of botocore {version}, and this is {botocore.__version__}')
    description = create_loader().load_service_model('cloudfront', 'service-2', '2020-05-31')
    service = ServiceModel(description, 'cloudfront')
    operations = [service.operation_model(name) for name in service.operation_names]
    DIRECTORY.mkdir(parents=True, exist_ok=True)
    requests = write('requests.jsonl', request_vectors(operations))
    responses = write('responses.jsonl', response_vectors(operations))
    if sentences := list(missing(operations, requests, responses)):
        sys.exit('\n'.join(sentences))


main()
