//! The operations on one item, queries and scans.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::delete_item::{DeleteItemError, DeleteItemOutput};
use aws_sdk_dynamodb::operation::get_item::{GetItemError, GetItemOutput};
use aws_sdk_dynamodb::operation::put_item::{PutItemError, PutItemOutput};
use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::operation::query::{QueryError, QueryOutput};
use aws_sdk_dynamodb::operation::scan::builders::ScanFluentBuilder;
use aws_sdk_dynamodb::operation::scan::{ScanError, ScanOutput};
use aws_sdk_dynamodb::operation::update_item::{UpdateItemError, UpdateItemOutput};
use serde_json::{Map, Value};

use crate::low::Answer;
use crate::wire::{ToWire, show};
use crate::{members, request, send, shows};

shows! {
    DeleteItemOutput { attributes, consumed_capacity, item_collection_metrics }
    GetItemOutput { item, consumed_capacity }
    PutItemOutput { attributes, consumed_capacity, item_collection_metrics }
    QueryOutput { items, count, scanned_count, last_evaluated_key, consumed_capacity }
    ScanOutput { items, count, scanned_count, last_evaluated_key, consumed_capacity }
    UpdateItemOutput { attributes, consumed_capacity, item_collection_metrics }
}

members! {
    DeleteItemError: ConditionalCheckFailedException;
    GetItemError;
    PutItemError: ConditionalCheckFailedException;
    QueryError;
    ScanError;
    UpdateItemError: ConditionalCheckFailedException;
}

/// None if the operation is not one of these.
pub async fn call(client: &Client, operation: &str, input: &Value) -> Option<Answer> {
    Some(match operation {
        "DeleteItem" => send!(
            client.delete_item(),
            input,
            table_name,
            key,
            expected,
            conditional_operator,
            return_values,
            return_consumed_capacity,
            return_item_collection_metrics,
            condition_expression,
            expression_attribute_names,
            expression_attribute_values,
            return_values_on_condition_check_failure,
        ),
        "GetItem" => send!(
            client.get_item(),
            input,
            table_name,
            key,
            attributes_to_get,
            consistent_read,
            return_consumed_capacity,
            projection_expression,
            expression_attribute_names,
        ),
        "PutItem" => send!(
            client.put_item(),
            input,
            table_name,
            item,
            expected,
            return_values,
            return_consumed_capacity,
            return_item_collection_metrics,
            conditional_operator,
            condition_expression,
            expression_attribute_names,
            expression_attribute_values,
            return_values_on_condition_check_failure,
        ),
        "Query" => send!(query(client, input)),
        "Scan" => send!(scan(client, input)),
        "UpdateItem" => send!(
            client.update_item(),
            input,
            table_name,
            key,
            attribute_updates,
            expected,
            conditional_operator,
            return_values,
            return_consumed_capacity,
            return_item_collection_metrics,
            update_expression,
            condition_expression,
            expression_attribute_names,
            expression_attribute_values,
            return_values_on_condition_check_failure,
        ),
        _ => return None,
    })
}

pub fn query(client: &Client, input: &Value) -> Result<QueryFluentBuilder, String> {
    request!(
        client.query(),
        input,
        table_name,
        index_name,
        select,
        attributes_to_get,
        limit,
        consistent_read,
        key_conditions,
        query_filter,
        conditional_operator,
        scan_index_forward,
        exclusive_start_key,
        return_consumed_capacity,
        projection_expression,
        filter_expression,
        key_condition_expression,
        expression_attribute_names,
        expression_attribute_values,
    )
}

pub fn scan(client: &Client, input: &Value) -> Result<ScanFluentBuilder, String> {
    request!(
        client.scan(),
        input,
        table_name,
        index_name,
        attributes_to_get,
        limit,
        select,
        scan_filter,
        conditional_operator,
        exclusive_start_key,
        return_consumed_capacity,
        total_segments,
        segment,
        projection_expression,
        filter_expression,
        expression_attribute_names,
        expression_attribute_values,
        consistent_read,
    )
}
