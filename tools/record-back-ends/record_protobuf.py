"""protobuf's own JSON form: int64 as text, camelCase, constants of enums, Timestamp in UTC, zeros left out."""

import subprocess
from importlib.metadata import version
from tempfile import NamedTemporaryFile

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory, timestamp_pb2  # noqa: F401
from google.protobuf.json_format import MessageToJson

from customers import UTC, customers, snake, write, write_versions

with NamedTemporaryFile() as compiled:
    subprocess.run(["protoc", f"--descriptor_set_out={compiled.name}", "customer.proto"], check=True)
    files = descriptor_pb2.FileDescriptorSet.FromString(compiled.read()).file
pool = descriptor_pool.Default()
for file in files:
    pool.Add(file)
Customer = message_factory.GetMessageClass(pool.FindMessageTypeByName("Customer"))
Follower = message_factory.GetMessageClass(pool.FindMessageTypeByName("Follower"))


def message(customer):
    fields = {snake(key): value for key, value in customer.items() if value is not None}
    created_at = fields.pop("created_at", None)
    fields["id"] = int(fields["id"])
    for amount in ("outstanding_receivables", "retention_money"):
        if amount in fields:
            fields[amount] = str(fields[amount])
    fields["total_turnover"] = float(fields.get("total_turnover", 0))
    fields["follower_names"] = [Follower(**each) for each in fields.get("follower_names", [])]
    result = Customer(**fields)
    if created_at and created_at.year > 1:
        result.created_at.FromDatetime(created_at)
    elif created_at:
        result.created_at.SetInParent()
    return result


def record(setting, **options):
    for name, customer in customers(UTC):
        write("protobuf", setting, name, MessageToJson(message(customer), **options))


record("defaults")
record("proto-names-compact", preserving_proto_field_name=True, indent=None, ensure_ascii=False)
record("zeros-and-enum-numbers", always_print_fields_with_no_presence=True, use_integers_for_enums=True)
write_versions("protobuf", protobuf=version("protobuf"))
