"""Tables: waiting for them, changing them, and what they have besides items."""

import json

from story import PREFIX, URL, case, equal, holds, until
from cli import MUSIC, answer, file, key, printed, refused, run, text


def status(query):
    return text("describe-table", "--table-name", MUSIC, "--query", query)


@case("describe-table of a table that is not there is refused", "DescribeTable")
def not_there():
    refused("ResourceNotFoundException", "Table: " + MUSIC, "describe-table", "--table-name", MUSIC)


@case("create-table makes the developer guide's Music table", "CreateTable")
def create_table():
    made = answer(
        "create-table", "--table-name", MUSIC,
        "--attribute-definitions", "AttributeName=Artist,AttributeType=S", "AttributeName=SongTitle,AttributeType=S",
        "--key-schema", "AttributeName=Artist,KeyType=HASH", "AttributeName=SongTitle,KeyType=RANGE",
        "--provisioned-throughput", "ReadCapacityUnits=5,WriteCapacityUnits=5", "--table-class", "STANDARD",
    )["TableDescription"]
    equal(made["KeySchema"][1], {"AttributeName": "SongTitle", "KeyType": "RANGE"})
    holds(made["TableStatus"] in ("CREATING", "ACTIVE"), "a table that is CREATING or ACTIVE")


@case("wait table-exists ends when the table is ACTIVE", "DescribeTable")
def wait_exists():
    equal(printed("wait", "table-exists", "--table-name", MUSIC), "")
    equal(status("Table.TableStatus"), "ACTIVE")


@case("create-table of a name that is taken is refused", "CreateTable")
def create_again():
    refused("ResourceInUseException", "", "create-table", "--table-name", MUSIC,
            "--attribute-definitions", "AttributeName=Artist,AttributeType=S",
            "--key-schema", "AttributeName=Artist,KeyType=HASH", "--billing-mode", "PAY_PER_REQUEST")


