package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"mapper/graph"
)

// Problem is what every error answers: a problem document by RFC 9457.
type Problem struct {
	Type    string              `json:"type" format:"uri-reference" example:"/docs#problem-invalid" doc:"where the kind is described"`
	Kind    string              `json:"kind" example:"invalid" doc:"the kind of problem, for programs: it stays the same when the words change"`
	Title   string              `json:"title" example:"Bad Request" doc:"the status in words"`
	Status  int                 `json:"status" example:"400" doc:"the HTTP status"`
	Detail  string              `json:"detail" example:"as_at=2021: not a day: write YYYY-MM-DD" doc:"what is wrong, where, and what to do next"`
	Line    int                 `json:"line,omitempty" example:"2" doc:"of a statement that does not parse: the line of the fault, counted from 1"`
	Column  int                 `json:"column,omitempty" example:"8" doc:"the column likewise, in UTF-16 code units"`
	Request string              `json:"request,omitempty" example:"GEZDGNBVGY3TQOJQ" doc:"id of the request, to quote when a fault is reported; only with a 5xx"`
	Errors  []*huma.ErrorDetail `json:"errors,omitempty" doc:"every fault of the input by itself"`

	cause error // for the log alone
}

// Error gives what is wrong, for a person.
func (p *Problem) Error() string { return p.Detail }

// Unwrap gives the cause to errors.Is and errors.As.
func (p *Problem) Unwrap() error { return p.cause }

// GetStatus gives the HTTP status; huma asks for it.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType gives the media type of problem documents; huma asks for it.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// faults are the fixed sentences of the statuses that are nobody's business to
// mend but ours: their cause is only logged.
var faults = map[int]string{
	http.StatusInternalServerError: "Something went wrong in the mapper itself. It has been logged; please report it with the id of this request.",
	http.StatusServiceUnavailable:  "The graph database does not answer just now. Try again in a moment; if it goes on, see what mapper doctor says.",
}

func newProblem(status int, detail string) *Problem {
	kind := kindOf(status)
	return &Problem{Type: "/docs#problem-" + kind, Kind: kind, Title: http.StatusText(status), Status: status, Detail: detail}
}

// problemOf gives the problem that answers err: the one place where an error
// becomes an HTTP status.
func problemOf(err error) *Problem {
	var ready *Problem
	if errors.As(err, &ready) {
		return ready
	}
	var tooLong *http.MaxBytesError
	status, detail := graph.HTTPStatus(err), err.Error()
	switch {
	case graph.KindOf(err) != graph.Internal:
	case errors.As(err, &tooLong):
		status, detail = http.StatusRequestEntityTooLarge, fmt.Sprintf("The request is longer than %d bytes.", tooLong.Limit)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		status, detail = http.StatusRequestTimeout, "This took too long and was stopped: ask for less, such as fewer steps or a lower limit."
	}
	if status >= 500 {
		detail = faults[status]
	}
	p := newProblem(status, detail)
	p.cause = err
	var own *graph.Error
	if errors.As(err, &own) {
		p.Line, p.Column = own.Line, own.Column
	}
	return p
}

// logged notes a fault of ours under the request's id, which the problem then
// carries; what the caller did wrong is not worth a line above debug level.
func (p *Problem) logged(ctx context.Context) *Problem {
	e := exchangeOf(ctx)
	if p.Status < 500 {
		e.log().Debug("refused", "status", p.Status, "detail", p.Detail)
		return p
	}
	p.Request = e.id
	e.log().Error("failed", "status", p.Status, "error", chain(p.cause))
	return p
}

// chain writes an error with all its causes: a graph.Error shows only its message.
func chain(err error) string {
	var parts []string
	for ; err != nil; err = errors.Unwrap(err) {
		if text := err.Error(); len(parts) == 0 || !strings.Contains(parts[len(parts)-1], text) {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ": ")
}
