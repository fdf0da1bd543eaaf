"""Django REST framework over models in SQLite: Decimal as text, choices, related objects in several forms."""

from importlib.metadata import version

import django
from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=["__main__"],
    REST_FRAMEWORK={"UNAUTHENTICATED_USER": None},
    TIME_ZONE="Asia/Shanghai",
    USE_TZ=True,
)
django.setup()

from django.db import connection, models  # noqa: E402
from djangorestframework_camel_case.render import CamelCaseJSONRenderer  # noqa: E402
from rest_framework import serializers  # noqa: E402
from rest_framework.renderers import JSONRenderer  # noqa: E402

from customers import KINDS, UTC, customers, snake, write, write_versions  # noqa: E402


class User(models.Model):
    name = models.TextField()

    class Meta:
        app_label = "__main__"

    def __str__(self):
        return self.name


class Customer(models.Model):
    id = models.BigIntegerField(primary_key=True)
    customer_no = models.TextField()
    name = models.TextField()
    description = models.TextField(null=True)
    manager_name = models.TextField(null=True)
    manager_id = models.BigIntegerField(null=True)
    department_path = models.JSONField(null=True)
    industry_id = models.BigIntegerField(null=True)
    industry_path = models.JSONField(null=True)
    area = models.JSONField(null=True)
    area_code = models.JSONField(null=True)
    partner_relationship = models.TextField(null=True)
    total_turnover = models.DecimalField(max_digits=30, decimal_places=2, null=True)
    transaction_number = models.BigIntegerField(null=True)
    rank = models.IntegerField(null=True)
    level_name = models.TextField(null=True)
    type = models.CharField(max_length=20, choices=KINDS.items())
    followers = models.ManyToManyField(User)
    created_at = models.DateTimeField(null=True)
    outstanding_receivables = models.DecimalField(max_digits=30, decimal_places=2, null=True)
    retention_money = models.DecimalField(max_digits=30, decimal_places=2, null=True)
    advantageous_industry = models.TextField(null=True)
    credit_situation = models.TextField(null=True)

    class Meta:
        app_label = "__main__"


# `from` is a keyword in Python.
Customer.add_to_class("from", models.TextField(null=True))


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = "__all__"


class Defaults(serializers.ModelSerializer):
    follower_names = UserSerializer(source="followers", many=True, read_only=True)

    class Meta:
        model = Customer
        fields = "__all__"


class Words(Defaults):
    """The word of the type, the names of the followers, and the date format of many Chinese programs."""

    type = serializers.CharField(source="get_type_display")
    followers = serializers.StringRelatedField(many=True)
    follower_names = None
    created_at = serializers.DateTimeField(format="%Y-%m-%d %H:%M:%S")


class Numbers(Defaults):
    total_turnover = serializers.FloatField()
    outstanding_receivables = serializers.FloatField()
    retention_money = serializers.FloatField()


def paginated(data):
    return {"count": 1, "next": None, "previous": None, "results": [data]}


def record(setting, serializer, renderer=JSONRenderer, envelope=lambda data: data):
    for name, _ in customers():
        write("django-rest-framework", setting, name, renderer().render(envelope(serializer(stored[name]).data)))


stored = {}
with connection.schema_editor() as schema:
    schema.create_model(User)
    schema.create_model(Customer)
for name, customer in customers(UTC):
    fields = {snake(key): value for key, value in customer.items()}
    followers = fields.pop("follower_names") or []
    del fields["followers"]
    stored[name] = Customer.objects.create(**fields)
    for each in followers:
        stored[name].followers.add(User.objects.update_or_create(id=each["id"], defaults=each)[0])
    # Reads the followers now: the next customer's may have the same ids.
    stored[name] = Customer.objects.prefetch_related("followers").get(pk=stored[name].pk)

record("defaults", Defaults)
record("camel-case", Defaults, CamelCaseJSONRenderer)
record("words", Words)
record("floats", Numbers)
record("paginated", Defaults, envelope=paginated)
write_versions("django-rest-framework", django=version("django"), djangorestframework=version("djangorestframework"),
               djangorestframework_camel_case=version("djangorestframework-camel-case"))
