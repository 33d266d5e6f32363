"""Prints the report of botocore's ParamValidator for requests.

Reads JSON lines {"operation": name, "params": {...}} and writes for each a JSON line {"report": [text, ...]}.
The first line that it writes is {"botocore": version, "operations": number}; the only one, if the version is
not the one given as the argument, for other versions know other members.
"""

import base64
import json
import sys

import botocore
from botocore.loaders import create_loader
from botocore.model import ServiceModel
from botocore.validate import ParamValidator


def convert(shape, value):
    """Converts base64 in JSON to bytes."""
    if shape.type_name == 'structure':
        return {name: convert(shape.members[name], member) for name, member in value.items()}
    if shape.type_name == 'list':
        return [convert(shape.member, item) for item in value]
    if shape.type_name == 'blob':
        return base64.b64decode(value)
    return value


def main():
    description = create_loader().load_service_model('cloudfront', 'service-2', '2020-05-31')
    service = ServiceModel(description, 'cloudfront')
    validator = ParamValidator()
    print(json.dumps({'botocore': botocore.__version__, 'operations': len(service.operation_names)}))
    if botocore.__version__ != sys.argv[1]:
        return
    for line in sys.stdin:
        request = json.loads(line)
        shape = service.operation_model(request['operation']).input_shape
        report = validator.validate(convert(shape, request['params']), shape).generate_report()
        print(json.dumps({'report': report.splitlines()}))


main()
