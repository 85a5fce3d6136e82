"""Tests of a program that keeps films in DynamoDB; the fixtures are pytest-dynamodb's own.

`dynamodb` is a boto3 resource of a server that starts with the session. Tables that a test makes are deleted after it.
"""

import pytest
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError


@pytest.fixture
def films(dynamodb):
    """A table of films by director and year."""
    return dynamodb.create_table(
        TableName="films",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": "director", "AttributeType": "S"},
            {"AttributeName": "year", "AttributeType": "N"},
        ],
        KeySchema=[
            {"AttributeName": "director", "KeyType": "HASH"},
            {"AttributeName": "year", "KeyType": "RANGE"},
        ],
    )


def test_films_are_found_by_director_in_order(films):
    for year, title in (1931, "M"), (1927, "Metropolis"), (1922, "Dr. Mabuse"):
        films.put_item(Item={"director": "Lang", "year": year, "title": title})
    found = films.query(KeyConditionExpression=Key("director").eq("Lang") & Key("year").gt(1925))
    assert [film["title"] for film in found["Items"]] == ["Metropolis", "M"]


def test_a_film_is_not_overwritten(films):
    film = {"director": "Lang", "year": 1931, "title": "M"}
    films.put_item(Item=film)
    with pytest.raises(ClientError) as refused:
        films.put_item(Item=film, ConditionExpression=Attr("director").not_exists())
    assert refused.value.response["Error"]["Code"] == "ConditionalCheckFailedException"


def test_each_test_has_its_own_table(films):
    assert films.scan()["Count"] == 0


def test_tables_have_tags(films):
    """DynamoDB has tags, DynamoDB Local 2.6 refuses them: this is ddbsql."""
    client = films.meta.client
    client.tag_resource(ResourceArn=films.table_arn, Tags=[{"Key": "owner", "Value": "archive"}])
    assert client.list_tags_of_resource(ResourceArn=films.table_arn)["Tags"] == [{"Key": "owner", "Value": "archive"}]
