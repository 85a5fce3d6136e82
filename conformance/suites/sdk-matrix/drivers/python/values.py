"""Values of the scenario: computed ones, paths into an output, and binary data between JSON and Python."""

import base64
import re

VARIABLE = re.compile(r"\$\{(\w+)\}")


def expand(value, variables):
    """Returns value with its variables, $repeat and $list replaced. Raises LookupError for a variable that nobody has set."""
    if isinstance(value, str):
        return _expand_text(value, variables)
    if isinstance(value, list):
        return [expand(v, variables) for v in value]
    if not isinstance(value, dict):
        return value
    if "$repeat" in value:
        text, times = value["$repeat"]
        return text * times
    if "$list" in value:
        return _expand_list(value["$list"], variables)
    return {_expand_text(k, variables): expand(v, variables) for k, v in value.items()}


def _expand_text(text, variables):
    whole = VARIABLE.fullmatch(text)
    if whole:
        return _known(whole[1], variables)
    return VARIABLE.sub(lambda m: str(_known(m[1], variables)), text)


def _known(name, variables):
    if name not in variables:
        raise LookupError(f"nobody has set {name}")
    return variables[name]


def _expand_list(of, variables):
    start, end = of["from"], of["to"]
    numbers = range(start, end + 1) if start <= end else range(start, end - 1, -1)
    return [expand(of["of"], {**variables, "i": str(i)}) for i in numbers]


def at(value, path):
    """Returns what a path like Shards.0.ShardId leads to."""
    for part in path.split("."):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def bytes_of(value):
    """Replaces the base64 texts of binary attribute values by bytes, in the wire's JSON."""
    if isinstance(value, list):
        return [bytes_of(v) for v in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"B"} and isinstance(value["B"], str):
        return {"B": base64.b64decode(value["B"])}
    if value.keys() == {"BS"} and isinstance(value["BS"], list):
        return {"BS": [base64.b64decode(b) for b in value["BS"]]}
    return {k: bytes_of(v) for k, v in value.items()}


def json_of(value):
    """Replaces everything JSON does not have: bytes by base64 texts, times by texts; and drops boto3's own ResponseMetadata."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, dict):
        return {k: json_of(v) for k, v in value.items() if k != "ResponseMetadata"}
    if isinstance(value, (list, tuple)):
        return [json_of(v) for v in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
