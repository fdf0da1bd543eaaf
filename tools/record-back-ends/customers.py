"""The canonical customers for Python back ends, and the writer of recordings."""

import json
import sys
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2] / "samples/back-ends"
CANONICAL = json.loads((ROOT / "canonical.json").read_text())
ZONE = ZoneInfo(CANONICAL["timeZone"])
UTC = timezone.utc
COUNTS = ("managerId", "industry_id", "transactionNumber", "rank")
AMOUNTS = ("totalTurnover", "outstandingReceivables", "retentionMoney")
KINDS = {"CLIENT": "正式客户", "TARGET_CUSTOMER": "目标客户", "PROSPECT": "沟通客户"}


def snake(key):
    """`customerNo` as `customer_no`."""
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in key)


def customers(zone=None):
    """Yields each customer with native values. With a zone, `createdAt` is that moment; without one, it is wall-clock time."""
    for name, canonical in CANONICAL["customers"].items():
        customer = dict(canonical)
        for key in COUNTS:
            customer[key] = None if customer[key] is None else int(customer[key])
        for key in AMOUNTS:
            customer[key] = None if customer[key] is None else Decimal(customer[key])
        if customer["followers"] is not None:
            customer["followers"] = [int(id) for id in customer["followers"]]
            customer["followerNames"] = [{**each, "id": int(each["id"])} for each in customer["followerNames"]]
        customer["createdAt"] = created_at(customer["createdAt"], zone)
        yield name, customer


def created_at(text, zone):
    if text is None:
        return None
    if text.startswith("0000"):
        return datetime.min.replace(tzinfo=zone)
    time = datetime.fromisoformat(text)
    return time.replace(tzinfo=ZONE).astimezone(zone) if zone else time


def write(back_end, setting, customer, body):
    """Writes the bytes of one response."""
    file = ROOT / back_end / setting / f"{customer}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body if isinstance(body, bytes) else body.encode())


def write_versions(back_end, **versions):
    """Writes the versions, for `index.py`."""
    versions = {name.replace("_", "-"): version for name, version in versions.items()}
    versions["python"] = ".".join(map(str, sys.version_info[:3]))
    file = ROOT / back_end / "versions.json"
    file.write_text(json.dumps(versions))
