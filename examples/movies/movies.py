"""Asks a DynamoDB server about 3201 films and compares every answer with the same question answered over the file.

    movies.py URL movies.json

Exits with status 1 if any answer differs.
"""

import collections
import datetime
import decimal
import json
import sys
import threading
import time

import boto3
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

FILMS = "movies"  # by id, with two global indexes
DISTRIBUTORS = "movies-by-distributor"  # by distributor and id, with two local indexes


def read_films(path):
    """The films as items: absent values left out, an id and a year added, dates in an order that sorts."""
    with open(path, encoding="utf-8") as f:
        rows = json.load(f, parse_float=decimal.Decimal)
    films = []
    for number, row in enumerate(rows):
        film = {name: value for name, value in row.items() if value is not None}
        film["Title"] = str(film.get("Title", "untitled"))
        film.setdefault("Distributor", "unknown")
        date = datetime.datetime.strptime(film.pop("Release Date"), "%b %d %Y").date()
        film.update(Id=number, Year=date.year, Released=date.isoformat())
        films.append(film)
    return films


class Comparison:
    """Counts the answers that were compared and those that differ."""

    def __init__(self):
        self.compared = 0
        self.different = 0

    def equal(self, question, got, want):
        self.compared += 1
        if got != want:
            self.different += 1
            print(f"DIFFERENT: {question}\n  server: {str(got)[:500]}\n  python: {str(want)[:500]}")


def create_tables(db):
    for name in (FILMS, DISTRIBUTORS):
        try:
            db.Table(name).delete()
        except ClientError as e:
            if e.response["Error"]["Code"] != "ResourceNotFoundException":
                raise
    everything = {"ProjectionType": "ALL"}
    db.create_table(
        TableName=FILMS,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=attributes(Id="N", Director="S", Year="N", Distributor="S", Released="S"),
        KeySchema=keys("Id"),
        GlobalSecondaryIndexes=[
            {"IndexName": "by-director", "KeySchema": keys("Director", "Year"), "Projection": everything},
            {
                "IndexName": "by-distributor",
                "KeySchema": keys("Distributor", "Released"),
                "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["Title"]},
            },
        ],
    )
    db.create_table(
        TableName=DISTRIBUTORS,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[*attributes(Distributor="S", Id="N", Released="S"), {"AttributeName": "Worldwide Gross", "AttributeType": "N"}],
        KeySchema=keys("Distributor", "Id"),
        LocalSecondaryIndexes=[
            {"IndexName": "by-gross", "KeySchema": keys("Distributor", "Worldwide Gross"), "Projection": everything},
            {"IndexName": "by-release", "KeySchema": keys("Distributor", "Released"), "Projection": {"ProjectionType": "KEYS_ONLY"}},
        ],
    )


def attributes(**kinds):
    return [{"AttributeName": name, "AttributeType": kind} for name, kind in kinds.items()]


def keys(partition, sort=None):
    schema = [{"AttributeName": partition, "KeyType": "HASH"}]
    return schema + [{"AttributeName": sort, "KeyType": "RANGE"}] if sort else schema


def load(db, films):
    for name in (FILMS, DISTRIBUTORS):
        with db.Table(name).batch_writer() as batch:
            for film in films:
                batch.put_item(Item=film)


