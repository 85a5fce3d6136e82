//! The operations on many items: batches, transactions and statements.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::batch_execute_statement::{BatchExecuteStatementError, BatchExecuteStatementOutput};
use aws_sdk_dynamodb::operation::batch_get_item::{BatchGetItemError, BatchGetItemOutput};
use aws_sdk_dynamodb::operation::batch_write_item::{BatchWriteItemError, BatchWriteItemOutput};
use aws_sdk_dynamodb::operation::execute_statement::{ExecuteStatementError, ExecuteStatementOutput};
use aws_sdk_dynamodb::operation::execute_transaction::{ExecuteTransactionError, ExecuteTransactionOutput};
use aws_sdk_dynamodb::operation::transact_get_items::{TransactGetItemsError, TransactGetItemsOutput};
use aws_sdk_dynamodb::operation::transact_write_items::{TransactWriteItemsError, TransactWriteItemsOutput};
use serde_json::{Map, Value};

use crate::low::Answer;
use crate::wire::{ToWire, show};
use crate::{members, send, shows};

shows! {
    BatchExecuteStatementOutput { responses, consumed_capacity }
    BatchGetItemOutput { responses, unprocessed_keys, consumed_capacity }
    BatchWriteItemOutput { unprocessed_items, item_collection_metrics, consumed_capacity }
    ExecuteStatementOutput { items, next_token, consumed_capacity, last_evaluated_key }
    ExecuteTransactionOutput { responses, consumed_capacity }
    TransactGetItemsOutput { consumed_capacity, responses }
    TransactWriteItemsOutput { consumed_capacity, item_collection_metrics }
}

members! {
    BatchExecuteStatementError;
    BatchGetItemError;
    BatchWriteItemError;
    ExecuteStatementError: ConditionalCheckFailedException;
    ExecuteTransactionError: TransactionCanceledException;
    TransactGetItemsError: TransactionCanceledException;
    TransactWriteItemsError: TransactionCanceledException;
}

/// None if the operation is not one of these.
pub async fn call(client: &Client, operation: &str, input: &Value) -> Option<Answer> {
    Some(match operation {
        "BatchExecuteStatement" => send!(client.batch_execute_statement(), input, statements, return_consumed_capacity),
        "BatchGetItem" => send!(client.batch_get_item(), input, request_items, return_consumed_capacity),
        "BatchWriteItem" => {
            send!(client.batch_write_item(), input, request_items, return_consumed_capacity, return_item_collection_metrics)
        }
        "ExecuteStatement" => send!(
            client.execute_statement(),
            input,
            statement,
            parameters,
            consistent_read,
            next_token,
            return_consumed_capacity,
            limit,
            return_values_on_condition_check_failure,
        ),
        "ExecuteTransaction" => {
            send!(client.execute_transaction(), input, transact_statements, client_request_token, return_consumed_capacity)
        }
        "TransactGetItems" => send!(client.transact_get_items(), input, transact_items, return_consumed_capacity),
        "TransactWriteItems" => send!(
            client.transact_write_items(),
            input,
            transact_items,
            return_consumed_capacity,
            return_item_collection_metrics,
            client_request_token,
        ),
        _ => return None,
    })
}
