"""Finds operations, members and error codes without a vector."""

import collections


def missing(operations, requests, responses):
    """Returns a sentence for each operation, member or error code without a vector, and for each duplicate id."""
    params, results = values(requests, 'params'), values(responses, 'result')
    codes = {name: {error['code'] for error in errors} for name, errors in values(responses, 'error').items()}
    for what, found in {'request': params, 'success': results, 'error': codes}.items():
        few = (operation.name for operation in operations if len(found.get(operation.name, [])) < 2)
        yield from (f'{name} has fewer than two vectors: {what}' for name in few)
    inputs = {operation.name: operation.input_shape for operation in operations}
    outputs = {operation.name: operation.output_shape for operation in operations if operation.output_shape}
    for shapes, found in [(inputs, params), (outputs, results)]:
        known, shown = set(), set()
        for name, shape in shapes.items():
            known |= members(shape)
            shown = shown.union(*(members_in(shape, value) for value in found.get(name, [])))
        yield from (f'{structure}.{member} is in no vector' for structure, member in sorted(known - shown))
    modelled = {error.name for operation in operations for error in operation.error_shapes}
    yield from (f'the code {code} is in no vector' for code in sorted(modelled.difference(*codes.values())))
    ids = collections.Counter(vector['id'] for vector in requests + responses)
    yield from (f'two vectors have the id {name}' for name, count in ids.items() if count > 1)


def values(vectors, key):
    """Returns the values of the key in the vectors of each operation."""
    found = {}
    for vector in vectors:
        if key in vector:
            found.setdefault(vector['operation'], []).append(vector[key])
    return found


def members(shape):
    """Yields structure and name of each member of the shape and of nested shapes. The shapes are not recursive."""
    if shape.type_name == 'list':
        return members(shape.member)
    if shape.type_name != 'structure':
        return set()
    inner = [members(member) for member in shape.members.values()]
    return {(shape.name, name) for name in shape.members}.union(*inner)


def members_in(shape, value):
    """Yields the same for the members that are present in a value."""
    if shape.type_name == 'list':
        return set().union(*(members_in(shape.member, item) for item in value))
    if shape.type_name != 'structure':
        return set()
    inner = [members_in(shape.members[name], member) for name, member in value.items()]
    return {(shape.name, name) for name in value}.union(*inner)
