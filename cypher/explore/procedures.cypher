// title: The procedures of the server, for completion
// column: name text
// column: description text
// column: signature text
// column: arguments value
// column: returns value
SHOW PROCEDURES
YIELD name, description, signature, argumentDescription AS arguments, returnDescription AS returns
