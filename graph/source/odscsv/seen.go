package odscsv

import "mapper/graph/source/ods"

// lines has the line of each code, by all of the code but its last character: in a
// file, neighbours stand together, and this finds them in memory that is at hand.
type lines map[ods.Packed]*[37]int32

// of gives the place for the line of a code, 0 when it has had none.
func (l lines) of(code string) *int32 {
	packed := ods.Pack(code)
	page := l[packed/37]
	if page == nil {
		page = new([37]int32)
		l[packed/37] = page
	}
	return &page[packed%37]
}
