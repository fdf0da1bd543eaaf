"""Python's own `json`, with the workarounds that people use for what it does not serialize."""

import json
from decimal import Decimal
from datetime import datetime

from customers import CANONICAL, KINDS, ROOT, UTC, ZONE, customers, snake, write, write_versions


def record(setting, serialize, zone=None):
    for name, customer in customers(zone):
        write("python-json", setting, name, serialize(customer))


def iso_and_float(value):
    return value.isoformat() if isinstance(value, datetime) else float(value)


def iso_and_text(value):
    return value.isoformat() if isinstance(value, datetime) else str(value)


def seconds(value):
    if isinstance(value, datetime):
        return value.timestamp() if value.year > 1 else 0
    return float(value)


def with_nan(customer):
    """As pandas fills gaps in numeric columns."""
    numeric = ("managerId", "industry_id", "totalTurnover", "transactionNumber", "rank")
    return {key: float("nan") if value is None and key in numeric else value for key, value in customer.items()}


def with_enum_object(customer):
    return {**customer, "type": {"value": customer["type"], "label": KINDS[customer["type"]]}}


record("iso-and-float", lambda c: json.dumps(c, default=iso_and_float))
record("default-str", lambda c: json.dumps(c, default=str))
record("default-str-with-zone", lambda c: json.dumps(c, default=str), ZONE)
record("iso-utc-unicode", lambda c: json.dumps(c, default=iso_and_text, ensure_ascii=False), UTC)
record("seconds", lambda c: json.dumps(c, default=seconds), UTC)
record("nan", lambda c: json.dumps(with_nan(c), default=iso_and_float))
record("snake-case-sorted", lambda c: json.dumps({snake(key): value for key, value in c.items()}, default=str, sort_keys=True, indent=2))
record("enum-object-in-result", lambda c: json.dumps({"code": 0, "msg": "success", "data": with_enum_object(c)}, default=str))
write_versions("python-json")
