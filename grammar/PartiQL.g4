// PartiQL as DynamoDB reads it: one statement that selects, inserts, updates or deletes.
//
// Like Expression.g4 this is LL(1) on purpose: the generated parser is a set of switches, runs in linear time and stops
// exactly at the first token that cannot continue the text. An expression is a flat chain of operands and operators, which
// the builder of the tree (statement_chain.go) groups by precedence. A rule that holds nothing but one token, and most of the
// small ones, exist for their name: the service says what it expected, and the rule where the parser stopped says which of
// its texts that is (statement_malformed.go). What is looser here than in the service's language, the builder refuses.
grammar PartiQL;

options {
    caseInsensitive = true;
}

statement
    : operation end
    ;

operation
    : select
    | insert
    | update
    | delete
    | fromUpdate
    | change+
    | expression
    ;

end
    : EOF
    | ';' nothing
    ;

nothing
    : EOF
    ;

select
    : SELECT (ALL | DISTINCT)? projection from sources where? orderBy? groupBy? having? limit? offset?
    ;

projection
    : VALUE expression
    | projected (',' projected)*
    ;

projected
    : '*'
    | expression alias?
    ;

from
    : FROM
    ;

sources
    : source (join source (ON expression)?)*
    ;

join
    : ','
    | (CROSS | INNER | LEFT | RIGHT | FULL | OUTER)* JOIN
    ;

source
    : UNPIVOT? expression alias? atAlias? byAlias?
    ;

alias
    : AS asName
    | IDENTIFIER
    | QUOTED
    ;

asName
    : IDENTIFIER
    | QUOTED
    ;

atAlias
    : AT atName
    ;

atName
    : IDENTIFIER
    | QUOTED
    ;

byAlias
    : BY byName
    ;

byName
    : IDENTIFIER
    | QUOTED
    ;

where
    : WHERE expression
    ;

orderBy
    : ORDER by orderTerm (',' orderTerm)*
    ;

by
    : BY
    ;

orderTerm
    : expression (ASC | DESC)? (NULLS nullsPlace)?
    ;

nullsPlace
    : FIRST
    | LAST
    ;

groupBy
    : GROUP by expression alias? (',' expression alias?)*
    ;

having
    : HAVING expression
    ;

limit
    : LIMIT expression
    ;

offset
    : OFFSET expression
    ;

insert
    : INSERT INTO simplePath inserted
    ;

inserted
    : VALUE expression (AT expression)? onConflict? returning?
    | VALUES row (',' row)*
    | select
    | plainTerm
    ;

row
    : '(' expression (',' expression)* closeParen
    ;

onConflict
    : ON CONFLICT WHERE expression DO NOTHING
    ;

update
    : UPDATE simplePath alias? atAlias? byAlias? change+ where? returning?
    ;

delete
    : DELETE deleteFrom simplePath alias? atAlias? byAlias? where? returning?
    ;

deleteFrom
    : FROM
    ;

fromUpdate
    : FROM sources where? change+ returning?
    ;

change
    : SET assignment (',' assignment)*
    | REMOVE simplePath
    ;

assignment
    : simplePath equals expression
    ;

equals
    : '='
    ;

returning
    : RETURNING returned (',' returned)*
    ;

returned
    : mapping ('*' | expression)
    ;

mapping
    : (ALL | MODIFIED) (OLD | NEW)
    ;

expression
    : operand (infix operand | typeTest)*
    ;

infix
    : AND
    | OR
    | '='
    | '<>'
    | '!='
    | '<'
    | '<='
    | '>'
    | '>='
    | '+'
    | '-'
    | '*'
    | '/'
    | '%'
    | '||'
    | NOT? (IN | BETWEEN | LIKE)
    ;

typeTest
    : IS NOT? typeName typeParameters?
    ;

typeName
    : MISSING
    | NULL
    | TYPE
    | LIST
    | DATE
    | TIME
    | CHARACTER VARYING?
    | DOUBLE PRECISION
    ;

typeParameters
    : '(' typeParameter (',' typeParameter)* closeParen
    ;

typeParameter
    : INTEGER
    ;

operand
    : prefix* term step*
    ;

prefix
    : NOT
    | '+'
    | '-'
    ;

term
    : list
    | plainTerm
    ;

plainTerm
    : '@' scoped
    | (IDENTIFIER | QUOTED) arguments?
    | functionWord arguments
    | literal
    | PARAMETER
    | group
    | bag
    | map
    ;

scoped
    : IDENTIFIER
    | QUOTED
    ;

functionWord
    : FUNCTION
    | EXISTS
    | LIST
    ;

arguments
    : '(' given
    ;

given
    : ')'
    | select closeParen
    | argument (',' argument)* closeParen
    ;

argument
    : '*'
    | expression
    ;

literal
    : STRING
    | INTEGER
    | DECIMAL
    | TRUE
    | FALSE
    | NULL
    | MISSING
    | ION
    ;

