package web

// GuidePage is /docs: the reference of the API.
type GuidePage struct {
	Page
	Purpose  string
	Chapters []Chapter
	Problems []ProblemKind
	Tags     []GuideTag
	Types    []GuideType
}

// GuideTag is a chapter of operations.
type GuideTag struct {
	Name, About string
	Operations  []GuideOperation
}

// GuideOperation is one route of the API.
type GuideOperation struct {
	ID, Method, Path, Title, About string
	Params                         []GuideField
	Try                            string // its address with the examples, "" when it takes a body
	Curl                           string // the same as a command
	Media                          []string
	Answers                        GuideField
	Example                        string
	Refuses                        []ProblemKind
}

// GuideType is a type that answers are made of.
type GuideType struct {
	Name, About string
	Fields      []GuideField
}

// GuideField is a parameter, or a field of a type.
type GuideField struct {
	Name, In, About, Example string
	Type                     string // in words
	Of                       string // the type that it is, or that it is a list of; it has a section of its own
	Required                 bool
}
