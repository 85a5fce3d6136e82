"""Tests of a program that keeps films in DynamoDB, by the fixtures of pytest_ddbsql.py."""

import pytest
from boto3.dynamodb.conditions import Key

KEYS = {
    "BillingMode": "PAY_PER_REQUEST",
    "AttributeDefinitions": [
        {"AttributeName": "director", "AttributeType": "S"},
        {"AttributeName": "title", "AttributeType": "S"},
    ],
    "KeySchema": [
        {"AttributeName": "director", "KeyType": "HASH"},
        {"AttributeName": "title", "KeyType": "RANGE"},
    ],
}


@pytest.fixture
def films(dynamodb_resource):
    return dynamodb_resource.create_table(TableName="films", **KEYS)


def add(films, director, title):
    """Adds a film that is not there yet: what is tested here."""
    films.put_item(Item={"director": director, "title": title}, ConditionExpression="attribute_not_exists(title)")


def test_a_director_s_films_come_in_the_order_of_their_titles(films):
    for title in "Metropolis", "M", "Fury":
        add(films, "Lang", title)
    found = films.query(KeyConditionExpression=Key("director").eq("Lang"))["Items"]
    assert [film["title"] for film in found] == ["Fury", "M", "Metropolis"]


def test_a_film_is_added_once(films, dynamodb):
    add(films, "Lang", "M")
    with pytest.raises(dynamodb.exceptions.ConditionalCheckFailedException):
        add(films, "Lang", "M")


@pytest.mark.parametrize("test", ["one", "the next"])
def test_each_test_finds_a_server_without_tables(dynamodb, test):
    assert dynamodb.list_tables()["TableNames"] == []
    dynamodb.create_table(TableName="mine", DeletionProtectionEnabled=True, **KEYS)
