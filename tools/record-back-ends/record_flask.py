"""Flask's `jsonify`: sorted keys, dates as in HTTP headers, Decimal as text."""

from importlib.metadata import version

from flask import Flask, jsonify

from customers import UTC, customers, snake, write, write_versions


def record(setting, zone=None, body=lambda customer: customer, **provider):
    app = Flask(__name__)
    for name, value in provider.items():
        setattr(app.json, name, value)
    stored = dict(customers(zone))
    app.add_url_rule("/<name>", "detail", lambda name: jsonify(body(stored[name])))
    for name in stored:
        write("flask", setting, name, app.test_client().get(f"/{name}").data)


record("defaults", UTC)
record("naive-datetime")
record("unsorted-unicode", UTC, sort_keys=False, ensure_ascii=False)
record("snake-case-result", UTC, lambda customer: {"status": "success", "data": {snake(key): value for key, value in customer.items()}})
write_versions("flask", flask=version("flask"))
