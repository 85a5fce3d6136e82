pytest_plugins = ["pytest_ddbsql"]
