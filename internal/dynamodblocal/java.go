package dynamodblocal

import (
	"fmt"
	"path/filepath"
	"strings"
)

// mainClass is what a class path of DynamoDB Local is started with.
const mainClass = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner"

// Called tells whether a program started with these arguments (args[0] is its own name) is meant to be the Java that runs DynamoDB
// Local: because that is its name, or because its first argument is one of Java's, as where a harness keeps an image's entry point
// and gives the rest.
func Called(args []string) bool {
	if len(args) == 0 {
		return false
	}
	name := filepath.Base(args[0])
	if name == "java" || name == "java.exe" {
		return true
	}
	return len(args) > 1 && isJavaOption(args[1])
}

func isJavaOption(arg string) bool {
	if arg == "-jar" || takesClassPath(arg) {
		return true
	}
	// Java's own options for properties and for the machine; no option of ours begins with a single hyphen and a capital.
	return strings.HasPrefix(arg, "-D") || strings.HasPrefix(arg, "-X")
}

func takesClassPath(arg string) bool {
	return arg == "-cp" || arg == "-classpath" || arg == "--class-path"
}

// Arguments gives what is meant for DynamoDB Local of the arguments of java (its name not among them). Options of the Java machine are
// for a machine that there is not. An error means that something else than DynamoDB Local was to be run.
func Arguments(java []string) ([]string, error) {
	for len(java) > 0 {
		arg := java[0]
		java = java[1:]
		switch {
		case arg == "-jar":
			return afterProgram(java, isOurJar)
		case takesClassPath(arg) && len(java) > 0:
			java = java[1:]
		case !strings.HasPrefix(arg, "-"):
			return afterProgram(append([]string{arg}, java...), isOurClass)
		}
	}
	return nil, errNothingToRun
}

// afterProgram gives what follows the name of the program, which must be DynamoDB Local's.
func afterProgram(args []string, ours func(name string) bool) ([]string, error) {
	if len(args) == 0 {
		return nil, errNothingToRun
	}
	if !ours(args[0]) {
		return nil, fmt.Errorf("this is ddbsql, which stands in for Java to run DynamoDBLocal.jar, and cannot run %s", args[0])
	}
	return args[1:], nil
}

var errNothingToRun = fmt.Errorf("this is ddbsql, which stands in for Java to run DynamoDBLocal.jar: java -jar DynamoDBLocal.jar -help")

func isOurClass(name string) bool { return strings.ReplaceAll(name, "/", ".") == mainClass }

// isOurJar goes by the file's name: the file itself need not be there. Builds from Maven have their version in it.
func isOurJar(path string) bool {
	name := filepath.Base(strings.ReplaceAll(path, `\`, "/"))
	return strings.HasPrefix(name, "DynamoDBLocal") && strings.HasSuffix(name, ".jar")
}