group
    : '(' (select | expression (',' expression)*) closeParen
    ;

list
    : '[' (']' | expression (',' expression)* closeBracket)
    ;

bag
    : '<<' ('>>' | expression (',' expression)* closeBag)
    ;

map
    : '{' ('}' | member (',' member)* closeBrace)
    ;

member
    : expression colon expression
    ;

step
    : '.' stepName
    | '[' ('*' | expression) closeBracket
    ;

stepName
    : IDENTIFIER
    | QUOTED
    | '*'
    ;

simplePath
    : (IDENTIFIER | QUOTED) simpleStep*
    ;

simpleStep
    : '.' simpleStepName
    | '[' ('*' | expression) closeBracket
    ;

simpleStepName
    : IDENTIFIER
    | QUOTED
    ;

closeParen   : ')';
closeBracket : ']';
closeBag     : '>>';
closeBrace   : '}';
colon        : ':';

ALL       : 'ALL';
AND       : 'AND';
AS        : 'AS';
ASC       : 'ASC';
AT        : 'AT';
BETWEEN   : 'BETWEEN';
BY        : 'BY';
CASE      : 'CASE';
CHARACTER : 'CHARACTER' | 'CHAR';
CONFLICT  : 'CONFLICT';
CROSS     : 'CROSS';
DATE      : 'DATE';
DELETE    : 'DELETE';
DESC      : 'DESC';
DISTINCT  : 'DISTINCT';
DO        : 'DO';
DOUBLE    : 'DOUBLE';
EXISTS    : 'EXISTS';
FALSE     : 'FALSE';
FIRST     : 'FIRST';
FOR       : 'FOR';
FROM      : 'FROM';
FULL      : 'FULL';
GROUP     : 'GROUP';
HAVING    : 'HAVING';
IN        : 'IN';
INNER     : 'INNER';
INSERT    : 'INSERT';
INTO      : 'INTO';
IS        : 'IS';
JOIN      : 'JOIN';
LAST      : 'LAST';
LEFT      : 'LEFT';
LIKE      : 'LIKE';
LIMIT     : 'LIMIT';
MISSING   : 'MISSING';
MODIFIED  : 'MODIFIED';
NEW       : 'NEW';
NOT       : 'NOT';
NOTHING   : 'NOTHING';
NULL      : 'NULL';
NULLS     : 'NULLS';
OFFSET    : 'OFFSET';
OLD       : 'OLD';
ON        : 'ON';
OR        : 'OR';
ORDER     : 'ORDER';
OUTER     : 'OUTER';
PRECISION : 'PRECISION';
REMOVE    : 'REMOVE';
RETURNING : 'RETURNING';
RIGHT     : 'RIGHT';
SELECT    : 'SELECT';
SET       : 'SET';
TIME      : 'TIME';
TRUE      : 'TRUE';
UNPIVOT   : 'UNPIVOT';
UPDATE    : 'UPDATE';
VALUE     : 'VALUE';
VALUES    : 'VALUES';
VARYING   : 'VARYING';
WHERE     : 'WHERE';

// Operators of PartiQL that no statement of the service can have.
SETOPERATOR : 'UNION' | 'EXCEPT' | 'INTERSECT';

// Words that begin a call and cannot be names.
FUNCTION
    : 'AVG' | 'BIT_LENGTH' | 'CHAR_LENGTH' | 'CHARACTER_LENGTH' | 'COALESCE' | 'COUNT' | 'DATE_ADD' | 'DATE_DIFF'
    | 'EXTRACT' | 'LOWER' | 'MAX' | 'MIN' | 'NULLIF' | 'OCTET_LENGTH' | 'SIZE' | 'SUBSTRING' | 'SUM' | 'TRIM' | 'UPPER'
    ;

// Types that are functions as well.
LIST : 'LIST' | 'BAG' | 'SEXP';

TYPE
    : 'BIGINT' | 'BLOB' | 'BOOL' | 'BOOLEAN' | 'CLOB' | 'DEC' | 'DECIMAL' | 'FLOAT' | 'INT' | 'INT2' | 'INT4' | 'INT8'
    | 'INTEGER' | 'INTEGER2' | 'INTEGER4' | 'INTEGER8' | 'NUMERIC' | 'REAL' | 'SMALLINT' | 'STRING' | 'STRUCT'
    | 'SYMBOL' | 'TIMESTAMP' | 'TUPLE' | 'VARCHAR'
    ;

