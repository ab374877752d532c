// title: The functions of the server, for completion
// column: name text
// column: category text
// column: description text
// column: signature text
// column: arguments value
// column: returns text
// column: aggregating boolean
// column: deprecated boolean
SHOW FUNCTIONS
YIELD name, category, description, signature, argumentDescription AS arguments, returnDescription AS returns, aggregating, isDeprecated AS deprecated
