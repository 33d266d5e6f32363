"""Prints how long botocore's ParamValidator takes for each request on standard input, in microseconds.

Reads JSON lines {"operation": name, "params": {...}}:

    cargo run --package shapewright-tests --example print_fixtures | python3 tests/python/time_param_validator.py
"""

import json
import statistics
import sys
import timeit

import botocore
from botocore.loaders import create_loader
from botocore.model import ServiceModel
from botocore.validate import ParamValidator

REPEATS = 15


def microseconds(validator, shape, params):
    """The median over repeats; each runs the validator for about a tenth of a second."""
    def validate():
        return validator.validate(params, shape)

    number = max(1, int(0.1 / timeit.timeit(validate, number=3) * 3))
    return statistics.median(timeit.repeat(validate, number=number, repeat=REPEATS)) / number * 1e6


def main():
    service = ServiceModel(create_loader().load_service_model('cloudfront', 'service-2', '2020-05-31'), 'cloudfront')
    validator = ParamValidator()
    print(f'botocore {botocore.__version__}, Python {sys.version.split()[0]}')
    for line in sys.stdin:
        request = json.loads(line)
        shape = service.operation_model(request['operation']).input_shape
        errors = validator.validate(request['params'], shape)
        if errors.has_errors():
            sys.exit(errors.generate_report())
        size = len(json.dumps(request['params'], separators=(',', ':')))
        time = microseconds(validator, shape, request['params'])
        print(f'{request["operation"]}, {size} bytes of JSON: {time:.1f} µs')


main()