@case("create-table takes a request from --cli-input-json, and the command line wins over it", "CreateTable")
def cli_input_json():
    name = PREFIX + "aws-cli-from-file"
    request = {"TableName": "overridden", "BillingMode": "PAY_PER_REQUEST",
               "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "N"}],
               "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}
    answer("create-table", "--cli-input-json", file("table.json", request), "--table-name", name)
    printed("wait", "table-exists", "--table-name", name)


@case("the skeleton of a request that is filled in is a request", "PutItem")
def skeleton():
    filled = answer("put-item", "--generate-cli-skeleton")
    holds("Item" in filled and "ReturnValues" in filled, "a skeleton of PutItem")
    request = {name: value for name, value in filled.items() if name in ("TableName", "Item", "ReturnConsumedCapacity")}
    request |= {"TableName": PREFIX + "aws-cli-from-file", "Item": {"pk": {"N": "1"}}, "ReturnConsumedCapacity": "TOTAL"}
    written = answer("put-item", "--cli-input-json", json.dumps(request))
    equal(written["ConsumedCapacity"]["CapacityUnits"], 1.0)


@case("list-tables pages by --max-items and --starting-token", "ListTables")
def list_tables():
    first = answer("list-tables", "--max-items", "1")
    second = answer("list-tables", "--max-items", "1", "--starting-token", first["NextToken"])
    holds(first["TableNames"] < second["TableNames"], "names in their order")
    listed = answer("list-tables", "--page-size", "1")["TableNames"]
    equal([name for name in listed if name.startswith(PREFIX + "aws-cli")], [PREFIX + "aws-cli-from-file", MUSIC])


@case("update-table adds a global index and describe-table shows it ACTIVE in the end", "UpdateTable")
def add_index():
    index = [{"Create": {
        "IndexName": "AlbumTitle-index", "Projection": {"ProjectionType": "ALL"},
        "KeySchema": [{"AttributeName": "AlbumTitle", "KeyType": "HASH"}, {"AttributeName": "Year", "KeyType": "RANGE"}],
        "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1},
    }}]
    answer("update-table", "--table-name", MUSIC,
           "--attribute-definitions", "AttributeName=AlbumTitle,AttributeType=S", "AttributeName=Year,AttributeType=N",
           "--global-secondary-index-updates", index)
    # The service fills an index for some minutes even if the table is empty.
    until(lambda: status("Table.GlobalSecondaryIndexes[0].IndexStatus") == "ACTIVE", "the index is ACTIVE", 900)
    printed("wait", "table-exists", "--table-name", MUSIC)


@case("update-table changes the units, and to on demand", "UpdateTable")
def billing():
    answer("update-table", "--table-name", MUSIC, "--provisioned-throughput", "ReadCapacityUnits=2,WriteCapacityUnits=2")
    printed("wait", "table-exists", "--table-name", MUSIC)
    equal(status("Table.ProvisionedThroughput.ReadCapacityUnits"), "2")
    answer("update-table", "--table-name", MUSIC, "--billing-mode", "PAY_PER_REQUEST")
    until(lambda: status("Table.BillingModeSummary.BillingMode") == "PAY_PER_REQUEST", "the mode is changed", 300)


@case("tags are set, listed and taken away", "TagResource")
def tags():
    arn = status("Table.TableArn")
    listed = ("list-tags-of-resource", "--resource-arn", arn, "--query", "sort_by(Tags, &Key)")
    answer("tag-resource", "--resource-arn", arn, "--tags", "Key=Env,Value=test", "Key=Owner,Value=blue team")
    wanted = [{"Key": "Env", "Value": "test"}, {"Key": "Owner", "Value": "blue team"}]
    until(lambda: answer(*listed) == wanted, "the tags are listed")
    answer("untag-resource", "--resource-arn", arn, "--tag-keys", "Owner")
    until(lambda: answer(*listed) == wanted[:1], "a tag is taken away")


@case("time to live is set and described", "UpdateTimeToLive")
def time_to_live():
    made = answer("update-time-to-live", "--table-name", MUSIC,
                  "--time-to-live-specification", "Enabled=true,AttributeName=Until")
    equal(made["TimeToLiveSpecification"], {"Enabled": True, "AttributeName": "Until"})
    described = answer("describe-time-to-live", "--table-name", MUSIC)["TimeToLiveDescription"]
    holds(described["TimeToLiveStatus"] in ("ENABLING", "ENABLED"), "a time to live that is on")


@case("what surrounds a table is described: backups, limits, endpoints", "DescribeContinuousBackups")
def surroundings():
    backups = answer("describe-continuous-backups", "--table-name", MUSIC)["ContinuousBackupsDescription"]
    holds(backups["ContinuousBackupsStatus"] in ("ENABLED", "DISABLED"), "a status of backups")
    holds(answer("describe-limits")["TableMaxReadCapacityUnits"] >= 1, "a limit of a table")
    holds(answer("describe-endpoints")["Endpoints"][0]["Address"], "an address")


def streams(*arguments):
    return answer(*arguments, service="dynamodbstreams")


def shards():
    """Returns the stream's ARN, and the ids of its shards."""
    stream_arn = streams("list-streams", "--table-name", MUSIC)["Streams"][0]["StreamArn"]
    described = streams("describe-stream", "--stream-arn", stream_arn)["StreamDescription"]
    return stream_arn, [shard["ShardId"] for shard in described["Shards"]]


def records(stream_arn, shard):
    """Returns the kind and the new image of what a shard holds from its beginning."""
    iterator = streams("get-shard-iterator", "--stream-arn", stream_arn, "--shard-id", shard,
                       "--shard-iterator-type", "TRIM_HORIZON")["ShardIterator"]
    found = streams("get-records", "--shard-iterator", iterator)["Records"]
    return [(record["eventName"], record["dynamodb"]["NewImage"]) for record in found]


@case("update-table gives the table a stream, and aws dynamodbstreams lists it", "ListStreams")
def stream():
    answer("update-table", "--table-name", MUSIC,
           "--stream-specification", "StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES")
    printed("wait", "table-exists", "--table-name", MUSIC)
    stream_arn, ids = shards()
    equal(status("Table.LatestStreamArn"), stream_arn)
    holds(ids, "a shard")


@case("aws dynamodbstreams reads the record of a write", "GetRecords")
def stream_records():
    written = key("Stream", "One")
    printed("put-item", "--table-name", MUSIC, "--item", written)
    stream_arn, ids = shards()
    until(lambda: any(records(stream_arn, shard) == [("INSERT", written)] for shard in ids), "the record is read")


@case("the endpoint comes from AWS_ENDPOINT_URL_DYNAMODB, too", "ListTables")
def endpoint_variable():
    ended = run("list-tables", endpoint=(), environment={"AWS_ENDPOINT_URL_DYNAMODB": URL})
    equal((ended.returncode, ended.stderr), (0, ""))
