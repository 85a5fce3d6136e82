"""Prepares what all tests begin with."""

import namespaces

FILMS = {"Lang": ["Fury", "M", "Metropolis"], "Ozu": ["Tokyo Story"], "Varda": ["Cleo from 5 to 7", "Vagabond"]}


def prepare(dynamodb):
    dynamodb.create_table(
        TableName="films",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in ("director", "title")],
        KeySchema=[{"AttributeName": "director", "KeyType": "HASH"}, {"AttributeName": "title", "KeyType": "RANGE"}],
    )
    for director, titles in FILMS.items():
        for title in titles:
            dynamodb.put_item(TableName="films", Item={"director": {"S": director}, "title": {"S": title}})


if __name__ == "__main__":
    namespaces.administer("reset", Namespace=namespaces.PREPARED)
    prepare(namespaces.client(namespaces.PREPARED))
