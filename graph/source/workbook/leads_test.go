package workbook

import (
	"fmt"
	"strings"
	"testing"
)

// TestLeads reads cells in every form that the published workbook has, with other names.
func TestLeads(t *testing.T) {
	for cell, want := range map[string]string{
		"Dr Ann Lee OBE (Chief Clinical Officer, Hill CCG)":                          "Ann Lee|Chief Clinical Officer|Hill CCG",
		"Ann Lee (Chief Executive designate, Hill Partnership NHS Foundation Trust)": "Ann Lee|Chief Executive designate|Hill Partnership NHS Foundation Trust",
		"Ann Lee, Chair": "Ann Lee|Chair|",
		"Ann Lee (Chair of Hill-on-Sea Partnership NHS Trust)":                                                      "Ann Lee|Chair|Hill-on-Sea Partnership NHS Trust",
		"Ann Lee (Interim Chief Officer at Hill and Dale CCG)":                                                      "Ann Lee|Interim Chief Officer|Hill and Dale CCG",
		"Ann Lee (Chief Executive of the Hill Combined Authority (HCA)\n\nBob Ray, Chief Officer, Hill Partnership": "Ann Lee|Chief Executive|Hill Combined Authority; Bob Ray|Chief Officer|Hill Partnership",
		"Ann Lee, Corporate Director, Adult Care & Deputy Chief Executive, Hill County Council":                     "Ann Lee|Corporate Director, Adult Care & Deputy Chief Executive|Hill County Council",
		"Ann Lee (Officer, Hill CCG) / Ms Bea Ray, STP lead for Dale":                                               "Ann Lee|Officer|Hill CCG; Bea Ray|STP lead for Dale|",
		"Ann Lee, Chief Officer, South Hill and North Hill CCGs":                                                    "Ann Lee|Chief Officer|South Hill CCG + North Hill CCG",
		"Ann Lee (Accountable Officer, Hill, Dale and Lea Clinical Commissioning Groups (CCGs))":                    "Ann Lee|Accountable Officer|Hill CCG + Dale CCG + Lea CCG",
		"Ann Lee, Chief Officer for the Northern Clinical Commissioning Groups (Hill, Dale and Lea).":               "Ann Lee|Chief Officer|Hill CCG + Dale CCG + Lea CCG",
		"Ann Lee, Chief Executive, Hill Hospital NHS Trust and Dale Hospital NHS Trust":                             "Ann Lee|Chief Executive|Hill Hospital NHS Trust + Dale Hospital NHS Trust",
		"Ann Lee, Chief Executive of Hill NHS Trust and Bea Ray, Chief Executive of Dale NHS Trust":                 "Ann Lee|Chief Executive|Hill NHS Trust; Bea Ray|Chief Executive|Dale NHS Trust",
		"Ann Lee, Southern Alliance of CCGs":                                                                        "Ann Lee||Southern Alliance of CCGs",
		"Ann Lee (Hill CCG?)":                                                                                       "Ann Lee||Hill CCG ?",
		"Sir Ann Lee, Independent Chair\n Bob Ray, Chief Executive\n Hill NHS Trust\n":                              "Ann Lee|Independent Chair|; Bob Ray|Chief Executive|Hill NHS Trust",
		"Hillshire ICS: Ann Lee (CO, East Hill CCG; South Hill CCG\n":                                               "Ann Lee|CO|East Hill CCG + South Hill CCG of Hillshire ICS",
		"Ann McLee, Chief Executive, Hill AHSN":                                                                     "Ann McLee|Chief Executive|Hill AHSN",
		"ann.lee@example.org":                                                                                       "UNREAD 1",
		"Ann Lee, Chief Officer, ann.lee@example.org":                                                               "UNREAD 1",
	} {
		leads, unread := leadsOf(cell)
		var got []string
		for _, l := range leads {
			text := l.name + "|" + l.role + "|" + strings.Join(l.bodies, " + ")
			if l.uncertain {
				text += " ?"
			}
			if l.of != "" {
				text += " of " + l.of
			}
			got = append(got, text)
		}
		if len(unread) > 0 {
			got = append(got, fmt.Sprint("UNREAD ", len(unread)))
		}
		if all := strings.Join(got, "; "); all != want {
			t.Errorf("%q\n got %s\nwant %s", cell, all, want)
		}
	}
}

// FuzzLeads holds that whatever a cell says, no part of it that holds an address comes through.
func FuzzLeads(f *testing.F) {
	f.Add("Ann Lee (Chair, Hill CCG) / Bob Ray, bob@example.org")
	f.Fuzz(func(t *testing.T, cell string) {
		leads, _ := leadsOf(cell)
		for _, l := range leads {
			if strings.Contains(l.name+l.role+l.styled+l.of+strings.Join(l.bodies, ""), "@") {
				t.Errorf("%q gives %+v", cell, l)
			}
		}
	})
}
