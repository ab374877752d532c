package orgref

import (
	"mapper/graph"
	"mapper/graph/source/ods"
)

// Release is what a reader knows of the file it reads: which dataset it is, and of
// which day.
type Release struct {
	Dataset   string     // id, such as ods
	Title     string     // of the dataset
	Published graph.Date // "" when neither the file nor the user says
	Dating    string     // how the day is known, unless the file states it
	Note      string     // what the file says of itself
}

// documentID is the id of the one document that all claims name.
func (r Release) documentID() string {
	if r.Published == "" {
		return r.Dataset
	}
	return r.Dataset + "-" + string(r.Published)
}

// Document is the release as the source of its claims.
func (r Release) Document() *graph.Document {
	title := r.Title
	if r.Published != "" {
		title += ", " + r.Published.Words()
	}
	return &graph.Document{ID: r.documentID(), Title: title, Publisher: ods.Publisher, Published: r.Published, Dating: r.Dating, Note: r.Note}
}

// About says what was read: the dataset without its rows, which went to the sink.
type About struct {
	Dataset graph.Dataset
}

// About describes the dataset. Without a day it is no release, and later ones cannot
// be compared with it.
func (r Release) About() *About {
	about := &About{graph.Dataset{ID: r.Dataset, Title: r.Title, Licence: ods.Licence, Description: r.Note}}
	if r.Published != "" {
		about.Dataset.Release = r.documentID()
	}
	return about
}
