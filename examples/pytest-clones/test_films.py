"""Tests that would be in each other's way on the same tables."""

import pytest


def titles(dynamodb):
    return sorted(film["title"]["S"] for film in dynamodb.scan(TableName="films")["Items"])


@pytest.mark.parametrize("director, left", [("Lang", 3), ("Ozu", 5), ("Varda", 4)])
def test_the_films_of_one_director_are_deleted(dynamodb, director, left):
    found = dynamodb.query(
        TableName="films", KeyConditionExpression="director = :d", ExpressionAttributeValues={":d": {"S": director}}
    )["Items"]
    for film in found:
        dynamodb.delete_item(TableName="films", Key=film)
    assert len(titles(dynamodb)) == left


@pytest.mark.parametrize("number", range(12))
def test_each_test_finds_what_was_prepared(dynamodb, number):
    assert len(titles(dynamodb)) == 6
    dynamodb.put_item(TableName="films", Item={"director": {"S": "Nobody"}, "title": {"S": f"Film {number}"}})
    assert len(titles(dynamodb)) == 7


def test_a_test_may_delete_the_table(dynamodb):
    dynamodb.delete_table(TableName="films")
    assert dynamodb.list_tables()["TableNames"] == []
