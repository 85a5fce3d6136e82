package dynamodblocal_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/dynamodblocal"
)

func TestCalled(t *testing.T) {
	for _, c := range []struct {
		args string
		want bool
	}{
		{"java", true},
		{"/usr/bin/java -version", true},
		{"C:/ddbsql/java.exe -jar x", true},
		{"/ddbsql -jar DynamoDBLocal.jar", true},
		{"/ddbsql -Djava.library.path=. -jar DynamoDBLocal.jar", true},
		{"/ddbsql -Xmx512m -jar DynamoDBLocal.jar", true},
		{"/ddbsql -cp a:b Main", true},
		{"/ddbsql -classpath a:b Main", true},
		{"/ddbsql", false},
		{"/ddbsql serve", false},
		{"/ddbsql --db sqlite:x", false},
		{"/ddbsql -h", false},
		{"/javac -jar", true},
		{"/java/ddbsql", false},
	} {
		if got := dynamodblocal.Called(strings.Fields(c.args)); got != c.want {
			t.Errorf("%s: %t", c.args, got)
		}
	}
	if dynamodblocal.Called(nil) {
		t.Error("without a name")
	}
}

func TestArguments(t *testing.T) {
	for _, c := range []struct {
		name, java, want, err string
	}{
		{"the documented line", "-Djava.library.path=./DynamoDBLocal_lib -jar DynamoDBLocal.jar -sharedDb", "-sharedDb", ""},
		{"options of the machine", "-Xrs -Xmx1g -ea --add-opens=a/b=ALL -jar /x/DynamoDBLocal.jar -inMemory", "-inMemory", ""},
		{"a jar from Maven", "-jar lib/DynamoDBLocal-2.6.1.jar", "", ""},
		{"a class path", "-cp a:b com.amazonaws.services.dynamodbv2.local.main.ServerRunner -port 1", "-port 1", ""},
		{"a class path, and the class as a path", "--class-path a com/amazonaws/services/dynamodbv2/local/main/ServerRunner -port 1", "-port 1", ""},
		{"what follows the program is not Java's", "-jar DynamoDBLocal.jar -jar x", "-jar x", ""},
		{"another jar", "-jar server.jar", "", "cannot run server.jar"},
		{"another class", "-cp a Main", "", "cannot run Main"},
		{"no jar", "-jar", "", "stands in for Java"},
		{"nothing to run", "-Xmx1g", "", "stands in for Java"},
		{"nothing at all", "", "", "stands in for Java"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := dynamodblocal.Arguments(strings.Fields(c.java))
			if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) || !slices.Equal(got, strings.Fields(c.want)) {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}
