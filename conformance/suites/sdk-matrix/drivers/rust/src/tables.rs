//! The operations on tables, and the account's.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::create_table::{CreateTableError, CreateTableOutput};
use aws_sdk_dynamodb::operation::delete_table::{DeleteTableError, DeleteTableOutput};
use aws_sdk_dynamodb::operation::describe_continuous_backups::{DescribeContinuousBackupsError, DescribeContinuousBackupsOutput};
use aws_sdk_dynamodb::operation::describe_endpoints::{DescribeEndpointsError, DescribeEndpointsOutput};
use aws_sdk_dynamodb::operation::describe_limits::{DescribeLimitsError, DescribeLimitsOutput};
use aws_sdk_dynamodb::operation::describe_table::{DescribeTableError, DescribeTableOutput};
use aws_sdk_dynamodb::operation::describe_time_to_live::{DescribeTimeToLiveError, DescribeTimeToLiveOutput};
use aws_sdk_dynamodb::operation::list_tables::builders::ListTablesFluentBuilder;
use aws_sdk_dynamodb::operation::list_tables::{ListTablesError, ListTablesOutput};
use aws_sdk_dynamodb::operation::list_tags_of_resource::{ListTagsOfResourceError, ListTagsOfResourceOutput};
use aws_sdk_dynamodb::operation::tag_resource::{TagResourceError, TagResourceOutput};
use aws_sdk_dynamodb::operation::untag_resource::{UntagResourceError, UntagResourceOutput};
use aws_sdk_dynamodb::operation::update_table::{UpdateTableError, UpdateTableOutput};
use aws_sdk_dynamodb::operation::update_time_to_live::{UpdateTimeToLiveError, UpdateTimeToLiveOutput};
use serde_json::{Map, Value};

use crate::low::Answer;
use crate::wire::{ToWire, show};
use crate::{members, request, send, shows};

shows! {
    CreateTableOutput { table_description }
    DeleteTableOutput { table_description }
    DescribeContinuousBackupsOutput { continuous_backups_description }
    DescribeEndpointsOutput { endpoints }
    DescribeLimitsOutput {
        account_max_read_capacity_units, account_max_write_capacity_units, table_max_read_capacity_units, table_max_write_capacity_units,
    }
    DescribeTableOutput { table }
    DescribeTimeToLiveOutput { time_to_live_description }
    ListTablesOutput { table_names, last_evaluated_table_name }
    ListTagsOfResourceOutput { tags, next_token }
    TagResourceOutput {}
    UntagResourceOutput {}
    UpdateTableOutput { table_description }
    UpdateTimeToLiveOutput { time_to_live_specification }
}

members! {
    CreateTableError;
    DeleteTableError;
    DescribeContinuousBackupsError;
    DescribeEndpointsError;
    DescribeLimitsError;
    DescribeTableError;
    DescribeTimeToLiveError;
    ListTablesError;
    ListTagsOfResourceError;
    TagResourceError;
    UntagResourceError;
    UpdateTableError;
    UpdateTimeToLiveError;
}

/// None if the operation is not one of these.
pub async fn call(client: &Client, operation: &str, input: &Value) -> Option<Answer> {
    Some(match operation {
        "CreateTable" => send!(
            client.create_table(),
            input,
            attribute_definitions,
            table_name,
            key_schema,
            local_secondary_indexes,
            global_secondary_indexes,
            billing_mode,
            provisioned_throughput,
            stream_specification,
            sse_specification,
            tags,
            table_class,
            deletion_protection_enabled,
            on_demand_throughput,
        ),
        "DeleteTable" => send!(client.delete_table(), input, table_name),
        "DescribeContinuousBackups" => send!(client.describe_continuous_backups(), input, table_name),
        "DescribeEndpoints" => send!(client.describe_endpoints(), input,),
        "DescribeLimits" => send!(client.describe_limits(), input,),
        "DescribeTable" => send!(client.describe_table(), input, table_name),
        "DescribeTimeToLive" => send!(client.describe_time_to_live(), input, table_name),
        "ListTables" => send!(list_tables(client, input)),
        "ListTagsOfResource" => send!(client.list_tags_of_resource(), input, resource_arn, next_token),
        "TagResource" => send!(client.tag_resource(), input, resource_arn, tags),
        "UntagResource" => send!(client.untag_resource(), input, resource_arn, tag_keys),
        "UpdateTable" => send!(
            client.update_table(),
            input,
            attribute_definitions,
            table_name,
            billing_mode,
            provisioned_throughput,
            global_secondary_index_updates,
            stream_specification,
            sse_specification,
            table_class,
            deletion_protection_enabled,
            on_demand_throughput,
        ),
        "UpdateTimeToLive" => send!(client.update_time_to_live(), input, table_name, time_to_live_specification),
        _ => return None,
    })
}

pub fn list_tables(client: &Client, input: &Value) -> Result<ListTablesFluentBuilder, String> {
    request!(client.list_tables(), input, exclusive_start_table_name, limit)
}
