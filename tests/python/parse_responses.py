"""Parses responses with botocore, for the comparison of mutated documents.

    PYTHONPATH=target/python python3 tests/python/parse_responses.py MODEL... < responses

The arguments are models in botocore's format, each named like its service: `forms.json`. The service `cloudfront` is
that of botocore. Reads JSON lines {"service", "operation", "value": {"status", "headers", "body_base64"}}, and writes
for each a JSON line with one of these:

    {"value": {...}}    the output, with timestamps in ISO 8601 and blobs in base64, or with {"code", "message", "type",
                        "request_id"} for a status that is no success
    {"failure": text}   botocore raises an error, or finds no code in an error document
    {"odd": text}       botocore returns something that is no value of the model

The first line that it writes is {"botocore": version}.
"""

import base64
import datetime
import json
import math
import pathlib
import sys
from xml.etree import ElementTree

import botocore
from botocore.awsrequest import HeadersDict
from botocore.loaders import create_loader
from botocore.model import ServiceModel
from botocore.parsers import create_parser


class Odd(Exception):
    """A result that is no value of the model."""


def plain(value):
    """Converts a result to JSON."""
    if isinstance(value, dict):
        if 'SDK_UNKNOWN_MEMBER' in value:
            raise Odd('an unknown member of a union')
        return {name: plain(member) for name, member in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, ElementTree.Element):
        raise Odd('an element and not its value')
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            raise Odd('a time without an offset')
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return 'NaN' if math.isnan(value) else 'Infinity' if value > 0 else '-Infinity'
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise Odd('an integer of more than 64 bits')
    return value


def error(parsed, status):
    """Returns the values of an error. Texts that are empty are left out."""
    found, metadata = parsed['Error'], parsed['ResponseMetadata']
    values = {
        'code': found.get('Code'),
        'message': found.get('Message'),
        'type': found.get('Type'),
        'request_id': metadata.get('RequestId'),
    }
    values = {name: value for name, value in values.items() if value not in (None, '')}
    if any(not isinstance(value, str) for value in values.values()):
        raise Odd('an element and not its text')
    if values.get('code') in (None, str(status)):
        raise ValueError('no code')
    return values


def answer(parser, services, asked):
    response = asked['value']
    status, body = response['status'], base64.b64decode(response['body_base64'])
    shape = services[asked['service']].operation_model(asked['operation']).output_shape
    try:
        parts = {'status_code': status, 'headers': HeadersDict(response['headers']), 'body': body}
        parsed = parser.parse(parts, shape)
        if status >= 300:
            return {'value': error(parsed, status)}
        del parsed['ResponseMetadata']
        return {'value': plain(parsed)}
    except Odd as odd:
        return {'odd': str(odd)}
    except Exception as failure:
        # The parser raises errors of many types. The text of some contains the whole document.
        return {'failure': f'{type(failure).__name__}: {failure}'[:100]}


def main():
    services = {'cloudfront': create_loader().load_service_model('cloudfront', 'service-2', '2020-05-31')}
    for path in map(pathlib.Path, sys.argv[1:]):
        services[path.stem] = json.loads(path.read_text(encoding='utf-8'))
    services = {name: ServiceModel(model, name) for name, model in services.items()}
    parser = create_parser('rest-xml')
    print(json.dumps({'botocore': botocore.__version__}))
    for line in sys.stdin:
        print(json.dumps(answer(parser, services, json.loads(line))))


main()