// All other keywords: they cannot be names unless quoted.
KEYWORD
    : 'ABSOLUTE' | 'ACTION' | 'ADD' | 'ALLOCATE' | 'ALTER' | 'ANY' | 'ARE' | 'ASSERTION' | 'AUTHORIZATION' | 'BEGIN' | 'BIT'
    | 'CAN_CAST' | 'CAN_LOSSLESS_CAST' | 'CASCADE' | 'CASCADED' | 'CAST' | 'CATALOG' | 'CHECK' | 'CLOSE' | 'COLLATE'
    | 'COLLATION' | 'COLUMN' | 'COMMIT' | 'CONNECT' | 'CONNECTION' | 'CONSTRAINT' | 'CONSTRAINTS' | 'CONTINUE' | 'CONVERT'
    | 'CORRESPONDING' | 'CREATE' | 'CURRENT' | 'CURRENT_DATE' | 'CURRENT_TIME' | 'CURRENT_TIMESTAMP' | 'CURRENT_USER'
    | 'CURSOR' | 'DEALLOCATE' | 'DECLARE' | 'DEFAULT' | 'DEFERRABLE' | 'DEFERRED' | 'DESCRIBE' | 'DESCRIPTOR'
    | 'DIAGNOSTICS' | 'DISCONNECT' | 'DOMAIN' | 'DROP' | 'ELSE' | 'END' | 'ESCAPE' | 'EXCEPTION' | 'EXEC' | 'EXECUTE'
    | 'EXTERNAL' | 'FETCH' | 'FOREIGN' | 'FOUND' | 'GET' | 'GLOBAL' | 'GO' | 'GOTO' | 'GRANT' | 'IDENTITY' | 'IMMEDIATE'
    | 'INDEX' | 'INDICATOR' | 'INITIALLY' | 'INPUT' | 'INSENSITIVE' | 'INTERVAL' | 'ISOLATION' | 'KEY' | 'LANGUAGE' | 'LET'
    | 'LEVEL' | 'LOCAL' | 'MATCH' | 'MODULE' | 'NAMES' | 'NATIONAL' | 'NATURAL' | 'NCHAR' | 'NEXT' | 'NO' | 'OF' | 'ONLY'
    | 'OPEN' | 'OPTION' | 'OUTPUT' | 'OVERLAPS' | 'PAD' | 'PARTIAL' | 'PIVOT' | 'POSITION' | 'PREPARE' | 'PRESERVE'
    | 'PRIMARY' | 'PRIOR' | 'PRIVILEGES' | 'PROCEDURE' | 'PUBLIC' | 'READ' | 'REFERENCES' | 'RELATIVE' | 'RESTRICT'
    | 'REVOKE' | 'ROLLBACK' | 'ROWS' | 'SCHEMA' | 'SCROLL' | 'SECTION' | 'SESSION' | 'SESSION_USER' | 'SOME' | 'SPACE'
    | 'SQL' | 'SQLCODE' | 'SQLERROR' | 'SQLSTATE' | 'SYSTEM_USER' | 'TABLE' | 'TEMPORARY' | 'THEN' | 'TO' | 'TRANSACTION'
    | 'TRANSLATE' | 'TRANSLATION' | 'UNIQUE' | 'UNKNOWN' | 'USAGE' | 'USER' | 'USING' | 'VIEW' | 'WHEN' | 'WHENEVER'
    | 'WITH' | 'WORK' | 'WRITE' | 'ZONE'
    ;

EQ        : '=';
NE        : '<>';
NEQ       : '!=';
LT        : '<';
LE        : '<=';
GT        : '>';
GE        : '>=';
PLUS      : '+';
MINUS     : '-';
STAR      : '*';
SLASH     : '/';
PERCENT   : '%';
BARS      : '||';
AMPERSAT  : '@';
DOT       : '.';
COMMA     : ',';
COLON     : ':';
SEMICOLON : ';';
LPAREN    : '(';
RPAREN    : ')';
LBRACK    : '[';
RBRACK    : ']';
LBRACE    : '{';
RBRACE    : '}';
LBAG      : '<<';
RBAG      : '>>';
PARAMETER : '?';

IDENTIFIER : [A-Z_$] [A-Z0-9_$]*;
QUOTED     : '"' (~'"' | '""')* '"';
STRING     : '\'' (~'\'' | '\'\'')* '\'';
ION        : '`' ~'`'* '`';

INTEGER : DIGITS;
DECIMAL : MANTISSA (E SIGN? DIGITS)? | DIGITS E SIGN? DIGITS;

BLANK   : [ \t\r\n\u000B\u000C]+ -> skip;
COMMENT : ('--' ~[\r\n]* | '/*' (~'*' | '*'+ ~[*/])* '*'+ '/') -> skip;

// What is not a token of PartiQL, one for the whole rest where something is not closed: the lexer never fails, and no rule
// takes it.
UNLEXABLE
    : (MANTISSA | DIGITS) E SIGN?
    | '"' (~'"' | '""')*
    | '\'' (~'\'' | '\'\'')*
    | '`' ~'`'*
    | '/*' (~'*' | '*'+ ~[*/])* '*'*
    | .
    ;

fragment DIGITS   : [0-9]+;
fragment MANTISSA : DIGITS '.' [0-9]* | '.' DIGITS;
fragment E        : 'E';
fragment SIGN     : [+-];