def every(operation, **request):
    """All items of all pages of a query or scan."""
    items = []
    while True:
        page = operation(**request)
        items += page["Items"]
        if "LastEvaluatedKey" not in page:
            return items
        request["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def ids(items):
    return sorted(int(item["Id"]) for item in items)


def compare_whole_tables(c, db, films):
    for name in (FILMS, DISTRIBUTORS):
        stored = {int(item["Id"]): item for item in every(db.Table(name).scan)}
        c.equal(f"{name}: number of films", len(stored), len(films))
        for film in films:
            c.equal(f"{name}: film {film['Id']}", stored.get(film["Id"]), film)


def compare_queries(c, db, films):
    table = db.Table(FILMS)
    directors = collections.Counter(film["Director"] for film in films if "Director" in film)
    for director, _ in directors.most_common(60):
        for first, last in ((1900, 2100), (1990, 1999), (2005, 2005)):
            for forward in (True, False):
                condition = Key("Director").eq(director) & Key("Year").between(first, last)
                got = every(table.query, IndexName="by-director", KeyConditionExpression=condition, ScanIndexForward=forward, Limit=3)
                want = [f for f in films if f.get("Director") == director and first <= f["Year"] <= last]
                question = f"films of {director} from {first} to {last}"
                c.equal(question, ids(got), ids(want))
                years = [int(film["Year"]) for film in got]
                c.equal(question + ", in order", years, sorted(years, reverse=not forward))


def compare_distributors(c, db, films):
    by_distributor = collections.defaultdict(list)
    for film in films:
        by_distributor[film["Distributor"]].append(film)
    table = db.Table(DISTRIBUTORS)
    for name, theirs in sorted(by_distributor.items()):
        key = Key("Distributor").eq(name)
        c.equal(f"{name}: films by id", [int(f["Id"]) for f in every(table.query, KeyConditionExpression=key)], [f["Id"] for f in theirs])
        gross = sorted((f["Worldwide Gross"] for f in theirs if "Worldwide Gross" in f), reverse=True)[:5]
        top = table.query(IndexName="by-gross", KeyConditionExpression=key, ScanIndexForward=False, Limit=5)["Items"]
        c.equal(f"{name}: the five largest grosses", [int(f["Worldwide Gross"]) for f in top], gross)
        nineties = key & Key("Released").begins_with("199")
        c.equal(
            f"{name}: films of the nineties, from the local index",
            ids(every(table.query, IndexName="by-release", KeyConditionExpression=nineties)),
            ids(f for f in theirs if f["Released"].startswith("199")),
        )
        c.equal(
            f"{name}: titles after 2005, from the global index",
            sorted(f["Title"] for f in every(db.Table(FILMS).query, IndexName="by-distributor", KeyConditionExpression=key & Key("Released").gt("2005"))),
            sorted(f["Title"] for f in theirs if f["Released"] > "2005"),
        )


# Each filter as the server gets it and as Python says it.
FILTERS = [
    ("well rated dramas", Attr("IMDB Rating").gte(8) & Attr("Major Genre").eq("Drama"), lambda f: f.get("IMDB Rating", 0) >= 8 and f.get("Major Genre") == "Drama"),
    ("love in the title", Attr("Title").contains("Love"), lambda f: "Love" in f["Title"]),
    ("titles that begin with The and have no director", Attr("Title").begins_with("The ") & Attr("Director").not_exists(), lambda f: f["Title"].startswith("The ") and "Director" not in f),
    ("long titles", Attr("Title").size().gt(40), lambda f: len(f["Title"].encode("utf-16-le")) // 2 > 40),
    ("anything but rated R", ~Attr("MPAA Rating").eq("R"), lambda f: f.get("MPAA Rating") != "R"),
    ("one of three sources", Attr("Source").is_in(["Remake", "TV", "Game"]), lambda f: f.get("Source") in ("Remake", "TV", "Game")),
    ("middling budgets or long", Attr("Production Budget").between(9_000_000, 11_000_000) | Attr("Running Time min").gt(150), lambda f: 9_000_000 <= f.get("Production Budget", 0) <= 11_000_000 or f.get("Running Time min", 0) > 150),
    ("exactly 6.1", Attr("IMDB Rating").eq(decimal.Decimal("6.10")), lambda f: f.get("IMDB Rating") == decimal.Decimal("6.1")),
]


def compare_scans(c, db, films):
    for name, condition, test in FILTERS:
        want = ids(f for f in films if test(f))
        for table in (FILMS, DISTRIBUTORS):
            c.equal(f"{table}: {name}", ids(every(db.Table(table).scan, FilterExpression=condition)), want)
        c.equal(f"{name}, in parallel", ids(parallel_scan(db, condition, segments=4)), want)


def parallel_scan(db, condition, segments):
    found = []

    def read(segment):
        found.extend(every(db.Table(FILMS).scan, FilterExpression=condition, Segment=segment, TotalSegments=segments, Limit=100))

    threads = [threading.Thread(target=read, args=(segment,)) for segment in range(segments)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def compare_updates(c, db, films):
    """Counts a view and takes 10 % off the budget of the first 500 films, if they are rated 7 or better."""
    table = db.Table(FILMS)
    for film in films[:500]:
        allowed = film.get("IMDB Rating", 0) >= 7 and "Production Budget" in film
        cut = film.get("Production Budget", 0) // 10
        try:
            answer = table.update_item(
                Key={"Id": film["Id"]},
                UpdateExpression="SET #b = #b - :cut, #t = list_append(if_not_exists(#t, :none), :seen) ADD ViewCount :one REMOVE #d",
                ConditionExpression="#r >= :seven AND attribute_exists(#b)",
                ExpressionAttributeNames={"#b": "Production Budget", "#r": "IMDB Rating", "#t": "Tags", "#d": "US DVD Sales"},
                ExpressionAttributeValues={":cut": cut, ":one": 1, ":seven": 7, ":none": [], ":seen": ["seen"]},
                ReturnValues="ALL_NEW",
            )
        except ClientError as e:
            c.equal(f"film {film['Id']} is refused", (e.response["Error"]["Code"], allowed), ("ConditionalCheckFailedException", False))
            continue
        film["Production Budget"] = film.get("Production Budget", 0) - cut
        film.update(ViewCount=1, Tags=["seen"])
        film.pop("US DVD Sales", None)
        c.equal(f"film {film['Id']} is updated", (answer["Attributes"], allowed), (film, True))


def compare_deletes(c, db, films):
    """Deletes what was released before 1990, by batch, and one film by condition."""
    old = [film for film in films if film["Year"] < 1990]
    with db.Table(FILMS).batch_writer() as batch:
        for film in old:
            batch.delete_item(Key={"Id": film["Id"]})
    left = [film for film in films if film["Year"] >= 1990]
    answer = db.Table(FILMS).delete_item(Key={"Id": left[0]["Id"]}, ConditionExpression=Attr("Title").eq(left[0]["Title"]), ReturnValues="ALL_OLD")
    c.equal("the deleted film", answer["Attributes"], left[0])
    left = left[1:]
    c.equal("films left", ids(every(db.Table(FILMS).scan)), ids(left))
    c.equal("films left by director", ids(every(db.Table(FILMS).scan, IndexName="by-director")), ids(f for f in left if "Director" in f))
    c.equal("films left by distributor", ids(every(db.Table(FILMS).scan, IndexName="by-distributor")), ids(left))


def main(url, path):
    db = boto3.resource("dynamodb", endpoint_url=url, region_name="us-east-1", aws_access_key_id="example", aws_secret_access_key="example")
    films = read_films(path)
    c = Comparison()
    began = time.monotonic()
    create_tables(db)
    load(db, films)
    print(f"{2 * len(films)} items loaded in {time.monotonic() - began:.1f} s")
    for part in (compare_whole_tables, compare_queries, compare_distributors, compare_scans, compare_updates, compare_deletes):
        began, before = time.monotonic(), c.compared
        part(c, db, films)
        print(f"{part.__name__}: {c.compared - before} answers in {time.monotonic() - began:.1f} s")
    for name in (FILMS, DISTRIBUTORS):
        db.Table(name).delete()
    print(f"{c.compared} answers compared, {c.different} different")
    return 1 if c.different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
