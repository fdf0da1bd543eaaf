"""FastAPI with pydantic 2: snake_case or aliases, Decimal as text, datetime in ISO 8601."""

from datetime import datetime
from decimal import Decimal
from enum import Enum
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from customers import UTC, ZONE, customers, snake, write, write_versions


class CustomerType(Enum):
    CLIENT = "CLIENT"
    TARGET_CUSTOMER = "TARGET_CUSTOMER"
    PROSPECT = "PROSPECT"


class Follower(BaseModel):
    id: int
    name: str


class Customer(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    id: str
    customer_no: str
    name: str
    description: str | None
    from_: str | None
    manager_name: str | None
    manager_id: int | None
    department_path: list[str] | None
    industry_id: int | None
    industry_path: list[str] | None
    area: list[str] | None
    area_code: list[str] | None
    partner_relationship: str | None
    total_turnover: Decimal | None
    transaction_number: int | None
    rank: int | None
    level_name: str | None
    type: CustomerType
    followers: list[int] | None
    follower_names: list[Follower] | None
    created_at: datetime | None
    outstanding_receivables: Decimal | None
    retention_money: Decimal | None
    advantageous_industry: str | None
    credit_situation: str | None


class SnakeCase(Customer):
    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class CamelCase(Customer):
    model_config = ConfigDict(alias_generator=to_camel)


class Milliseconds(CamelCase):
    model_config = ConfigDict(ser_json_temporal="milliseconds")


class WithFloats(CamelCase):
    total_turnover: float | None
    outstanding_receivables: float | None
    retention_money: float | None


class Result(BaseModel):
    code: int = 200
    message: str = "OK"
    data: CamelCase


def record(setting, model, zone=None, envelope=None, **options):
    app = FastAPI()
    for name, customer in customers(zone):
        fields = {{"from": "from_"}.get(key, snake(key)): value for key, value in customer.items()}
        answer = model(**fields)
        answer = envelope(data=answer) if envelope else answer
        app.add_api_route(f"/{name}", lambda answer=answer: answer, response_model=envelope or model, **options)
        write("fastapi", setting, name, TestClient(app).get(f"/{name}").content)


record("defaults", SnakeCase)
record("camel-aliases-utc", CamelCase, UTC)
record("offset", CamelCase, ZONE)
record("exclude-none", CamelCase, UTC, response_model_exclude_none=True)
record("milliseconds", Milliseconds, UTC)
record("floats", WithFloats)
record("result", CamelCase, UTC, Result)
write_versions("fastapi", fastapi=version("fastapi"), pydantic=version("pydantic"))
