// The expression language of DynamoDB: conditions (also filters and key conditions), updates, projections.
//
// The grammar is LL(1) on purpose: every decision needs one token, so the generated parser is a set of switches, never
// simulates the grammar, runs in linear time, and stops exactly at the first token that cannot continue the text, which
// is the token the service names in its error. Two things are looser here than in the service's language, because one
// token cannot tell a parenthesised operand from a parenthesised condition: predicate and term. The builder of the tree
// (condition.go, update.go) refuses what they let through, at the token where the service refuses it.
grammar Expression;

options {
    caseInsensitive = true;
}

conditionExpression
    : condition EOF
    ;

updateExpression
    : section+ EOF
    ;

projectionExpression
    : path (',' path)* EOF
    ;

condition
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND negation)*
    ;

negation
    : NOT* predicate
    ;

predicate
    : (group | atom) comparison?
    ;

group
    : '(' condition ')'
    ;

comparison
    : comparator operand
    | BETWEEN operand AND operand
    | IN '(' operand (',' operand)* ')'
    ;

comparator
    : '='
    | '<>'
    | '<'
    | '<='
    | '>'
    | '>='
    ;

operand
    : '(' operand ')'
    | atom
    ;

atom
    : IDENTIFIER (arguments | step*)
    | NAME step*
    | VALUE
    ;

arguments
    : '(' operand (',' operand)* ')'
    ;

path
    : (IDENTIFIER | NAME) step*
    ;

step
    : '.' (IDENTIFIER | NAME)
    | '[' INDEX ']'
    ;

section
    : SET assignment (',' assignment)*
    | REMOVE path (',' path)*
    | ADD change (',' change)*
    | DELETE change (',' change)*
    ;

assignment
    : path '=' sum
    ;

sum
    : term (('+' | '-') operand)?
    ;

term
    : '(' sum ')'
    | atom
    ;

change
    : path VALUE
    ;

AND     : 'AND';
OR      : 'OR';
NOT     : 'NOT';
BETWEEN : 'BETWEEN';
IN      : 'IN';
SET     : 'SET';
REMOVE  : 'REMOVE';
ADD     : 'ADD';
DELETE  : 'DELETE';

EQ     : '=';
NE     : '<>';
LT     : '<';
LE     : '<=';
GT     : '>';
GE     : '>=';
PLUS   : '+';
MINUS  : '-';
DOT    : '.';
COMMA  : ',';
LPAREN : '(';
RPAREN : ')';
LBRACK : '[';
RBRACK : ']';

IDENTIFIER : [A-Z] [A-Z0-9_]*;
NAME       : '#' [A-Z0-9_]+;
VALUE      : ':' [A-Z0-9_]+;

// "00" is two tokens, so a leading zero stops the parser at the second digit.
INDEX : '0' | [1-9] [0-9]*;

BLANK : [ \t\r\n]+ -> skip;

// Any other character is a token of its own that no rule takes: the lexer never fails.
UNKNOWN : .;
