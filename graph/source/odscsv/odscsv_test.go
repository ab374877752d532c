package odscsv

import (
	"os"
	"testing"

	"mapper/graph/source"
)

func TestQuick(t *testing.T) {
	for _, f := range []string{"etr_2022-03", "etr_2025-12", "eccg_2016-02", "eccg_2025-12", "eauth_2017-08", "epraccur_2015-09", "egdpprac_2018-04"} {
		in, err := os.Open("/work/shared/data/ods/" + f + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		r := &source.Result{}
		about, err := Read(in, f+".csv", Options{}, r)
		if err != nil {
			t.Log(err)
			continue
		}
		t.Logf("%+v %s %d %d %v", *about, r.Counts[0], len(r.Entities), len(r.Claims), r.Rejected)
	}
}
