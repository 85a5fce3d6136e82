"""The models of PynamoDB's quick start and tutorial, grown by what a working application adds."""

import os

from pynamodb.attributes import (
    BinaryAttribute, BooleanAttribute, JSONAttribute, ListAttribute, MapAttribute, NumberAttribute, NumberSetAttribute,
    TTLAttribute, UnicodeAttribute, UnicodeSetAttribute, UTCDateTimeAttribute, VersionAttribute,
)
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, KeysOnlyProjection, LocalSecondaryIndex
from pynamodb.models import Model

from story import PREFIX, URL


class Endpoint:
    """Settings that every model's Meta has in common."""

    host = URL
    region = os.environ["CONFORMANCE_REGION"]
    aws_access_key_id = os.environ["CONFORMANCE_ACCESS_KEY"]
    aws_secret_access_key = os.environ["CONFORMANCE_SECRET_KEY"]


class UserModel(Model):
    """A DynamoDB User: the quick start's model."""

    class Meta(Endpoint):
        table_name = PREFIX + "pynamodb-user"
        read_capacity_units = 1
        write_capacity_units = 1

    email = UnicodeAttribute(hash_key=True)
    first_name = UnicodeAttribute()
    last_name = UnicodeAttribute(null=True)


class ViewIndex(GlobalSecondaryIndex):
    """Threads of a forum by their number of views."""

    class Meta:
        index_name = "view-index"
        projection = AllProjection()

    forum_name = UnicodeAttribute(hash_key=True)
    views = NumberAttribute(range_key=True)


class CreatedIndex(LocalSecondaryIndex):
    """Threads of a forum by the time of their creation."""

    class Meta:
        index_name = "created-index"
        projection = KeysOnlyProjection()

    forum_name = UnicodeAttribute(hash_key=True)
    created = UTCDateTimeAttribute(range_key=True)


class Author(MapAttribute):
    name = UnicodeAttribute()
    karma = NumberAttribute(null=True)


class Thread(Model):
    """The tutorial's thread, with one attribute of each kind."""

    class Meta(Endpoint):
        table_name = PREFIX + "pynamodb-thread"
        billing_mode = "PAY_PER_REQUEST"

    forum_name = UnicodeAttribute(hash_key=True)
    subject = UnicodeAttribute(range_key=True)
    view_index = ViewIndex()
    created_index = CreatedIndex()
    views = NumberAttribute(default=0)
    created = UTCDateTimeAttribute(null=True)
    answered = BooleanAttribute(null=True)
    tags = UnicodeSetAttribute(null=True)
    scores = NumberSetAttribute(null=True)
    author = Author(null=True)
    replies = ListAttribute(null=True)
    picture = BinaryAttribute(null=True, legacy_encoding=False)
    settings = JSONAttribute(null=True)
    notes = UnicodeAttribute(null=True)


class Account(Model):
    """An account whose writes are checked by a version."""

    class Meta(Endpoint):
        table_name = PREFIX + "pynamodb-account"
        billing_mode = "PAY_PER_REQUEST"

    owner = UnicodeAttribute(hash_key=True)
    balance = NumberAttribute(default=0)
    version = VersionAttribute()


class Session(Model):
    """A session that expires."""

    class Meta(Endpoint):
        table_name = PREFIX + "pynamodb-session"
        billing_mode = "PAY_PER_REQUEST"

    key = UnicodeAttribute(hash_key=True)
    expires = TTLAttribute(null=True)


MODELS = [UserModel, Thread, Account, Session]
