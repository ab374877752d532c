# The mapper's API from R. Start the mapper (mapper up), then: Rscript docs/examples/api.R
# Needs jsonlite, which asks by itself; MAPPER_URL says where the mapper is.
library(jsonlite)

mapper <- Sys.getenv("MAPPER_URL", "http://127.0.0.1:8080")

ask <- function(path, ...) {
  parameters <- list(...)
  query <- paste(names(parameters), vapply(parameters, function(p) URLencode(as.character(p), reserved = TRUE), ""), sep = "=", collapse = "&")
  paste0(mapper, path, if (length(parameters)) "?", query)
}

# Find a body, and ask who says what about it.
found <- fromJSON(ask("/api/search", q = "nhs providers", limit = 5))
print(found$items[, c("id", "name")])

entity <- fromJSON(ask("/api/entities/nhs-providers"))
cat(entity$name, "is named by", entity$total, "claims in", nrow(entity$documents), "documents\n")
stopifnot(entity$total > 0)

# A question as a table.
centres <- read.csv(ask("/api/views/collaboratives-per-tertiary-centre", format = "csv"))
print(head(centres))
stopifnot(nrow(centres) > 0)

# The same on another day.
then <- read.csv(ask("/api/views/standing-edges", format = "csv", as_at = "2015-01-01"))
cat(nrow(then), "edges stood on 1 January 2015\n")
stopifnot(nrow(then) > 0)
