"""The high-level layer: boto3's resource, which takes and gives Python's own values."""

import boto3
from boto3.dynamodb.transform import ParameterTransformer
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

from plain import config, join_rounds, method, pages
from values import bytes_of, json_of

OF_A_TABLE = {"PutItem", "GetItem", "UpdateItem", "DeleteItem", "Query", "Scan"}
OF_THE_RESOURCE = {"BatchGetItem", "BatchWriteItem"}


class CannotHold(Exception):
    """Native values have no place for a value of the step."""


class Resource:
    """The resource at one endpoint. What it has no method of its own for is done by its client, which takes native values, too."""

    def __init__(self, endpoint):
        self.resource = boto3.resource("dynamodb", endpoint_url=endpoint, config=config())
        self.client = self.resource.meta.client

    def exceptions(self, _):
        return self.client.exceptions

    def perform(self, step, given):
        """Performs a step with its expanded input and returns the output in the wire's JSON. Raises CannotHold for a number that
        boto3's decimals of 38 digits, zeros at the end included, do not take or give back."""
        try:
            return self._perform(step, given)
        except ArithmeticError as error:
            raise CannotHold(f"boto3's decimals cannot hold it: {error!r}") from error

    def _perform(self, step, given):
        operation = step["operation"]
        given = self._native(operation, bytes_of(given))
        if step.get("paginate") or "segments" in step:
            return self._wire(operation, pages(self.client, step, given))
        if step.get("unprocessed") and operation == "BatchWriteItem":
            return self._write_batch(given["RequestItems"])
        if step.get("unprocessed"):
            return self._wire(operation, join_rounds(operation, lambda i: self.resource.batch_get_item(**i), given))
        return self._wire(operation, self._call(operation, given))

    def _call(self, operation, given):
        if operation in OF_A_TABLE:
            given = dict(given)
            return getattr(self.resource.Table(given.pop("TableName")), method(operation))(**given)
        owner = self.resource if operation in OF_THE_RESOURCE else self.client
        return getattr(owner, method(operation))(**given)

    def _write_batch(self, requests):
        """batch_writer sends what is left unprocessed by itself; its calls are counted as they go by."""
        calls = []
        self.client.meta.events.register("before-call.dynamodb.BatchWriteItem", lambda **_: calls.append(1), unique_id="rounds")
        for table, wanted in requests.items():
            with self.resource.Table(table).batch_writer() as batch:
                for request in wanted:
                    if "PutRequest" in request:
                        batch.put_item(**request["PutRequest"])
                    else:
                        batch.delete_item(**request["DeleteRequest"])
        self.client.meta.events.unregister("before-call.dynamodb.BatchWriteItem", unique_id="rounds")
        return {"Rounds": len(calls), "Responses": {}}

    def _native(self, operation, given):
        shape = self.client.meta.service_model.operation_model(operation).input_shape
        ParameterTransformer().transform(given, shape, TypeDeserializer().deserialize, "AttributeValue")
        return given

    def _wire(self, operation, out):
        shape = self.client.meta.service_model.operation_model(operation).output_shape
        ParameterTransformer().transform(out, shape, TypeSerializer().serialize, "AttributeValue")
        return json_of(out)
