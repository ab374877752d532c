package workbook

import (
	"regexp"
	"slices"
	"strings"

	"mapper/graph"
	"mapper/graph/source"
)

// kindByWord tells a kind by a word of the name, the first that fits. A name that
// says nothing leaves the body a provider, or an organisation.
type kindByWord struct {
	words *regexp.Regexp
	kind  string
}

var trustKinds = []kindByWord{
	{regexp.MustCompile(`\bambulance\b`), "AmbulanceTrust"},
	{regexp.MustCompile(`\bmental health\b`), "MentalHealthTrust"},
	{regexp.MustCompile(`\bcommunity\b`), "CommunityTrust"},
	{regexp.MustCompile(`\b(hospitals?|acute)\b`), "AcuteTrust"},
	{regexp.MustCompile(`.`), "Provider"},
}

var otherKinds = []kindByWord{
	{regexp.MustCompile(`\b(lmcs?|local medical committee)\b`), "MembershipBody"},
	{regexp.MustCompile(`\bgp federation\b`), "Federation"},
	{regexp.MustCompile(`\b(ccg|clinical commissioning group)$`), "ClinicalCommissioningGroup"},
	{regexp.MustCompile(`\b(council|combined authority)\b`), "LocalAuthority"},
	{regexp.MustCompile(`\bnhs( foundation)? trust$`), ""}, // told apart as trusts are
	{regexp.MustCompile(`\b(cic|c i c|community interest company|hospice|limited|ltd|virgin care)\b`), "IndependentProvider"},
	{regexp.MustCompile(`\b(health board|medical partnership|healthcare partnership)\b`), "Provider"},
	{regexp.MustCompile(`.`), "Organisation"},
}

// generic are names that mean another body in each partnership.
var generic = map[string]bool{"local medical committee": true}

func trustKind(name string) string { return kindIn(trustKinds, name) }

func otherKind(name string) string {
	if kind := kindIn(otherKinds, name); kind != "" {
		return kind
	}
	return trustKind(name)
}

func kindIn(kinds []kindByWord, name string) string {
	folded := source.Fold(name)
	for _, k := range kinds {
		if k.words.MatchString(folded) {
			return k.kind
		}
	}
	return "Organisation"
}

var (
	cqcForm = regexp.MustCompile(`\b1-\d+\b`)
	odsForm = regexp.MustCompile(`^[A-Z0-9]{3,6}\b`)
)

// otherCodes reads "NL8 (CQC: 1-256729774)", "CQC: 1-600736408", "AQ7" and "?".
func otherCodes(text string) []graph.Code {
	var codes []graph.Code
	if code := odsForm.FindString(text); code != "" && code != "CQC" {
		codes = append(codes, graph.Code{Scheme: "ods", Value: code})
	}
	if code := cqcForm.FindString(text); code != "" {
		codes = append(codes, graph.Code{Scheme: "cqc", Value: code})
	}
	return codes
}

// isA says whether an entity is of a kind, itself or by an ancestor.
func isA(e *graph.Entity, kind string) bool {
	return slices.Contains(graph.Standard().Labels(e.Kinds), kind)
}

// only gives the one entity that fits; nil when there is none or more than one.
func only(found []*graph.Entity, fits func(*graph.Entity) bool) *graph.Entity {
	var one *graph.Entity
	for _, e := range found {
		if !fits(e) || one != nil && e.ID == one.ID {
			continue
		}
		if one != nil {
			return nil
		}
		one = e
	}
	return one
}

// plainPartnership strips what is told of a partnership behind or within its name.
func plainPartnership(name string) string {
	folded := " " + source.Fold(name) + " "
	for _, word := range []string{" stp ", " ics "} {
		folded = strings.ReplaceAll(folded, word, " ")
	}
	return strings.TrimSpace(folded)
}
