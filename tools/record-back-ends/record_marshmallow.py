"""marshmallow: names by `data_key`, formats of DateTime, enums by name and by value, nested followers."""

import json
from enum import Enum
from importlib.metadata import version

from marshmallow import Schema, fields

from customers import AMOUNTS, COUNTS, KINDS, UTC, ZONE, customers, snake, write, write_versions

CustomerType = Enum("CustomerType", KINDS)


class Follower(Schema):
    id = fields.Integer()
    name = fields.String()


def schema(date_format, amount, kind):
    """Builds the schema of a setting; its attributes are snake_case, its keys are the document's."""
    def field(key):
        options = {"attribute": snake(key), "data_key": key}
        if key in COUNTS:
            return fields.Integer(**options)
        if key in AMOUNTS:
            return amount(options)
        return {
            "type": lambda: kind(options),
            "createdAt": lambda: fields.DateTime(format=date_format, **options),
            "followers": lambda: fields.List(fields.Integer(), **options),
            "followerNames": lambda: fields.List(fields.Nested(Follower), **options),
            "departmentPath": lambda: fields.List(fields.String(), **options),
            "industryPath": lambda: fields.List(fields.String(), **options),
            "area": lambda: fields.List(fields.String(), **options),
            "areaCode": lambda: fields.List(fields.String(), **options),
        }.get(key, lambda: fields.String(**options))()
    key_names = next(customers())[1].keys()
    return Schema.from_dict({snake(key): field(key) for key in key_names})()


def text(options):
    return fields.Decimal(as_string=True, **options)


def number(options):
    return fields.Float(**options)


def by_name(options):
    return fields.Enum(CustomerType, **options)


def by_value(options):
    return fields.Enum(CustomerType, by_value=True, **options)


def record(setting, zone, date_format, amount=text, kind=by_name):
    serializer = schema(date_format, amount, kind)
    for name, customer in customers(zone):
        stored = {snake(key): value for key, value in customer.items()}
        stored["type"] = CustomerType[stored["type"]]
        write("marshmallow", setting, name, json.dumps(serializer.dump(stored), ensure_ascii=False))


record("iso", ZONE, "iso")
record("rfc", ZONE, "rfc")
record("timestamp", UTC, "timestamp", number)
record("timestamp-ms", UTC, "timestamp_ms")
record("format-enum-by-value", None, "%Y/%m/%d %H:%M", kind=by_value)
write_versions("marshmallow", marshmallow=version("marshmallow"))
