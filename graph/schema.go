package graph

// Schema is what a statement may speak of: for completion and checks while somebody
// writes one.
type Schema struct {
	Labels     []string   `json:"labels"`
	Types      []string   `json:"types" doc:"types of relationship"`
	Properties []string   `json:"properties" doc:"names of properties"`
	Patterns   []Pattern  `json:"patterns" doc:"which labels are joined by which types"`
	Functions  []Callable `json:"functions"`
	Procedures []Callable `json:"procedures" doc:"those that a statement of an analyst's own may call"`
}

// Pattern says that nodes with one label are joined to nodes with another.
type Pattern struct {
	From string `json:"from"`
	Type string `json:"type"`
	To   string `json:"to"`
}

// Callable is a function or a procedure.
type Callable struct {
	Name        string     `json:"name"`
	Category    string     `json:"category,omitempty"`
	Description string     `json:"description,omitempty"`
	Signature   string     `json:"signature"`
	Arguments   []Argument `json:"arguments"`
	Returns     string     `json:"returns,omitempty" doc:"type of a function's value"`
	Yields      []Argument `json:"yields,omitempty" doc:"what a procedure gives"`
	Aggregating bool       `json:"aggregating,omitempty"`
	Deprecated  bool       `json:"deprecated,omitempty"`
}

// Argument is what a function or a procedure takes, or a procedure gives.
type Argument struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Description string `json:"description,omitempty"`
}
